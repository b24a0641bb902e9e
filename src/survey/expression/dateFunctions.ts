import { DAY } from './calendarDay.ts'
import { type FunctionDefinition, ofValues } from './functionDefinition.ts'
import { dayMoment, Moment, momentOf, numberOf, scalarOf, stringOf, type Value } from './value.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** Days and times. Days are numbers to arithmetic: days since 1970-01-01. */
export const dateFunctions: Record<string, FunctionDefinition> = {
  today: {
    least: 0,
    most: 0,
    build:
      () =>
      ({ world }) =>
        momentOf(world.today) ?? '',
  },
  now: {
    least: 0,
    most: 0,
    isFrozen: true,
    build:
      () =>
      ({ world }) =>
        momentOf(world.now) ?? '',
  },
  date: ofValues([1, 1], (value) => asDay(value as Value)),
  'date-time': ofValues([1, 1], (value) => asMoment(value as Value) ?? ''),
  'decimal-date-time': ofValues([1, 1], (value) => asMoment(value as Value)?.days ?? Number.NaN),
  'decimal-time': ofValues([1, 1], (value) => timeOfDay(stringOf(value as Value))),
  'format-date': ofValues([2, 2], (value, format) => formatMoment(value as Value, stringOf(format as Value))),
  'format-date-time': ofValues([2, 2], (value, format) =>
    formatMoment(value as Value, stringOf(format as Value)),
  ),
}

function asDay(value: Value): Moment | string {
  const scalar = scalarOf(value)
  if (typeof scalar === 'number') return dayMoment(scalar) ?? ''
  const text = stringOf(scalar)
  return momentOf(text.slice(0, 10)) ?? dayMoment(numberOf(text)) ?? ''
}

function asMoment(value: Value): Moment | undefined {
  const scalar = scalarOf(value)
  if (scalar instanceof Moment) return scalar
  const days = numberOf(scalar)
  if (!Number.isNaN(days)) {
    const date = new Date(days * DAY)
    return Number.isNaN(date.getTime()) ? undefined : momentOf(date.toISOString())
  }
  return momentOf(stringOf(scalar))
}

/** `08:30:00.000+07:00` as the part of the day that has passed. */
function timeOfDay(text: string): number {
  const [, hours, minutes, seconds = '0'] = /(?:^|T)(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?/.exec(text) ?? []
  if (hours === undefined) return Number.NaN
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400
}

/** The moment as its place's clock and calendar show it. */
function formatMoment(value: Value, format: string): string {
  const moment = asMoment(value)
  if (!moment) return ''
  const [day = '', time = ''] = moment.text.split('T')
  const [year = '', month = '', date = ''] = day.split('-')
  const [hours = '00', minutes = '00', rest = '00'] = time.replace(/(Z|[+-]\d{2}:?\d{2})$/, '').split(':')
  const [seconds = '00', fraction = ''] = rest.split('.')
  const weekday = WEEKDAYS[(((Math.floor(momentOf(day)?.days ?? 0) + 4) % 7) + 7) % 7] ?? ''
  const parts: Record<string, string> = {
    Y: year,
    y: year.slice(-2),
    m: month,
    n: String(Number(month)),
    b: MONTHS[Number(month) - 1] ?? '',
    d: date,
    e: String(Number(date)),
    H: hours,
    h: String(Number(hours)),
    M: minutes,
    S: seconds,
    3: fraction.padEnd(3, '0').slice(0, 3),
    a: weekday,
    '%': '%',
  }
  return format.replace(/%(.)/g, (whole, letter: string) => parts[letter] ?? whole)
}
