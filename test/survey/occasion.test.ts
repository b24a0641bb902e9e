import { describe, expect, test } from 'vitest'
import { localDay, localMoment } from '../../src/localTime.ts'
import { periodOf } from '../../src/survey/period.ts'
import { randomId, respondents } from '../../src/survey/respondent.ts'

describe('the period in which a survey may be answered once', () => {
  test.each([
    ['year', '2026-01-01', '2026'],
    ['year', '2026-12-31', '2026'],
    ['semester', '2026-06-30', '2026-S1'],
    ['semester', '2026-07-01', '2026-S2'],
    ['quarter', '2026-03-31', '2026-Q1'],
    ['quarter', '2026-04-01', '2026-Q2'],
    ['quarter', '2026-12-31', '2026-Q4'],
    ['month', '2026-12-31', '2026-12'],
  ] as const)('by the %s, %s lies in %s', (kind, day, period) => {
    expect(periodOf(kind, day)).toBe(period)
  })

  test.each([
    ['Asia/Jakarta', '2026-12-31T16:59:59Z', '2026-12-31'],
    ['Asia/Jakarta', '2026-12-31T17:00:00Z', '2027-01-01'],
    ['Asia/Makassar', '2026-12-31T16:00:00Z', '2027-01-01'],
    ['Asia/Jayapura', '2026-12-31T14:59:59Z', '2026-12-31'],
    ['Asia/Jayapura', '2026-12-31T15:00:00Z', '2027-01-01'],
  ])('in %s the clocks at %s show %s', (zone, moment, day) => {
    expect(localDay(new Date(moment), zone)).toBe(day)
  })
})

test.each([
  ['Asia/Jakarta', '2026-12-31T17:00:00.120Z', '2027-01-01T00:00:00.120+07:00'],
  ['UTC', '2026-03-15T10:30:00Z', '2026-03-15T10:30:00.000+00:00'],
  ['America/St_Johns', '2026-12-31T01:00:00Z', '2026-12-30T21:30:00.000-03:30'],
])('in %s the moment %s is written %s', (zone, moment, written) => {
  expect(localMoment(new Date(moment), zone)).toBe(written)
})

describe('people in the database', () => {
  const names = respondents('k'.repeat(32))
  const occasion = { survey: 1, unit: 2, period: '2026-S2' }

  test('are the same on the same occasion, and on no other', () => {
    const here = names.respondent(5_000_000_001, occasion)
    expect(names.respondent(5_000_000_001, { ...occasion })).toBe(here)
    const others = [
      names.respondent(5_000_000_002, occasion),
      names.respondent(5_000_000_001, { ...occasion, survey: 2 }),
      names.respondent(5_000_000_001, { ...occasion, unit: 3 }),
      names.respondent(5_000_000_001, { ...occasion, period: '2027-S1' }),
      names.person(5_000_000_001),
      respondents('K'.repeat(32)).respondent(5_000_000_001, occasion),
    ]
    expect(new Set([here, ...others]).size).toBe(7)
  })

  test('cannot be recognised by their number', () => {
    expect(names.person(5_000_000_001)).toMatch(/^[\w-]{43}$/)
    expect(names.person(5_000_000_001)).not.toContain('5000000001')
  })

  test('get ids that fit a button and are never the same', () => {
    const ids = Array.from({ length: 1000 }, randomId)
    expect(new Set(ids).size).toBe(1000)
    expect(ids.filter((id) => !/^[\w-]{16}$/.test(id))).toEqual([])
  })
})
