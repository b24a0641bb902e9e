import type { MiddlewareFn } from 'telegraf'
import type { SuluhContext } from './context.ts'

/** Waiting updates of one person; whoever sends more at once is not answering a survey. */
const MOST_WAITING = 50

/**
 * One update of a person after the other, in the order in which they came, and everybody side by side.
 * Telegraf by itself runs a person's double tap concurrently.
 */
export function inOrder(onDropped: (person: number) => void) {
  const tails = new Map<number, { last: Promise<unknown>; waiting: number }>()

  const middleware: MiddlewareFn<SuluhContext> = async (ctx, next) => {
    const key = ctx.from?.id ?? ctx.chat?.id ?? 0
    const tail = tails.get(key)
    if (tail && tail.waiting >= MOST_WAITING) return onDropped(key)
    const turn = (tail?.last ?? Promise.resolve()).then(next)
    // The next in line goes on whatever became of this one; its fault is this one's caller's.
    const entry = { last: turn.catch(() => undefined), waiting: (tail?.waiting ?? 0) + 1 }
    tails.set(key, entry)
    try {
      await turn
    } finally {
      const now = tails.get(key)
      if (now === entry) tails.delete(key)
      else if (now) now.waiting--
    }
  }

  return middleware
}
