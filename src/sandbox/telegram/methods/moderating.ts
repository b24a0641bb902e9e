import { randomBytes } from 'node:crypto'
import type { Call, Method } from '../call.ts'
import { flagOf, integerOf, textOf } from '../parameters.ts'
import { badRequest } from '../refusal.ts'
import { type Chat, isIn, leads } from '../state/chats.ts'
import { chatOf, checkMembership, writableChat } from '../state/findChat.ts'
import { setStatus } from '../state/membership.ts'
import { findMessage } from '../state/messages.ts'
import { postService } from '../state/postService.ts'
import type { World } from '../world.ts'

/** Methods with which a bot runs a group. */
export const moderating = {
  leaveChat(world, { parameters }) {
    const chat = groupOf(world, chatOf(world, parameters))
    const { user } = world.bot
    postService(world, chat, user, { left_chat_member: user })
    setStatus(world, chat, user, user.id, 'left')
    return true
  },

  banChatMember(world, call) {
    const { chat, person } = memberOf(world, call)
    const status = chat.members.get(person)
    if (leads(status)) throw badRequest('user is an administrator of the chat')
    const user = world.people.get(person)?.user
    if (user && isIn(status)) postService(world, chat, world.bot.user, { left_chat_member: user })
    setStatus(world, chat, world.bot.user, person, 'kicked')
    return true
  },

  unbanChatMember(world, call) {
    const { chat, person } = memberOf(world, call)
    const isBanned = chat.members.get(person) === 'kicked'
    // Without only_if_banned Telegram removes members too.
    if (!isBanned && flagOf(call.parameters, 'only_if_banned')) return true
    setStatus(world, chat, world.bot.user, person, 'left')
    return true
  },

  createChatInviteLink(world, { parameters }) {
    const chat = groupOf(world, chatOf(world, parameters))
    mustLead(world, chat, 'manage chat invite link')
    const name = textOf(parameters, 'name')
    return {
      invite_link: `https://t.me/+${randomBytes(12).toString('base64url')}`,
      creator: world.bot.user,
      creates_join_request: flagOf(parameters, 'creates_join_request'),
      is_primary: false,
      is_revoked: false,
      ...(name && { name }),
    }
  },

  pinChatMessage(world, { parameters }) {
    const chat = writableChat(world, parameters)
    const stored = findMessage(chat, integerOf(parameters, 'message_id'))
    if (!stored) throw badRequest('message to pin not found')
    if (chat.kind !== 'private') mustLead(world, chat, 'manage pinned messages in the chat')
    chat.pinned = stored.message.message_id
    const { reply_to_message: _, ...pinned } = stored.message
    postService(world, chat, world.bot.user, { pinned_message: pinned })
    return true
  },

  unpinChatMessage(world, { parameters }) {
    const chat = writableChat(world, parameters)
    if (chat.kind !== 'private') mustLead(world, chat, 'manage pinned messages in the chat')
    const id = integerOf(parameters, 'message_id') ?? chat.pinned
    if (id === undefined || id !== chat.pinned) throw badRequest('message to unpin not found')
    delete chat.pinned
    return true
  },
} satisfies Record<string, Method>

function memberOf(world: World, { parameters }: Call): { chat: Chat; person: number } {
  const chat = groupOf(world, chatOf(world, parameters))
  const person = integerOf(parameters, 'user_id') ?? 0
  if (!world.people.has(person)) throw badRequest('PARTICIPANT_ID_INVALID')
  mustLead(world, chat, 'restrict/unrestrict chat member')
  return { chat, person }
}

function groupOf(world: World, chat: Chat): Chat {
  if (chat.kind === 'private') throw badRequest('method is available only for supergroups and channels')
  checkMembership(world, chat)
  return chat
}

function mustLead(world: World, chat: Chat, deed: string): void {
  if (!leads(chat.members.get(world.bot.user.id))) throw badRequest(`not enough rights to ${deed}`)
}
