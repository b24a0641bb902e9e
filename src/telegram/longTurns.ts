import { clearTimeout, setTimeout } from 'node:timers'
import type { Logger } from 'pino'
import { boundary } from './boundary.ts'
import type { SuluhContext } from './context.ts'

/** How long everybody's next updates may wait for one that takes its time. */
const PATIENCE_MS = 1_000

export type LongTurns = ReturnType<typeof longTurns>

/**
 * Turns that take longer than an answer: counting many responses, drawing, exporting. Such a turn is begun, and after
 * a moment goes on by itself, so that the next updates can be fetched. What fails in it ends where all faults end.
 */
export function longTurns(log: Logger) {
  const careful = boundary(log)
  const underWay = new Set<Promise<unknown>>()

  return {
    async begin(ctx: SuluhContext, work: () => Promise<unknown>): Promise<void> {
      const turn = Promise.resolve(careful(ctx, async () => void (await work()))).finally(() =>
        underWay.delete(turn),
      )
      underWay.add(turn)
      let timer: NodeJS.Timeout | undefined
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, PATIENCE_MS)
      })
      await Promise.race([turn, enough])
      clearTimeout(timer)
    },

    /** Resolves when nothing is under way any more. */
    async idle(): Promise<void> {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}
