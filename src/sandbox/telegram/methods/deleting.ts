import type { Method } from '../call.ts'
import { integerOf, structureOf } from '../parameters.ts'
import { badRequest } from '../refusal.ts'
import { type Chat, leads, type StoredMessage } from '../state/chats.ts'
import { writableChat } from '../state/findChat.ts'
import { findMessage, removeMessage } from '../state/messages.ts'
import type { World } from '../world.ts'

const deletableSeconds = 48 * 3600
const mostAtOnce = 100

/** Methods that take messages away for everybody. */
export const deleting = {
  deleteMessage(world, { parameters }) {
    const id = integerOf(parameters, 'message_id')
    if (id === undefined) throw badRequest('message identifier is not specified')
    const chat = writableChat(world, parameters)
    const stored = findMessage(chat, id)
    if (!stored) throw badRequest('message to delete not found')
    if (!mayDelete(world, chat, stored)) throw badRequest("message can't be deleted for everyone")
    removeMessage(world, chat, stored)
    return true
  },

  deleteMessages(world, { parameters }) {
    const ids = structureOf(parameters, 'message_ids', "can't parse message identifiers JSON object")
    if (!Array.isArray(ids) || ids.length === 0) throw badRequest('message identifiers are not specified')
    if (ids.length > mostAtOnce) throw badRequest('too many message identifiers specified')
    const chat = writableChat(world, parameters)
    for (const id of ids) {
      const stored = findMessage(chat, Number(id))
      if (stored && mayDelete(world, chat, stored)) removeMessage(world, chat, stored)
    }
    return true
  },
} satisfies Record<string, Method>

/** Its own messages and those of a person talking to it, for 48 hours; everybody's where the bot leads. */
function mayDelete(world: World, chat: Chat, { message }: StoredMessage): boolean {
  const bot = world.bot.user.id
  if (leads(chat.members.get(bot))) return true
  const age = world.clock.now().getTime() / 1000 - message.date
  return age <= deletableSeconds && (message.from.id === bot || chat.kind === 'private')
}
