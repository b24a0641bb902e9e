import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ChartLine, MARGIN, planBarChart, TYPE, WIDTH } from '../../src/picture/barChartPlan.ts'
import { widthOf } from '../../src/picture/typeface.ts'
import { chartOf, HOSTILE, TWO_PERIODS } from './charts.ts'

const valuesOf = (lines: ChartLine[]) =>
  lines.flatMap((line) => (line !== 'blank' && 'value' in line ? [line.value] : []))
const labelsOf = (lines: ChartLine[]) =>
  lines.flatMap((line) => (line !== 'blank' && 'label' in line ? [line.label] : []))

test('counts and percentages are written as the reader writes them', () => {
  const bars: [string, number][] = [
    ['Baik', 1234],
    ['Cukup', 700],
    ['Buruk', 0],
  ]
  const periods: [{ name: string; total: number }] = [{ name: '', total: 2177 }]
  expect(valuesOf(planBarChart(chartOf(bars, { periods })).lines)).toEqual([
    '1.234 (56,7%)',
    '700 (32,2%)',
    '0 (0,0%)',
  ])
  expect(valuesOf(planBarChart(chartOf(bars, { periods, language: 'en' })).lines)[0]).toBe('1,234 (56.7%)')
})

test('bars of two periods are as long as their shares, not as their counts', () => {
  const { lines, legend } = planBarChart(chartOf([['Biaya', 1234, 1000]], { periods: TWO_PERIODS }))
  expect(lines).toEqual([
    { label: 'Biaya' },
    { period: 0, share: 1, value: '1.234 (100,0%)' },
    { period: 1, share: 1, value: '1.000 (100,0%)' },
    'blank',
  ])
  expect(legend).toEqual(['Triwulan 3', 'Triwulan 2'])
})

test('nobody answered: bars without length', () => {
  const { lines, longestShare } = planBarChart(chartOf([['Baik', 0]], { periods: [{ name: '', total: 0 }] }))
  expect(lines[1]).toEqual({ period: 0, share: 0, value: '0 (0,0%)' })
  expect(longestShare).toBeGreaterThan(0)
})

test('forty bars are all drawn; of more, the largest 39 in their order and the sum of the rest', () => {
  const desa = (count: number) =>
    Array.from({ length: count }, (_, place): [string, number] => [`Desa ${place}`, (place * 7) % count])
  expect(labelsOf(planBarChart(chartOf(desa(40))).lines)).toEqual(desa(40).map(([label]) => label))

  const { lines } = planBarChart(chartOf(desa(100)))
  const largest = desa(100).filter(([, count]) => count > 60)
  expect(labelsOf(lines)).toEqual([...largest.map(([label]) => label), 'Lainnya'])
  // 0 + 1 + … + 60; more than there are people, so without a percentage.
  expect(lines.at(-2)).toEqual({ period: 0, share: 0, value: '1.830' })
})

test('the more bars, the fewer lines for each label', () => {
  const long = 'Petugas menjelaskan syarat dengan jelas '.repeat(20)
  const linesFor = (bars: number) =>
    labelsOf(planBarChart(chartOf(Array.from({ length: bars }, () => [long, 1]))).lines).length / bars
  expect([linesFor(12), linesFor(24), linesFor(40)]).toEqual([3, 2, 1])
})

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('a count of %d is our fault', (count) => {
  expect(() => planBarChart(chartOf([['Baik', count]]))).toThrow(RangeError)
})

test('whatever the words, the picture is one that Telegram takes and no line leaves it', () => {
  const words = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 600 }))
  const bar = fc.record({
    label: words,
    counts: fc.tuple(fc.nat(2_000_000), fc.nat(2_000_000)),
  })
  const chart = fc.record({
    language: fc.constantFrom('id' as const, 'en' as const),
    title: words,
    subtitle: words,
    footer: words,
    periods: fc.tuple(
      fc.record({ name: words, total: fc.nat(2_000_000) }),
      fc.record({ name: words, total: fc.nat(2_000_000) }),
    ),
    bars: fc.array(bar, { maxLength: 60, size: 'max' }),
    restLabel: words,
  })
  fc.assert(
    fc.property(chart, (given) => {
      const plan = planBarChart(given)
      expect(WIDTH + plan.height).toBeLessThanOrEqual(10_000)
      expect(plan.height / WIDTH).toBeLessThanOrEqual(20)
      expect(WIDTH / plan.height).toBeLessThanOrEqual(20)
      const inner = WIDTH - 2 * MARGIN
      for (const label of labelsOf(plan.lines))
        expect(widthOf(label, TYPE.label.size, TYPE.label.weight)).toBeLessThanOrEqual(inner)
      for (const line of plan.title)
        expect(widthOf(line, TYPE.title.size, TYPE.title.weight)).toBeLessThanOrEqual(inner)
      for (const value of valuesOf(plan.lines))
        expect(widthOf(value, TYPE.value.size, TYPE.value.weight)).toBeLessThan(plan.valueWidth)
      expect(plan.valueWidth).toBeLessThan(inner / 2)
    }),
    { numRuns: 60 },
  )
})
