import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../src/schedule/addDays.ts'
import { weekdayOf } from '../../src/schedule/weekdayOf.ts'
import { workingCalendar } from '../../src/schedule/workingCalendar.ts'
import { HOLIDAYS_2026 } from './holidays2026.ts'

const calendar = workingCalendar(HOLIDAYS_2026)

test.each([
  ['2026-03-17', '2026-03-25', 'over Nyepi, Idulfitri and their cuti bersama'],
  ['2026-12-23', '2026-12-28', 'over cuti bersama, Natal and the week end'],
  ['2026-05-13', '2026-05-18', 'over Kenaikan and its cuti bersama'],
  ['2026-08-14', '2026-08-18', 'from a Friday over a Monday that is a holiday'],
  ['2026-11-27', '2026-11-30', 'from a Friday over an ordinary week end'],
  ['2026-12-31', '2027-01-04', 'into a year'],
])('after %s comes %s: %s', (day, next) => {
  const withNewYear = workingCalendar([...HOLIDAYS_2026, { day: '2027-01-01' }])
  expect(withNewYear.nextWorkingDay(day)).toBe(next)
  expect(withNewYear.previousWorkingDay(next)).toBe(day)
})

test('weekdays are counted from Monday, before 1970 too and over leap days', () => {
  expect(['2026-11-23', '2028-02-29', '1969-12-29', '1969-12-28'].map(weekdayOf)).toEqual([1, 2, 1, 7])
})

test('working days are counted on and back over holidays', () => {
  expect(calendar.addWorkingDays('2026-03-17', 3)).toBe('2026-03-27')
  expect(calendar.addWorkingDays('2026-03-27', -3)).toBe('2026-03-17')
  expect(calendar.addWorkingDays('2026-03-21', 0)).toBe('2026-03-21')
})

test('a table that closes offices for ever is a fault, not an endless search', () => {
  const days = Array.from({ length: 200 }, (_, index) => ({ day: addDays('2026-01-01', index) }))
  expect(() => workingCalendar(days).nextWorkingDay('2026-01-01')).toThrow(RangeError)
})

test('every step lands on a working day with none between, and counting back undoes counting on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 1, max: 15 }), (offset, count) => {
      const day = addDays('2025-12-01', offset)
      const next = calendar.nextWorkingDay(day)
      expect(calendar.isWorkingDay(next)).toBe(true)
      for (let between = addDays(day, 1); between < next; between = addDays(between, 1))
        expect(calendar.isWorkingDay(between)).toBe(false)
      const later = calendar.addWorkingDays(next, count)
      expect(calendar.addWorkingDays(later, -count)).toBe(next)
    }),
  )
})
