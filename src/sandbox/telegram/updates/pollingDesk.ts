import type { Clock } from '../../../clock.ts'
import { conflict, type Refusal } from '../refusal.ts'
import type { UpdateQueue } from '../state/updates.ts'
import type { Update } from '../wire.ts'

const longestPollSeconds = 50
const mostUpdates = 100

export interface Poll {
  offset: number
  limit: number
  /** Seconds to wait for an update when there is none. */
  timeout: number
  /** Told how to end the wait when the bot hangs up. */
  whenAbandoned(listener: () => void): void
}

/** Where `getUpdates` waits. Only one poll waits at a time: a newer one sends the older away with 409. */
export interface PollingDesk {
  take(poll: Poll): Update[] | Promise<Update[]>
  /** Hands what there is to the waiting poll. */
  wake(): void
  /** Ends the waiting poll with a refusal, or with an empty answer. */
  dismiss(refusal?: Refusal): void
  isWaiting(): boolean
  /** Called when a poll begins to wait. */
  onWaiting: () => void
  /** When the bot asked for updates last; undefined before the first time. */
  lastAsked: Date | undefined
}

interface Waiter {
  limit: number
  timer: NodeJS.Timeout
  resolve(updates: Update[]): void
  reject(refusal: Refusal): void
}

/** @param slowsRepeats whether asking again with the same offset is slowed down, as Telegram does it */
export function createPollingDesk(updates: UpdateQueue, clock: Clock, slowsRepeats: boolean): PollingDesk {
  let waiter: Waiter | undefined
  let isWaking = false
  let previous = { offset: 0, at: 0 }

  function end(): Waiter | undefined {
    const ended = waiter
    if (ended) clearTimeout(ended.timer)
    waiter = undefined
    return ended
  }

  function wait(limit: number, seconds: number, poll: Poll): Promise<Update[]> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => end()?.resolve([]), seconds * 1000)
      const own = { limit, timer, resolve, reject }
      waiter = own
      desk.onWaiting()
      poll.whenAbandoned(() => {
        if (waiter === own) end()?.resolve([])
      })
    })
  }

  const desk: PollingDesk = {
    lastAsked: undefined,
    isWaiting: () => waiter !== undefined,
    onWaiting: () => undefined,

    take(poll) {
      desk.dismiss(
        conflict('terminated by other getUpdates request; make sure that only one bot instance is running'),
      )
      desk.lastAsked = clock.now()
      const at = desk.lastAsked.getTime()
      const isRepeat = slowsRepeats && poll.offset === previous.offset
      const isHasty = isRepeat && at < previous.at + 3000
      const isVeryHasty = isRepeat && at < previous.at + 500
      previous = { offset: poll.offset, at }
      if (poll.offset < 0) updates.keepLast(-poll.offset)
      else if (poll.offset > 0) updates.confirm(poll.offset)
      const limit = isVeryHasty ? 1 : poll.limit < 1 || poll.limit > mostUpdates ? mostUpdates : poll.limit
      const found = updates.peek(limit)
      const asked = Math.max(0, Math.min(longestPollSeconds, poll.timeout))
      const seconds = isHasty ? Math.max(3, asked) : asked
      return found.length > 0 || seconds === 0 ? found : wait(limit, seconds, poll)
    },

    wake() {
      if (!waiter || isWaking) return
      isWaking = true
      // What happens in the same moment goes out together.
      setImmediate(() => {
        isWaking = false
        if (!waiter) return
        const found = updates.peek(waiter.limit)
        if (found.length > 0) end()?.resolve(found)
      })
    },

    dismiss(refusal) {
      const ended = end()
      if (refusal) ended?.reject(refusal)
      else ended?.resolve([])
    },
  }
  return desk
}
