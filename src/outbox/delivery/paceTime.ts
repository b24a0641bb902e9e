import type { Pause } from '../../telegram/pause.ts'

export type PaceTime = ReturnType<typeof paceTime>

/** Timers may be that much early. */
const EARLY_MS = 5

/**
 * Time for pacing: milliseconds that only go forward. What was paused has passed, also where pauses take no time, as
 * in tests; so no pause is ever waited for twice.
 */
export function paceTime(pause: Pause, monotonic = () => performance.now()) {
  let ahead = 0
  const now = () => monotonic() + ahead
  return {
    now,
    async pause(milliseconds: number, signal: AbortSignal): Promise<void> {
      const end = now() + milliseconds
      await pause(Math.ceil(milliseconds), signal)
      const missing = end - now()
      if (missing > EARLY_MS && !signal.aborted) ahead += missing
    },
  }
}
