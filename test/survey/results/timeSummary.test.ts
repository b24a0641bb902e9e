import { expect, test } from 'vitest'
import { daySummary, hourSummary } from '../../../src/survey/results/timeSummary.ts'

const days = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
  )

test.each([
  ['a fortnight by day', 14, 'day', 14],
  ['two months by month', 59, 'month', 2],
  ['three years by year', 3 * 365, 'year', 3],
] as const)('days are put together: %s', (_, count, by, bars) => {
  const summary = daySummary(days(count))
  expect(summary).toMatchObject({ n: count, by, first: '2026-01-01' })
  expect(summary?.bars).toHaveLength(bars)
  expect(summary?.bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(count)
})

test('moments count by their day, and what is no day or time is left out', () => {
  expect(daySummary(['2026-03-15T08:30:00.000+07:00', '2026-13-01', 'kemarin'])).toMatchObject({
    n: 1,
    first: '2026-03-15',
  })
  expect(hourSummary(['8 pagi'])).toBeUndefined()
  expect(daySummary([])).toBeUndefined()
})
