import type { Clock } from '../../../clock.ts'

/** After this Telegram's client gives up waiting for the bot. */
export const callbackWindowMs = 15_000

/** What the bot answered to a press; empty text means only that the little wheel stopped. */
export interface CallbackAnswer {
  text?: string
  alert: boolean
  url?: string
}

interface Callback {
  id: string
  person: number
  pressedAt: number
  answer?: CallbackAnswer
  isExpired: boolean
  waiters: ((answer: CallbackAnswer | undefined) => void)[]
}

/** Presses of inline buttons that the bot may answer: once, and not for long. */
export interface CallbackBook {
  open(person: number): string
  /** False when the press is unknown, too old or answered already. */
  answer(id: string, answer: CallbackAnswer): number | undefined
  /** Resolves with the bot's answer, or with nothing when the time for one is over. */
  answered(id: string): Promise<CallbackAnswer | undefined>
  /** Forgets what is too old by the clock; tells who was left without an answer. */
  expire(): { callback: string; person: number }[]
  isEmpty(): boolean
  /** Ends all waiting, as when the server closes. */
  close(): void
}

export function createCallbackBook(clock: Clock): CallbackBook {
  const book = new Map<string, Callback>()
  let count = 0

  function settle(callback: Callback) {
    for (const tell of callback.waiters.splice(0)) tell(callback.answer)
  }

  /** Presses come in the order of time, so the oldest stand first. */
  function expire() {
    const now = clock.now().getTime()
    const unanswered: { callback: string; person: number }[] = []
    for (const [id, callback] of book) {
      if (now - callback.pressedAt <= callbackWindowMs) break
      book.delete(id)
      if (!callback.answer) unanswered.push({ callback: id, person: callback.person })
      callback.isExpired = true
      settle(callback)
    }
    return unanswered
  }

  return {
    open(person) {
      // Telegram's own ids are long numbers without a visible order.
      const id = `${4_200_000_000_000_000_000n + BigInt(++count) * 7_919_000_000_017n}`
      book.set(id, { id, person, pressedAt: clock.now().getTime(), isExpired: false, waiters: [] })
      return id
    },

    answer(id, answer) {
      const callback = book.get(id)
      if (!callback || callback.answer) return undefined
      if (clock.now().getTime() - callback.pressedAt > callbackWindowMs) return undefined
      callback.answer = answer
      settle(callback)
      return callback.person
    },

    answered(id) {
      const callback = book.get(id)
      if (!callback || callback.answer || callback.isExpired) return Promise.resolve(callback?.answer)
      return new Promise((resolve) => callback.waiters.push(resolve))
    },

    expire,
    isEmpty: () => book.size === 0,

    close() {
      for (const callback of book.values()) settle(callback)
      book.clear()
    },
  }
}
