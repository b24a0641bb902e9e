import { setTimeout as sleep } from 'node:timers/promises'

/** Waits so many milliseconds; less, and without complaint, when the signal is given. */
export type Pause = (milliseconds: number, signal?: AbortSignal) => Promise<void>

/** The machine's own timers. */
export const timerPause: Pause = async (milliseconds, signal) => {
  await sleep(milliseconds, undefined, { ...(signal && { signal }) }).catch(() => undefined)
}
