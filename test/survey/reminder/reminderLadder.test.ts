import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localMoment, momentAt } from '../../../src/localTime.ts'
import { openFrom } from '../../../src/outbox/quietHours.ts'
import { workingCalendar } from '../../../src/schedule/workingCalendar.ts'
import { lastDayOf } from '../../../src/survey/reminder/lastDayOf.ts'
import { dueReminder, reminderLadder } from '../../../src/survey/reminder/reminderLadder.ts'
import { HOLIDAYS_2026 } from '../../schedule/holidays2026.ts'

const calendar = workingCalendar(HOLIDAYS_2026)
const quietHours = { from: 20 * 60, to: 7 * 60 }

const ladder = (lastAct: string, lastDay: string, timeZone = 'Asia/Jakarta') =>
  reminderLadder({ lastActAt: new Date(lastAct), lastDay, timeZone }, calendar, quietHours).map(
    ({ step, at }) => `${step} ${localMoment(at, timeZone).slice(5, 16)}`,
  )

test.each<[string, string, string, string[]]>([
  [
    'on a Monday morning',
    '2026-11-23T08:30+07:00',
    '2026-12-31',
    ['1 11-23T11:30', '2 11-24T09:00', '3 12-31T09:00'],
  ],
  [
    'on a Friday: the next working day is Monday',
    '2026-11-27T08:30+07:00',
    '2026-12-31',
    ['1 11-27T11:30', '2 11-30T09:00', '3 12-31T09:00'],
  ],
  [
    'before cuti bersama and Natal',
    '2026-12-23T08:30+07:00',
    '2026-12-31',
    ['1 12-23T11:30', '2 12-28T09:00', '3 12-31T09:00'],
  ],
  [
    'before Nyepi and Idulfitri',
    '2026-03-17T10:00+07:00',
    '2026-06-30',
    ['1 03-17T13:00', '2 03-25T09:00', '3 06-30T09:00'],
  ],
  [
    'in the evening: the first would come at seven, so near the second that only that one does',
    '2026-11-23T18:00+07:00',
    '2026-12-31',
    ['2 11-24T09:00', '3 12-31T09:00'],
  ],
  [
    'in the evening before a Saturday: both',
    '2026-11-27T18:00+07:00',
    '2026-12-31',
    ['1 11-28T07:00', '2 11-30T09:00', '3 12-31T09:00'],
  ],
  [
    'when the next working day is the last day: one for both',
    '2026-12-30T08:30+07:00',
    '2026-12-31',
    ['1 12-30T11:30', '3 12-31T09:00'],
  ],
  ['on the last day: only after some rest', '2026-12-31T08:30+07:00', '2026-12-31', ['1 12-31T11:30']],
  ['in the evening of the last day: none', '2026-12-31T18:00+07:00', '2026-12-31', []],
])('reminders of a draft that was left %s', (_, lastAct, lastDay, expected) => {
  expect(ladder(lastAct, lastDay)).toEqual(expected)
})

test('nine o’clock is that of the unit', () => {
  expect(ladder('2026-11-23T08:30+09:00', '2026-12-31', 'Asia/Jayapura')).toEqual([
    '1 11-23T11:30',
    '2 11-24T09:00',
    '3 12-31T09:00',
  ])
})

describe('what is due', () => {
  const draft = {
    lastActAt: new Date('2026-11-23T08:30+07:00'),
    lastDay: '2026-12-31',
    timeZone: 'Asia/Jakarta',
  }
  const at = (now: string, given = 0, quiet: typeof quietHours | undefined = quietHours) => {
    const { due, next } = dueReminder(draft, given, { now: new Date(now), calendar, quietHours: quiet })
    return [due, next && localMoment(next, 'Asia/Jakarta').slice(5, 16)]
  }

  test.each<[string, string, number, [number | undefined, string | undefined]]>([
    ['before three hours have passed', '2026-11-23T11:29+07:00', 0, [undefined, '11-23T11:30']],
    ['after three hours', '2026-11-23T11:30+07:00', 0, [1, '11-24T09:00']],
    ['of two, only the nearest', '2026-11-24T13:30+07:00', 0, [2, '12-31T09:00']],
    ['none twice', '2026-11-24T13:30+07:00', 2, [undefined, '12-31T09:00']],
    ['not in the night, but when it ends', '2026-11-23T21:00+07:00', 0, [undefined, '11-24T07:00']],
    ['the last one, and then no more', '2026-12-31T09:00+07:00', 2, [3, undefined]],
    ['after the last day none at all', '2027-01-01T09:00+07:00', 0, [undefined, undefined]],
    ['after the third none at all', '2026-12-31T12:00+07:00', 3, [undefined, undefined]],
  ])('%s', (_, now, given, expected) => {
    expect(at(now, given)).toEqual(expected)
  })

  test('is at most three reminders, none in the night, each at least three hours after the last act', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 364 * 1440 }),
        fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 40 }),
        (start, pauses) => {
          const opened = momentAt('2026-01-01', start, 'Asia/Jakarta')
          const resting = { lastActAt: opened, lastDay: '2026-12-31', timeZone: 'Asia/Jakarta' }
          let given = 0
          let sent = 0
          let now = opened
          for (const pause of pauses) {
            now = new Date(now.getTime() + pause * 60_000)
            const { due, next } = dueReminder(resting, given, { now, calendar, quietHours })
            if (next) expect(next.getTime()).toBeGreaterThan(now.getTime())
            if (due === undefined) continue
            expect(due).toBeGreaterThan(given)
            expect(openFrom(now, quietHours, 'Asia/Jakarta')).toEqual(now)
            expect(now.getTime() - opened.getTime()).toBeGreaterThanOrEqual(3 * 3_600_000)
            given = due
            sent++
          }
          expect(sent).toBeLessThanOrEqual(3)
        },
      ),
    )
  })
})

test.each([
  ['2026', '2026-12-31'],
  ['2026-S1', '2026-06-30'],
  ['2026-S2', '2026-12-31'],
  ['2026-Q1', '2026-03-31'],
  ['2026-Q3', '2026-09-30'],
  ['2028-02', '2028-02-29'],
])('a survey without a last day of its own ends with its period: %s on %s', (period, day) => {
  expect(lastDayOf({}, period)).toBe(day)
  expect(lastDayOf({ closesOn: '2026-08-17' }, period)).toBe('2026-08-17')
})
