import type { Person } from '../state/people.ts'
import { tellBot } from '../state/tellBot.ts'
import { tellPersona } from '../state/tellPersona.ts'
import type { World } from '../world.ts'

/** Stops or readmits the bot; it is told, if it was ever started. */
export function setBlocked(world: World, person: Person, blocksBot: boolean): void {
  if (person.persona.blocksBot === blocksBot) return
  person.persona.blocksBot = blocksBot
  tellPersona(world, person)
  const chat = world.chats.get(person.persona.id)
  if (!chat) return
  const user = world.bot.user
  const member = { user, status: 'member' }
  const banned = { user, status: 'kicked', until_date: 0 }
  const change = {
    chat: chat.wire,
    from: person.user,
    date: Math.floor(world.clock.now().getTime() / 1000),
    old_chat_member: blocksBot ? member : banned,
    new_chat_member: blocksBot ? banned : member,
  }
  tellBot(world, 'my_chat_member', change, `chat:${chat.id}`)
}
