import type { ChatView, MessageView, Persona, SandboxState } from '../protocol.ts'

/** The chats on one person's telephone: the bot first, then their groups. */
export function chatsOf(state: SandboxState, person: number): ChatView[] {
  const groups = state.chats.filter((chat) => chat.kind !== 'private' && isMember(chat, person))
  return [privateChat(state, person), ...groups]
}

/** Groups this person could join. */
export function groupsWithout(state: SandboxState, person: number): ChatView[] {
  return state.chats.filter((chat) => chat.kind !== 'private' && !isMember(chat, person))
}

/** The chat a column shows; a private chat exists for the page before the first word was said. */
export function chatWithId(state: SandboxState, id: number): ChatView | undefined {
  return state.chats.find((chat) => chat.id === id) ?? (id > 0 ? privateChat(state, id) : undefined)
}

/** Whether the person is in the group now. */
export function isMember(chat: ChatView, person: number): boolean {
  const status = chat.members.find((member) => member.person === person)?.status
  return status !== undefined && status !== 'left' && status !== 'kicked'
}

/** Everybody but the bot. */
export function peopleOf(state: SandboxState): Persona[] {
  return state.personas.filter((persona) => !persona.isBot)
}

/** The messages of one topic, or of the whole chat when it is no forum. Topic 1 is General. */
export function messagesIn(chat: ChatView, thread: number | undefined): MessageView[] {
  if (!chat.isForum) return chat.messages
  return chat.messages.filter((message) => (message.thread ?? 1) === (thread ?? 1))
}

/** The topics of a forum, General first. */
export function topicsOf(chat: ChatView): ChatView['topics'] {
  if (!chat.isForum) return []
  return chat.topics.some((topic) => topic.id === 1)
    ? chat.topics
    : [{ id: 1, name: 'General', isClosed: false }, ...chat.topics]
}

/** Under which key the page remembers how far somebody has read. */
export function readKey(person: number, chat: number, thread: number | undefined): string {
  return `${person}:${chat}:${thread ?? 1}`
}

/** How many messages of others stand after the last one read; service lines are no news. */
export function unreadCount(messages: MessageView[], person: number, read: number): number {
  let count = 0
  for (let index = messages.length - 1; index >= 0; index--) {
    const message = messages[index]
    if (!message || message.id <= read) break
    if (message.from !== person && !message.isDeleted && !message.service) count++
  }
  return count
}

function privateChat(state: SandboxState, person: number): ChatView {
  const known = state.chats.find((chat) => chat.id === person)
  const empty = { isForum: false, members: [], topics: [], messages: [] }
  return known ?? { id: person, kind: 'private', title: state.bot.name, ...empty }
}
