import { z } from 'zod'
import { isTimeZone } from '../config.ts'
import { localDay, momentAt } from '../localTime.ts'
import { daysOf } from '../survey/expression/calendarDay.ts'
import { addDays } from './addDays.ts'
import { weekdayOf } from './weekdayOf.ts'
import type { WorkingCalendar } from './workingCalendar.ts'

const day = z.string().refine((text) => daysOf(text) !== undefined, 'a day is YYYY-MM-DD')
const weekday = z.int().min(1).max(7)
const when = {
  /** Clock time in the zone: `09:00`. */
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  timeZone: z.string().refine(isTimeZone, 'a zone is an IANA name such as Asia/Jakarta'),
  /** What becomes of a date on which nobody works. */
  onHolidays: z.enum(['skip', 'shift-next', 'shift-previous', 'ignore']),
}

/**
 * When something happens again and again. Weekdays are 1 for Monday to 7 for Sunday. A Saturday or Sunday that was
 * asked for by name is no day off in itself; a holiday on it is.
 */
export const recurrenceSchema = z.discriminatedUnion('every', [
  z.object({ every: z.literal('once'), on: day, ...when }),
  z.object({ every: z.literal('day'), ...when }),
  z.object({ every: z.literal('week'), on: z.array(weekday).min(1).max(7), ...when }),
  z.object({
    every: z.literal('month'),
    /** A date, which in shorter months is the last day; or the nth such weekday, -1 being the last. */
    on: z.union([
      z.object({ date: z.int().min(1).max(31) }),
      z.object({ weekday, nth: z.union([z.int().min(1).max(4), z.literal(-1)]) }),
    ]),
    ...when,
  }),
])
export type Recurrence = z.infer<typeof recurrenceSchema>

/** Days by which a date is moved at most; where nobody works for longer, it is left out. */
const LONGEST_SHIFT = 31
/** Days that are looked through before it counts as never happening again. */
const FURTHEST = 3 * 366

/** The first time after a moment; nothing when it never happens again. */
export const nextOccurrence = (recurrence: Recurrence, calendar: WorkingCalendar, after: Date) =>
  nearest(recurrence, calendar, after, 1)

/** The last time at or before a moment; nothing when there was none. */
export const lastOccurrence = (recurrence: Recurrence, calendar: WorkingCalendar, now: Date) =>
  nearest(recurrence, calendar, new Date(now.getTime() + 1), -1)

/** The next times after a moment, at most so many. */
export function nextOccurrences(
  recurrence: Recurrence,
  calendar: WorkingCalendar,
  after: Date,
  count: number,
): Date[] {
  const found: Date[] = []
  while (found.length < count) {
    const next = nextOccurrence(recurrence, calendar, found.at(-1) ?? after)
    if (!next) break
    found.push(next)
  }
  return found
}

/** The nearest time strictly after a moment (1), or strictly before it (-1). */
function nearest(
  recurrence: Recurrence,
  calendar: WorkingCalendar,
  from: Date,
  direction: 1 | -1,
): Date | undefined {
  const { at, timeZone } = recurrence
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  const isBeyond = (moment: Date) => (moment.getTime() - from.getTime()) * direction > 0
  let found: string | undefined
  // Dates move by up to a month, so those behind the moment may come out beyond it, and the other way round.
  let nominal = addDays(startOf(recurrence, localDay(from, timeZone), direction), -direction * LONGEST_SHIFT)
  for (let looked = 0; looked < FURTHEST; looked++, nominal = addDays(nominal, direction)) {
    if (found !== undefined && (daysOf(nominal) ?? 0) * direction > limitOf(found, direction)) break
    const actual = isNamed(recurrence, nominal) ? actualDay(recurrence, calendar, nominal) : undefined
    if (actual === undefined || !isBeyond(momentAt(actual, hours * 60 + minutes, timeZone))) continue
    if (found === undefined || (actual < found ? 1 : -1) === direction) found = actual
  }
  return found === undefined ? undefined : momentAt(found, hours * 60 + minutes, timeZone)
}

/** Where to begin to look: what happens once may lie years away. */
function startOf(recurrence: Recurrence, today: string, direction: 1 | -1): string {
  if (recurrence.every !== 'once') return today
  const isAhead = recurrence.on > today === direction > 0
  return isAhead ? recurrence.on : today
}

const limitOf = (day: string, direction: 1 | -1) => (daysOf(day) ?? 0) * direction + LONGEST_SHIFT

/** Whether it happens on a day, holidays aside. */
function isNamed(recurrence: Recurrence, day: string): boolean {
  switch (recurrence.every) {
    case 'once':
      return day === recurrence.on
    case 'day':
      return true
    case 'week':
      return recurrence.on.includes(weekdayOf(day))
    case 'month': {
      const { on } = recurrence
      const date = Number(day.slice(8))
      const length = daysInMonth(day)
      if ('date' in on) return date === Math.min(on.date, length)
      if (weekdayOf(day) !== on.weekday) return false
      return on.nth === -1 ? date + 7 > length : Math.ceil(date / 7) === on.nth
    }
  }
}

/** The day on which it really happens; nothing when it is left out. */
function actualDay(recurrence: Recurrence, calendar: WorkingCalendar, day: string): string | undefined {
  const isByWeekday =
    recurrence.every === 'week' || (recurrence.every === 'month' && 'weekday' in recurrence.on)
  const isOff = isByWeekday ? calendar.isHoliday(day) : !calendar.isWorkingDay(day)
  if (!isOff || recurrence.onHolidays === 'ignore') return day
  if (recurrence.onHolidays === 'skip') return undefined
  const step = recurrence.onHolidays === 'shift-next' ? 1 : -1
  for (let days = 1; days <= LONGEST_SHIFT; days++) {
    const shifted = addDays(day, days * step)
    if (calendar.isWorkingDay(shifted)) return shifted
  }
  return undefined
}

const daysInMonth = (day: string) =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()
