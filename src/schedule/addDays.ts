import { dayOf, daysOf } from '../survey/expression/calendarDay.ts'

/**
 * The calendar day `YYYY-MM-DD` so many days later, or earlier.
 * @throws RangeError when the text is no day
 */
export function addDays(day: string, days: number): string {
  const start = daysOf(day)
  const found = start === undefined ? undefined : dayOf(start + days)
  if (found === undefined) throw new RangeError(`${day} and ${days} days make no day`)
  return found
}
