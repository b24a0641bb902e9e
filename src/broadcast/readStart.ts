import { localDay, momentAt } from '../localTime.ts'
import { readDateTime } from '../survey/answer/readTime.ts'

/**
 * A typed date and time such as `27 November 2026 pukul 09.00` or `besok 9.00`, as a moment where the clocks show the
 * time of `timeZone`; nothing when it is none.
 */
export function readStart(typed: string, now: Date, timeZone: string): Date | undefined {
  const shown = readDateTime(typed.trim(), localDay(now, timeZone))
  if (shown === undefined) return undefined
  const minutes = Number(shown.slice(11, 13)) * 60 + Number(shown.slice(14, 16))
  return momentAt(shown.slice(0, 10), minutes, timeZone)
}
