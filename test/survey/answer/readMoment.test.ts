import { describe, expect, test } from 'vitest'
import { readAnswer } from '../../../src/survey/answer/readAnswer.ts'
import type { Input } from '../../../src/survey/answer/reading.ts'
import { answersOf, formOf, leafOf, surveyOf } from '../asking.ts'

const survey = surveyOf(
  { type: 'date', name: 'tahun', appearance: 'year' },
  { type: 'date', name: 'bulan', appearance: 'month-year' },
  { type: 'date', name: 'hari' },
  { type: 'time', name: 'jam' },
  { type: 'dateTime', name: 'saat' },
)
const give = (name: string, input: Input, values: Record<string, string> = {}) => {
  const form = formOf(survey, answersOf(values))
  return readAnswer(form, leafOf(form, name), input)
}
const say = (name: string, text: string) => give(name, { type: 'text', text })

describe('a month or a year', () => {
  test.each([
    ['tahun', '1958', '1958-01-01'],
    ['tahun', 'tahun 2025', '2025-01-01'],
    ['tahun', '17 Agustus 2025', '2025-01-01'],
    ['bulan', 'Agustus 2025', '2025-08-01'],
    ['bulan', '8/2025', '2025-08-01'],
    ['bulan', '2025-08', '2025-08-01'],
    ['bulan', '17/8/2025', '2025-08-01'],
  ])('for %s, "%s" is %s', (name, typed, value) => {
    expect(say(name, typed)).toEqual({ value })
  })

  test.each([
    ['tahun', '58', 'needs_year'],
    ['tahun', 'kapan', 'needs_year'],
    ['bulan', '13/2025', 'needs_month'],
    ['bulan', '2025', 'needs_month'],
    ['hari', '2025', 'needs_date'],
  ])('for %s, "%s" is none', (name, typed, problem) => {
    expect(say(name, typed)).toEqual({ problem })
  })
})

describe('what is tapped', () => {
  test('is taken when it is a day or a time', () => {
    expect(give('hari', { type: 'day', day: '1958-03-12' })).toEqual({ value: '1958-03-12' })
    expect(give('jam', { type: 'time', minutes: 8 * 60 + 15 })).toEqual({ value: '08:15:00.000' })
    expect(give('saat', { type: 'day', day: '2026-11-23' })).toEqual({ value: '2026-11-23', stays: true })
    expect(give('saat', { type: 'time', minutes: 0 }, { saat: '2026-11-23' })).toEqual({
      value: '2026-11-23T00:00:00.000+07:00',
    })
  })

  test('is refused when it was forged', () => {
    expect(give('hari', { type: 'day', day: '1958-02-30' })).toEqual({ problem: 'needs_date' })
    expect(give('saat', { type: 'day', day: '99999999' })).toEqual({ problem: 'needs_date_time' })
    expect(give('saat', { type: 'time', minutes: 5 })).toEqual({ problem: 'needs_date_time' })
    expect(give('jam', { type: 'time', minutes: 1440 })).toEqual({ problem: 'needs_time' })
    expect(give('jam', { type: 'day', day: '2026-11-23' })).toEqual({ problem: 'needs_time' })
  })
})
