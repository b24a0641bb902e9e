import type { ChatView, ReplyPanel } from '../../protocol.ts'
import type { Message, WireChat } from '../wire.ts'
import type { Person } from './people.ts'

export type Status = 'creator' | 'administrator' | 'member' | 'left' | 'kicked'

export interface Topic {
  id: number
  name: string
  iconColor: number
  isClosed: boolean
  creator: number
}

/** A message as it stands; `message` is replaced, never changed, because updates and the journal point to it. */
export interface StoredMessage {
  message: Message
  isDeleted: boolean
  /** Came with a reply keyboard or a forced reply: Telegram lets nobody change it. */
  isFixed?: boolean
}

export interface Chat {
  id: number
  kind: ChatView['kind']
  /** As the bot sees it; replaced, never changed. */
  wire: WireChat
  /** Whose private chat with the bot this is. */
  person?: Person
  isForum: boolean
  members: Map<number, Status>
  topics: Map<number, Topic>
  /** The newest messages, by id; older ones are forgotten. */
  messages: Map<number, StoredMessage>
  /** Supergroups count their own messages. */
  lastMessage: number
  replyPanel?: ReplyPanel
  action?: { action: string; until: Date }
  /** The supergroup this group became. */
  migratedTo?: number
  pinned?: number
}

/** The chat between a person and the bot. */
export function newPrivateChat(person: Person): Chat {
  const { id, first_name, last_name, username } = person.user
  const wire: WireChat = {
    id,
    first_name,
    ...(last_name && { last_name }),
    ...(username && { username }),
    type: 'private',
  }
  return { ...emptyChat(id, 'private', wire), person }
}

/** A group without members yet. */
export function newGroup(id: number, kind: 'group' | 'supergroup', title: string, isForum: boolean): Chat {
  const wire: WireChat = { id, title, ...(isForum && { is_forum: true as const }), type: kind }
  return { ...emptyChat(id, kind, wire), isForum }
}

/** Whether somebody with this status is in the group. */
export function isIn(status: Status | undefined): boolean {
  return status !== undefined && status !== 'left' && status !== 'kicked'
}

/** Whether somebody with this status runs the group. */
export function leads(status: Status | undefined): boolean {
  return status === 'creator' || status === 'administrator'
}

function emptyChat(id: number, kind: ChatView['kind'], wire: WireChat): Chat {
  return {
    id,
    kind,
    wire,
    isForum: false,
    members: new Map(),
    topics: new Map(),
    messages: new Map(),
    lastMessage: 0,
  }
}
