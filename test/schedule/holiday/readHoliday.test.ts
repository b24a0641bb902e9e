import { describe, expect, test } from 'vitest'
import { kindOfWords } from '../../../src/schedule/holiday/kindOfWords.ts'
import { readHoliday } from '../../../src/schedule/holiday/readHoliday.ts'
import { lastWarning } from '../../../src/schedule/holiday/warnOfNextYear.ts'
import { workingCalendar } from '../../../src/schedule/workingCalendar.ts'

describe('a typed holiday', () => {
  test.each([
    ['17 Agustus 2027 Proklamasi Kemerdekaan', '2027-08-17', 'national', 'Proklamasi Kemerdekaan'],
    ['17/8/2027, Proklamasi', '2027-08-17', 'national', 'Proklamasi'],
    ['17-08-2027 – HUT RI', '2027-08-17', 'national', 'HUT RI'],
    ['2027-12-24: Cuti bersama Natal', '2027-12-24', 'joint-leave', 'Cuti bersama Natal'],
    ['12 okt 2027 Libur daerah HUT Tebo', '2027-10-12', 'local', 'Libur daerah HUT Tebo'],
    ['1 Januari 2028\nTahun  Baru', '2028-01-01', 'national', 'Tahun Baru'],
  ])('%s', (typed, day, kind, name) => {
    expect(readHoliday(typed)).toEqual({ day, kind, name, isEstimated: false })
  })

  test.each([
    'besok Hari Raya',
    '30/2/2027 Tidak ada',
    '17 Agustus Proklamasi',
    '17/8/2027',
    '17/8/27 HUT RI',
    `17/8/2027 ${'x'.repeat(101)}`,
    '',
  ])('is not guessed: %s', (typed) => {
    expect(readHoliday(typed)).toBeUndefined()
  })
})

test.each([
  ['Nasional', 'national'],
  ['Libur Nasional', 'national'],
  ['hari libur nasional', 'national'],
  ['CUTI  BERSAMA', 'joint-leave'],
  ['cuti', 'joint-leave'],
  ['Daerah', 'local'],
  ['libur lokal', 'local'],
  ['piknik', undefined],
  ['', undefined],
])('the kind “%s”', (words, kind) => {
  expect(kindOfWords(words)).toBe(kind)
})

test('admins are warned on the first working day of December and weekly from then on', () => {
  const last = (now: string, holidays: { day: string }[] = []) =>
    lastWarning(workingCalendar(holidays), new Date(now), 'Asia/Jakarta')?.toISOString().slice(0, 16)
  expect(last('2026-12-01T08:59+07:00')).toBeUndefined()
  expect(last('2026-12-01T09:00+07:00')).toBe('2026-12-01T02:00')
  expect(last('2026-12-07T23:00+07:00')).toBe('2026-12-01T02:00')
  expect(last('2026-12-31T23:00+07:00')).toBe('2026-12-29T02:00')
  // 1 December 2029 is a Saturday.
  expect(last('2029-12-03T08:59+07:00')).toBeUndefined()
  expect(last('2029-12-03T09:00+07:00')).toBe('2029-12-03T02:00')
  expect(last('2026-12-03T09:00+07:00', [{ day: '2026-12-01' }])).toBe('2026-12-02T02:00')
  expect(last('2027-01-05T09:00+07:00')).toBeUndefined()
})
