import { addDays } from './addDays.ts'
import type { Holiday } from './holiday/holiday.ts'
import { weekdayOf } from './weekdayOf.ts'

/** On which calendar days offices work. Days are local ones: `localDay` gives that of a moment in a zone. */
export interface WorkingCalendar {
  /** Monday to Friday, and no holiday. */
  isWorkingDay(day: string): boolean
  isHoliday(day: string): boolean
  /** The first working day after a day. */
  nextWorkingDay(day: string): string
  /** The last working day before a day. */
  previousWorkingDay(day: string): string
  /**
   * The working day that lies so many working days after a day, or before it; the day itself for 0, also when nobody
   * works on it.
   */
  addWorkingDays(day: string, count: number): string
}

/** Nobody closes offices for longer at a stretch: more is a fault in the table. */
const LONGEST_BREAK = 100

/** The calendar of a table of holidays; estimated ones count. */
export function workingCalendar(holidays: readonly Pick<Holiday, 'day'>[]): WorkingCalendar {
  const closed = new Set(holidays.map(({ day }) => day))
  const isHoliday = (day: string) => closed.has(day)
  const isWorkingDay = (day: string) => weekdayOf(day) <= 5 && !isHoliday(day)

  function step(from: string, days: 1 | -1): string {
    let day = from
    for (let looked = 0; looked < LONGEST_BREAK; looked++) {
      day = addDays(day, days)
      if (isWorkingDay(day)) return day
    }
    throw new RangeError(`there is no working day within ${LONGEST_BREAK} days of ${from}`)
  }

  return {
    isWorkingDay,
    isHoliday,
    nextWorkingDay: (day) => step(day, 1),
    previousWorkingDay: (day) => step(day, -1),
    addWorkingDays(day, count) {
      let found = day
      for (let left = Math.abs(count); left > 0; left--) found = step(found, count < 0 ? -1 : 1)
      return found
    },
  }
}
