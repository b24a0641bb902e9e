import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDay, localMoment, momentAt } from '../../src/localTime.ts'
import { addDays } from '../../src/schedule/addDays.ts'
import {
  lastOccurrence,
  nextOccurrence,
  nextOccurrences,
  type Recurrence,
  recurrenceSchema,
} from '../../src/schedule/recurrence.ts'
import { workingCalendar } from '../../src/schedule/workingCalendar.ts'
import { HOLIDAYS_2026 } from './holidays2026.ts'

const calendar = workingCalendar(HOLIDAYS_2026)
const JAKARTA = { at: '09:00', timeZone: 'Asia/Jakarta' }

const days = (recurrence: unknown, from: string, count: number) =>
  nextOccurrences(recurrenceSchema.parse(recurrence), calendar, momentAt(from, 0, 'Asia/Jakarta'), count).map(
    (moment) => localDay(moment, 'Asia/Jakarta').slice(5),
  )

describe('dates', () => {
  test.each<[string, object, string, string]>([
    ['each day, working days only', { every: 'day', onHolidays: 'skip' }, '2026-12-23', '12-23 12-28 12-29'],
    ['each day', { every: 'day', onHolidays: 'ignore' }, '2026-12-24', '12-24 12-25 12-26'],
    [
      'days that are moved to the same day are one',
      { every: 'day', onHolidays: 'shift-next' },
      '2026-03-17',
      '03-17 03-25 03-26',
    ],
    [
      'Monday and Thursday, over Idulfitri to the next working day',
      { every: 'week', on: [1, 4], onHolidays: 'shift-next' },
      '2026-03-16',
      '03-16 03-25 03-26',
    ],
    ['Mondays without holidays', { every: 'week', on: [1], onHolidays: 'skip' }, '2026-08-11', '08-24 08-31'],
    [
      'a Monday that is a holiday, to the Friday before',
      { every: 'week', on: [1], onHolidays: 'shift-previous' },
      '2026-08-11',
      '08-14 08-24',
    ],
    [
      'Saturdays asked for by name',
      { every: 'week', on: [6], onHolidays: 'skip' },
      '2026-11-24',
      '11-28 12-05',
    ],
    [
      'the 31st, or the last day of shorter months',
      { every: 'month', on: { date: 31 }, onHolidays: 'ignore' },
      '2026-01-15',
      '01-31 02-28 03-31 04-30',
    ],
    [
      'the 31st of January is a Saturday: on the working day before',
      { every: 'month', on: { date: 31 }, onHolidays: 'shift-previous' },
      '2026-01-15',
      '01-30 02-27',
    ],
    ['a leap day', { every: 'month', on: { date: 30 }, onHolidays: 'ignore' }, '2028-02-01', '02-29 03-30'],
    [
      'the second Friday',
      { every: 'month', on: { weekday: 5, nth: 2 }, onHolidays: 'ignore' },
      '2026-05-01',
      '05-08 06-12',
    ],
    [
      'the last Thursday, over cuti bersama',
      { every: 'month', on: { weekday: 4, nth: -1 }, onHolidays: 'shift-next' },
      '2026-05-01',
      '05-29 06-25',
    ],
    ['once', { every: 'once', on: '2026-12-25', onHolidays: 'shift-next' }, '2026-11-01', '12-28'],
    ['once, years ahead', { every: 'once', on: '2036-12-25', onHolidays: 'ignore' }, '2026-11-01', '12-25'],
    ['once, left out', { every: 'once', on: '2026-12-25', onHolidays: 'skip' }, '2026-11-01', ''],
  ])('%s', (_, recurrence, from, expected) => {
    const wanted = expected.split(' ').filter(Boolean)
    expect(days({ ...JAKARTA, ...recurrence }, from, Math.max(1, wanted.length))).toEqual(wanted)
  })

  test('something that happened once is found when looked back, and never again', () => {
    const once: Recurrence = { every: 'once', on: '2020-02-03', onHolidays: 'ignore', ...JAKARTA }
    const now = new Date('2026-11-24T00:00:00Z')
    expect(lastOccurrence(once, calendar, now)?.toISOString()).toBe('2020-02-03T02:00:00.000Z')
    expect(nextOccurrence(once, calendar, now)).toBeUndefined()
  })
})

