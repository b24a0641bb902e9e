/** Telegram's rules for one chat: one message a second, and in a group twenty a minute. */
const CHAT_MS = 1_000
const GROUP = { most: 20, withinMs: 60_000 }
/** Clocks do not run alike, and what is sent in time may arrive closer together. */
const MARGIN_MS = 30

/**
 * When each chat may be written to. Only those are remembered that were written to within the last second, or minute:
 * as many as the bot can send messages in that time.
 */
export function chatPaces() {
  const people = new Map<number, number>()
  const groups = new Map<number, number[]>()

  /** Maps keep the order in which things were put in: the oldest come first. */
  function forget(now: number): void {
    for (const [chat, at] of people) {
      if (now - at < CHAT_MS + MARGIN_MS) break
      people.delete(chat)
    }
    for (const [chat, times] of groups) {
      if (now - (times.at(-1) ?? 0) < GROUP.withinMs + MARGIN_MS) break
      groups.delete(chat)
    }
  }

  return {
    wait(chat: number, now: number): number {
      const times = groups.get(chat) ?? []
      const last = chat < 0 ? times.at(-1) : people.get(chat)
      const single = last === undefined ? 0 : last + CHAT_MS + MARGIN_MS - now
      const twentieth = times.length < GROUP.most ? undefined : times[times.length - GROUP.most]
      const minute = twentieth === undefined ? 0 : twentieth + GROUP.withinMs + MARGIN_MS - now
      return Math.max(0, single, minute)
    },

    sent(chat: number, now: number): void {
      forget(now)
      if (chat > 0) {
        people.delete(chat)
        people.set(chat, now)
        return
      }
      const times = groups.get(chat) ?? []
      groups.delete(chat)
      groups.set(chat, [...times, now].slice(-GROUP.most))
    },

    /** How many chats are remembered. */
    size: () => people.size + groups.size,
  }
}
