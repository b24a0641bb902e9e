import { type Parameters, textOf } from '../parameters.ts'
import { badRequest, forbidden } from '../refusal.ts'
import type { World } from '../world.ts'
import { type Chat, isIn } from './chats.ts'

/**
 * The chat a call means.
 * @throws Refusal in Telegram's words; somebody who never pressed START counts as nobody, unless the bot
 * shares a group with them
 */
export function chatOf(world: World, parameters: Parameters, name = 'chat_id'): Chat {
  const given = parameters[name]
  const id = typeof given === 'number' ? given : numberIn(parameters, name)
  const chat = world.chats.get(id)
  if (chat) return chat
  const stranger = world.people.get(id)
  if (stranger?.persona.isBot) throw forbidden("bot can't send messages to bots")
  if (stranger && sharesGroup(world, id)) throw forbidden("bot can't initiate conversation with a user")
  throw badRequest('chat not found')
}

/**
 * The chat a call means, if the bot may write there.
 * @throws Refusal: blocked, deactivated, not a member, moved
 */
export function writableChat(world: World, parameters: Parameters): Chat {
  const chat = chatOf(world, parameters)
  const persona = chat.person?.persona
  if (!persona) checkMembership(world, chat)
  else if (persona.isDeactivated) throw forbidden('user is deactivated')
  else if (persona.blocksBot) throw forbidden('bot was blocked by the user')
  return chat
}

/** @throws Refusal when the bot is not in the group (any more) or the group has another id now */
export function checkMembership(world: World, chat: Chat): void {
  if (chat.kind === 'private') return
  if (chat.migratedTo !== undefined) {
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.migratedTo })
  }
  const status = chat.members.get(world.bot.user.id)
  if (isIn(status)) return
  if (status === 'kicked') throw forbidden(`bot was kicked from the ${chat.kind} chat`)
  throw forbidden(`bot is not a member of the ${chat.kind} chat`)
}

function numberIn(parameters: Parameters, name: string): number {
  const text = textOf(parameters, name)?.trim()
  if (!text) throw badRequest(`${name} is empty`)
  // Names lead to channels, supergroups and bots only, and the sandbox has none with a name.
  if (!/^-?\d+$/.test(text)) throw badRequest('chat not found')
  return Number(text)
}

function sharesGroup(world: World, person: number): boolean {
  const bot = world.bot.user.id
  for (const chat of world.chats.values()) {
    if (isIn(chat.members.get(person)) && isIn(chat.members.get(bot))) return true
  }
  return false
}
