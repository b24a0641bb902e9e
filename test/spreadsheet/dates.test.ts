import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { builtInDateFormat, dateFormat } from '../../src/spreadsheet/dateFormat.ts'
import { serialDate } from '../../src/spreadsheet/serialDate.ts'

describe('a number format shows', () => {
  test.each([
    ['General', undefined],
    ['0.00E+00', undefined],
    ['#,##0.00_);[Red](#,##0.00)', undefined],
    ['"Rp"#,##0', undefined],
    ['0" hari"', undefined],
    ['0\\ \\d', undefined],
    ['@', undefined],
    ['[$-409]General', undefined],
    ['dd/mm/yyyy', 'date'],
    ['[$-421]dd\\ mmmm\\ yyyy;@', 'date'],
    ['MMM', 'date'],
    ['m/d/yy', 'date'],
    ['h:mm', 'time'],
    ['mm:ss.0', 'time'],
    ['h:mm AM/PM', 'time'],
    ['yyyy\\-mm\\-dd\\Thh:mm:ss', 'date_time'],
    ['[h]:mm:ss', 'elapsed'],
    ['[mm]:ss', 'elapsed'],
  ])('%s: %s', (code, format) => {
    expect(dateFormat(code)).toBe(format)
  })

  test('what its number says, for those known by number', () => {
    expect([0, 1, 13, 14, 17, 18, 22, 46, 49, 164].map(builtInDateFormat)).toEqual([
      undefined,
      undefined,
      undefined,
      'date',
      'date',
      'time',
      'date_time',
      'elapsed',
      undefined,
      undefined,
    ])
  })
})

describe('a number means', () => {
  test.each([
    [1, 'date', '1900-01-01'],
    [59, 'date', '1900-02-28'],
    [61, 'date', '1900-03-01'],
    [46096, 'date', '2026-03-15'],
    [46096.5, 'date', '2026-03-15T12:00:00'],
    [46096, 'date_time', '2026-03-15T00:00:00'],
    [2_958_465, 'date', '9999-12-31'],
    [2_958_465.9999999, 'date', undefined],
    [2_958_466, 'date', undefined],
    [-1, 'date', undefined],
    [Number.NaN, 'date', undefined],
    [0.5, 'time', '12:00:00'],
    [0.5, 'date_time', '12:00:00'],
    [0.5, 'elapsed', '12:00:00'],
    [1.5, 'elapsed', undefined],
    [46096.5, 'time', '2026-03-15T12:00:00'],
  ] as const)('%d as %s: %s', (serial, format, iso) => {
    expect(serialDate(serial, format, false)).toBe(iso)
  })

  test('1,462 days later where days are counted from 1904', () => {
    expect(serialDate(0, 'date', true)).toBe('1904-01-01')
    expect(serialDate(44634, 'date', true)).toBe('2026-03-15')
    expect(serialDate(0.25, 'time', true)).toBe('06:00:00')
  })

  test('the same second as the calendar, on every day and at every time', () => {
    const days = fc.integer({ min: 61, max: 2_958_465 })
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 86_399 }), (day, second) => {
        const moment = new Date((day - 25_569) * 86_400_000 + second * 1000)
        const iso = moment.toISOString().slice(0, 19)
        expect(serialDate(day + second / 86_400, 'date_time', false)).toBe(iso)
      }),
    )
  })
})
