import { localDay, momentAt } from '../localTime.ts'
import { daysOf } from '../survey/expression/calendarDay.ts'

const DAY = 24 * 60
/** Minutes after midnight at which broadcasts are offered to begin: 09.00. */
const MORNING = 9 * 60
/** 1970-01-01 was a Thursday. */
const MONDAY_OFFSET = 3

/** Moments that an admin may choose by a button: tomorrow morning, and the morning of the next Monday. */
export function startMoments(now: Date, timeZone: string): { tomorrow: Date; monday: Date } {
  const today = localDay(now, timeZone)
  const weekday = ((daysOf(today) ?? 0) + MONDAY_OFFSET) % 7
  const at = (days: number) => momentAt(today, days * DAY + MORNING, timeZone)
  return { tomorrow: at(1), monday: at(7 - weekday) }
}
