import type { ChatView, MessageView, SandboxEvent, SandboxState } from '../protocol.ts'

const keptJournalEntries = 600

/**
 * What the sandbox looks like after one event. Everything the event does not touch keeps its identity,
 * so that the page redraws only what changed.
 */
export function applyEvent(state: SandboxState, event: SandboxEvent): SandboxState {
  switch (event.type) {
    case 'message':
    case 'message-changed':
      return withMessage(state, event.message)
    case 'chat-changed':
      return withChat(state, event.chat)
    case 'persona-changed':
      return { ...state, personas: replacedOrAdded(state.personas, event.persona) }
    case 'bot-changed':
      return { ...state, bot: event.bot }
    case 'clock':
      return { ...state, now: event.now, isMoved: event.isMoved }
    case 'limits':
      return { ...state, limits: event.limits }
    case 'journal':
      return { ...state, journal: [...state.journal, event.entry].slice(-keptJournalEntries) }
    case 'callback-answered':
    case 'callback-expired':
      return state
  }
}

function withMessage(state: SandboxState, message: MessageView): SandboxState {
  const chat = state.chats.find((known) => known.id === message.chat) ?? unknownChat(message.chat)
  const changed = { ...chat, messages: replacedOrAdded(chat.messages, message) }
  return { ...state, chats: replacedOrAdded(state.chats, changed) }
}

function withChat(state: SandboxState, chat: Omit<ChatView, 'messages'>): SandboxState {
  const messages = state.chats.find((known) => known.id === chat.id)?.messages ?? []
  return { ...state, chats: replacedOrAdded(state.chats, { ...chat, messages }) }
}

function replacedOrAdded<T extends { id: number }>(items: T[], item: T): T[] {
  const index = items.findLastIndex((known) => known.id === item.id)
  return index < 0 ? [...items, item] : items.with(index, item)
}

/** The first message of a chat may be told before the chat itself. */
function unknownChat(id: number): ChatView {
  const kind = id > 0 ? 'private' : 'group'
  return { id, kind, title: '', isForum: false, members: [], topics: [], messages: [] }
}
