import { TelegramUnreachable } from './api.ts'
import type { Pause } from './pause.ts'
import { TelegramRefusal } from './refusal.ts'

/** Pauses between the tries of one call, in milliseconds, before it is given up. */
const PAUSES = [500, 2_000, 5_000]
/** What would have to wait longer than this is of no use to anyone. */
const LONGEST_WAIT_MS = 60_000

/**
 * Tries until it works or cannot work: waits when Telegram says so, and when it is out of reach.
 * @throws the last fault
 */
export async function persist<T>(pause: Pause, attempt: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt()
    } catch (fault) {
      const wait = waitFor(fault, tries)
      if (wait === undefined || signal?.aborted) throw fault
      await pause(wait, signal)
    }
  }
}

/** How long to wait before another try; nothing when there is no point in one. */
function waitFor(fault: unknown, tries: number): number | undefined {
  const pause = PAUSES[tries]
  if (pause === undefined) return undefined
  if (fault instanceof TelegramUnreachable) return pause
  if (!(fault instanceof TelegramRefusal) || fault.refusal.kind !== 'wait') return undefined
  const wait = fault.refusal.seconds * 1000
  return wait <= LONGEST_WAIT_MS ? wait : undefined
}
