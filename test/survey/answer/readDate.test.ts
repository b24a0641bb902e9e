import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longDate } from '../../../src/dates.ts'
import { readDate } from '../../../src/survey/answer/readDate.ts'
import { dayOf, daysOf } from '../../../src/survey/expression/calendarDay.ts'
import { HARI_INI } from '../asking.ts'

describe('dates as people type them', () => {
  test.each([
    ['17 Agustus 2025', '2025-08-17'],
    ['17 agustus 25', '2025-08-17'],
    ['17-Agu-2025', '2025-08-17'],
    ['17 Agt. 2025', '2025-08-17'],
    ['17 August 2025', '2025-08-17'],
    ['Minggu, 17 Agustus 2025', '2025-08-17'],
    ['minggu 17 agustus 2025', '2025-08-17'],
    ["Jum'at, 15/8/2025", '2025-08-15'],
    ['Jumat 15-8-25', '2025-08-15'],
    ['tanggal 17 Agustus 2025', '2025-08-17'],
    ['tgl. 17-08-2025', '2025-08-17'],
    ['17/8/25', '2025-08-17'],
    ['17/08/2025', '2025-08-17'],
    ['17-08-2025', '2025-08-17'],
    ['17.8.2025', '2025-08-17'],
    ['17 8 2025', '2025-08-17'],
    ['2025-08-17', '2025-08-17'],
    ['2025/8/7', '2025-08-07'],
    [' 1 Mei 1998 ', '1998-05-01'],
    ['3 Pebruari 1990', '1990-02-03'],
    ['3 Nopember 1990', '1990-11-03'],
    ['3 Okt 1990', '1990-10-03'],
    ['hari ini', '2026-11-23'],
    ['Kemarin', '2026-11-22'],
    ['besok', '2026-11-24'],
    ['lusa', '2026-11-25'],
    ['3 Des 1990', '1990-12-03'],
    ['29/2/2024', '2024-02-29'],
    ['29 Februari 2000', '2000-02-29'],
    ['31/12/29', '2029-12-31'],
    ['1/1/30', '1930-01-01'],
  ])('"%s" is %s', (typed, day) => {
    expect(readDate(typed, HARI_INI.today)).toBe(day)
  })

  test.each([
    '31/2/2025',
    '31/4/2025',
    '29/2/2025',
    '29 Februari 1900',
    '0/1/2025',
    '1/0/2025',
    '8/17/2025',
    '32 Agustus 2025',
    '17 Bulan 2025',
    '17 Agustus',
    'Agustus 2025',
    '17/8',
    '17/8/025',
    '17/8/20255',
    '17/8/0025',
    '17082025',
    '',
    '17 Agustus 2025 sore',
    'mungkin 17 Agustus 2025',
  ])('"%s" is no day', (typed) => {
    expect(readDate(typed, HARI_INI.today)).toBeUndefined()
  })

  const days = fc
    .integer({ min: daysOf('1900-01-01') ?? 0, max: daysOf('2099-12-31') ?? 0 })
    .map((day) => dayOf(day) ?? '')

  test('a date as the bot itself writes it is read as that day, in both languages', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(readDate(longDate(day, 'id'), HARI_INI.today)).toBe(day)
        expect(readDate(longDate(day, 'en'), HARI_INI.today)).toBe(day)
      }),
    )
  })

  test('nothing that can be typed breaks it, and what is read is a real day', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('1', '31', '2025', '/', '-', ' ', 'mei', 'senin', ',', '.', '0'))
        .map((all) => all.join('')),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const day = readDate(text, HARI_INI.today)
        if (day !== undefined) expect(daysOf(day)).toBeTypeOf('number')
      }),
      { numRuns: 300 },
    )
  })
})
