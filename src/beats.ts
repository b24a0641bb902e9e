import { schedule } from 'node-cron'

/** What goes on by itself until it is stopped. */
export interface Beat {
  /** Begins no more work, and resolves when the work in hand is done. */
  stop(): Promise<void>
}

/**
 * The only clockwork of the program: everything that is not an answer to somebody begins with one of these. Work is
 * never begun again before it has ended. Whoever gives work sees to its faults: what is thrown is lost here.
 */
export interface Beats {
  /** Does the work at once, and then each time so many milliseconds after it ended. */
  every(milliseconds: number, work: () => Promise<unknown>): Beat
  /** Does the work at each full minute. */
  minutely(work: () => Promise<unknown>): Beat
}

/** How late a minute may begin on a busy machine and still be begun: node-cron drops what is a second late otherwise. */
const LATE_MS = 55_000

/** The machine's own timers, and node-cron for the minutes. */
export const timerBeats: Beats = {
  every(milliseconds, work) {
    let timer: NodeJS.Timeout | undefined
    let isStopped = false
    let running: Promise<void> = Promise.resolve()
    const beat = () => {
      running = ended(work).then(() => {
        if (!isStopped) timer = setTimeout(beat, milliseconds)
      })
    }
    beat()
    return {
      async stop() {
        isStopped = true
        clearTimeout(timer)
        await running
      },
    }
  },

  minutely(work) {
    let running: Promise<void> = Promise.resolve()
    const task = schedule(
      '* * * * *',
      () => {
        running = ended(work)
        return running
      },
      { noOverlap: true, missedExecutionTolerance: LATE_MS, suppressMissedWarning: true },
    )
    return {
      async stop() {
        await task.destroy()
        await running
      },
    }
  },
}

const ended = (work: () => Promise<unknown>): Promise<void> =>
  Promise.resolve()
    .then(work)
    .then(
      () => undefined,
      () => undefined,
    )
