import { daysOf } from '../expression/calendarDay.ts'
import type { Form } from '../interview/form.ts'
import type { Leaf } from '../interview/nodes.ts'
import { datePrecision, firstOf } from './datePrecision.ts'
import { readDate } from './readDate.ts'
import type { Input, Reading } from './reading.ts'
import { readMonthOrYear } from './readMonthOrYear.ts'
import { readDateTime, readTime } from './readTime.ts'

/** A date, of which a month or a year may be all that is asked for: typed, or chosen in the calendar. */
export function readDay(form: Form, leaf: Leaf, input: Input, typed = ''): Reading {
  const precision = datePrecision(leaf.row)
  const { today } = form.context
  const day =
    input.type === 'day'
      ? realDay(input.day)
      : (precision !== 'day' && readMonthOrYear(typed, precision)) || readDate(typed, today)
  if (day) return { value: firstOf(day, precision) }
  return { problem: precision === 'day' ? 'needs_date' : `needs_${precision}` }
}

const realDay = (day: string) => (daysOf(day) === undefined ? undefined : day)

/** So many minutes after midnight as a time of day. */
function clock(minutes: number): string | undefined {
  if (minutes >= 24 * 60) return undefined
  const parts = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'))
  return `${parts.join(':')}:00.000`
}

/** A time of day: typed, or chosen from the clock. */
export function readClock(input: Input, typed = ''): Reading {
  const time = input.type === 'time' ? clock(input.minutes) : readTime(typed)
  return time === undefined ? { problem: 'needs_time' } : { value: time }
}

/** A day from the calendar first, then the time; or both typed at once. */
export function readDayAndTime(form: Form, leaf: Leaf, input: Input, typed: string | undefined): Reading {
  const offset = form.context.now.slice(-6)
  const begun = form.answers.values.get(leaf.path)?.slice(0, 10) ?? ''
  if (input.type === 'day') {
    const chosen = realDay(input.day)
    return chosen ? { value: chosen, stays: true } : { problem: 'needs_date_time' }
  }
  if (input.type === 'time') {
    const time = clock(input.minutes)
    return begun && time ? { value: `${begun}T${time}${offset}` } : { problem: 'needs_date_time' }
  }
  if (typed === undefined) return { problem: 'needs_date_time' }
  const whole = readDateTime(typed, form.context.today)
  if (whole) return { value: `${whole}${offset}` }
  const time = readTime(typed)
  if (begun !== '' && time) return { value: `${begun}T${time}${offset}` }
  const day = readDate(typed, form.context.today)
  return day ? { value: day, stays: true } : { problem: 'needs_date_time' }
}
