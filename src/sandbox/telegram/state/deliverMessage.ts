import type { Message } from '../wire.ts'
import type { World } from '../world.ts'
import { type Chat, isIn, leads } from './chats.ts'
import { tellBot } from './tellBot.ts'

/** Lets the bot have a message, unless its privacy in groups hides it. */
export function deliverMessage(
  world: World,
  chat: Chat,
  message: Message,
  kind: 'message' | 'edited_message' = 'message',
): void {
  if (chat.kind !== 'private' && !isForBot(world, chat, message)) return
  tellBot(world, kind, message, `chat:${chat.id}`)
}

function isForBot(world: World, chat: Chat, message: Message): boolean {
  const status = chat.members.get(world.bot.user.id)
  if (!isIn(status)) return false
  if (!world.hasPrivacy || leads(status) || isService(message)) return true
  if (message.reply_to_message?.from.id === world.bot.user.id) return true
  return isCommandForBot(world, chat, message)
}

/** A command without a name is for the bot that spoke last, and there is only one. */
function isCommandForBot(world: World, chat: Chat, { text = '', entities = [] }: Message): boolean {
  return entities.some(({ type, offset, length }) => {
    if (type !== 'bot_command') return false
    const [, name] = text.slice(offset, offset + length).split('@')
    if (name !== undefined) return name.toLowerCase() === world.profile.username.toLowerCase()
    return hasBotSpoken(world, chat)
  })
}

function hasBotSpoken(world: World, chat: Chat): boolean {
  for (const { message } of chat.messages.values()) if (message.from.id === world.bot.user.id) return true
  return false
}

function isService(message: Message): boolean {
  return Boolean(
    message.new_chat_members ??
      message.left_chat_member ??
      message.group_chat_created ??
      message.supergroup_chat_created ??
      message.migrate_to_chat_id ??
      message.migrate_from_chat_id ??
      message.pinned_message ??
      message.forum_topic_created ??
      message.forum_topic_edited ??
      message.forum_topic_closed ??
      message.forum_topic_reopened,
  )
}
