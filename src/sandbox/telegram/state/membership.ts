import type { User } from '../wire.ts'
import type { World } from '../world.ts'
import type { Chat, Status } from './chats.ts'
import { tellChat } from './chatView.ts'
import { memberView } from './memberView.ts'
import { tellBot } from './tellBot.ts'

/** Gives somebody another status in a group; the bot is told about itself, and about others where it leads. */
export function setStatus(world: World, chat: Chat, by: User, person: number, status: Status): void {
  const before = chat.members.get(person) ?? 'left'
  if (before === status) return
  const old_chat_member = memberView(world, chat, person, before)
  chat.members.set(person, status)
  tellChat(world, chat)
  const bot = world.bot.user.id
  const isBot = person === bot
  if (!isBot && chat.members.get(bot) !== 'administrator') return
  const change = {
    chat: chat.wire,
    from: by,
    date: Math.floor(world.clock.now().getTime() / 1000),
    old_chat_member,
    new_chat_member: memberView(world, chat, person, status),
  }
  tellBot(world, isBot ? 'my_chat_member' : 'chat_member', change, `chat:${chat.id}`)
}
