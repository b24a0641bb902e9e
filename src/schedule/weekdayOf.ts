import { daysOf } from '../survey/expression/calendarDay.ts'

/** The day of the week of a calendar day, from 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  const days = daysOf(day)
  if (days === undefined) throw new RangeError(`${day} is no day`)
  // 1970-01-01 was a Thursday.
  return ((((days + 3) % 7) + 7) % 7) + 1
}
