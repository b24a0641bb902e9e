import type { Method } from '../call.ts'
import { integerOf } from '../parameters.ts'
import { badRequest } from '../refusal.ts'
import { isIn, leads } from '../state/chats.ts'
import { chatOf, checkMembership } from '../state/findChat.ts'
import { memberView } from '../state/memberView.ts'

/** Methods that ask about a chat and who is in it. */
export const chatInfo = {
  getChat(world, { parameters }) {
    const chat = chatOf(world, parameters)
    checkMembership(world, chat)
    const pinned = chat.messages.get(chat.pinned ?? 0)
    return {
      ...chat.wire,
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: false,
        limited_gifts: false,
        unique_gifts: false,
        premium_subscription: false,
      },
      ...(pinned && !pinned.isDeleted && { pinned_message: pinned.message }),
    }
  },

  getChatMember(world, { parameters }) {
    const chat = chatOf(world, parameters)
    checkMembership(world, chat)
    const person = integerOf(parameters, 'user_id') ?? 0
    const isKnown =
      world.people.has(person) && (chat.kind !== 'private' || isInPrivate(world.bot.user.id, chat.id, person))
    if (!isKnown) throw badRequest(chat.kind === 'private' ? 'member not found' : 'PARTICIPANT_ID_INVALID')
    return chat.kind === 'private'
      ? { user: world.people.get(person)?.user, status: 'member' }
      : memberView(world, chat, person)
  },

  getChatAdministrators(world, { parameters }) {
    const chat = chatOf(world, parameters)
    checkMembership(world, chat)
    if (chat.kind === 'private') throw badRequest('there are no administrators in the private chat')
    // Bots are left out, as the documentation says of other bots; its own entry comes with the rest.
    return [...chat.members].flatMap(([person, status]) =>
      leads(status) ? [memberView(world, chat, person)] : [],
    )
  },

  getChatMemberCount(world, { parameters }) {
    const chat = chatOf(world, parameters)
    checkMembership(world, chat)
    if (chat.kind === 'private') return 2
    return [...chat.members.values()].filter(isIn).length
  },
} satisfies Record<string, Method>

function isInPrivate(bot: number, chat: number, person: number): boolean {
  return person === bot || person === chat
}