test.each([
  ['Asia/Jakarta', '2026-11-24T09:00:00.000+07:00'],
  ['Asia/Makassar', '2026-11-24T09:00:00.000+08:00'],
  ['Asia/Jayapura', '2026-11-24T09:00:00.000+09:00'],
])('nine o’clock is what the clocks of %s show', (timeZone, expected) => {
  const next = nextOccurrence(
    { every: 'day', at: '09:00', timeZone, onHolidays: 'ignore' },
    calendar,
    new Date('2026-11-23T12:00:00Z'),
  ) as Date
  expect(localMoment(next, timeZone)).toBe(expected)
})

test('a time that clocks jump over comes as long after the jump, and one that they show twice comes once', () => {
  const daily: Recurrence = { every: 'day', at: '02:30', timeZone: 'Europe/Berlin', onHolidays: 'ignore' }
  const at = (after: string) =>
    nextOccurrences(daily, calendar, new Date(after), 2).map((d) => d.toISOString())
  expect(at('2026-03-28T12:00:00Z')).toEqual(['2026-03-29T01:30:00.000Z', '2026-03-30T00:30:00.000Z'])
  expect(at('2026-10-24T12:00:00Z')).toEqual(['2026-10-25T01:30:00.000Z', '2026-10-26T01:30:00.000Z'])
})

const when = fc.record({
  at: fc.constantFrom('00:00', '07:05', '23:59'),
  timeZone: fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'America/Los_Angeles'),
  onHolidays: fc.constantFrom('skip', 'shift-next', 'shift-previous', 'ignore') as fc.Arbitrary<
    Recurrence['onHolidays']
  >,
})
const weekday = fc.integer({ min: 1, max: 7 })
const recurrences: fc.Arbitrary<Recurrence> = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: 0, max: 700 }).map((n) => ({ every: 'once' as const, on: addDays('2026-01-01', n) })),
      fc.constant({ every: 'day' as const }),
      fc.uniqueArray(weekday, { minLength: 1, maxLength: 7 }).map((on) => ({ every: 'week' as const, on })),
      fc.integer({ min: 1, max: 31 }).map((date) => ({ every: 'month' as const, on: { date } })),
      fc
        .tuple(weekday, fc.constantFrom(1, 2, 3, 4, -1))
        .map(([on, nth]) => ({ every: 'month' as const, on: { weekday: on, nth } })),
    ),
    when,
  )
  .map(([what, rest]) => recurrenceSchema.parse({ ...what, ...rest }))
const moments = fc
  .integer({ min: 0, max: 500 * 24 * 60 })
  .map((minutes) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000))

test('the next time lies after, the last one not; between the two of them nothing happens', () => {
  fc.assert(
    fc.property(recurrences, moments, (recurrence, moment) => {
      const next = nextOccurrence(recurrence, calendar, moment)
      const last = lastOccurrence(recurrence, calendar, moment)
      if (next) {
        expect(next.getTime()).toBeGreaterThan(moment.getTime())
        expect(lastOccurrence(recurrence, calendar, next)).toEqual(next)
        const before = lastOccurrence(recurrence, calendar, new Date(next.getTime() - 1))
        expect(before).toEqual(last)
      }
      if (last) expect(last.getTime()).toBeLessThanOrEqual(moment.getTime())
    }),
    { numRuns: 300 },
  )
})

test('what is moved or left out for holidays never falls on one', () => {
  fc.assert(
    fc.property(recurrences, moments, (recurrence, moment) => {
      fc.pre(recurrence.onHolidays !== 'ignore')
      const next = nextOccurrence(recurrence, calendar, moment)
      if (next) expect(calendar.isHoliday(localDay(next, recurrence.timeZone))).toBe(false)
    }),
    { numRuns: 300 },
  )
})

test('what cannot be a recurrence is refused', () => {
  for (const wrong of [
    { every: 'day', ...JAKARTA, onHolidays: 'perhaps' },
    { every: 'day', at: '9:00', timeZone: 'Asia/Jakarta', onHolidays: 'skip' },
    { every: 'day', at: '09:00', timeZone: 'WIB', onHolidays: 'skip' },
    { every: 'week', on: [], ...JAKARTA, onHolidays: 'skip' },
    { every: 'month', on: { date: 32 }, ...JAKARTA, onHolidays: 'skip' },
    { every: 'once', on: '2026-02-30', ...JAKARTA, onHolidays: 'skip' },
  ])
    expect(recurrenceSchema.safeParse(wrong).success).toBe(false)
})
