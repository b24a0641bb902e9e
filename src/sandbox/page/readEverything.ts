import type { SandboxState } from '../protocol.ts'
import { messagesIn, readKey, topicsOf } from './chatsOf.ts'

/** Marks everything as read for everybody: what happened before the page was opened is no news. */
export function readEverything(state: SandboxState): Record<string, number> {
  const read: Record<string, number> = {}
  for (const chat of state.chats) {
    const people = chat.kind === 'private' ? [chat.id] : chat.members.map((member) => member.person)
    const threads = chat.isForum ? topicsOf(chat).map((topic) => topic.id) : [undefined]
    for (const thread of threads) {
      const last = messagesIn(chat, thread).at(-1)?.id ?? 0
      for (const person of people) read[readKey(person, chat.id, thread)] = last
    }
  }
  return read
}
