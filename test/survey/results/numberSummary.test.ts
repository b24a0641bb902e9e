import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberSummary } from '../../../src/survey/results/numberSummary.ts'

describe('numbers are summed up', () => {
  test('nothing of none', () => {
    expect(numberSummary([])).toBeUndefined()
  })

  test('quartiles as spreadsheets reckon them', () => {
    expect(numberSummary([7, 1, 3, 10])).toMatchObject({
      n: 4,
      mean: 5.25,
      median: 5,
      min: 1,
      max: 10,
      quartiles: [2.5, 7.75],
    })
  })

  test.each<[name: string, values: number[], bars: [from: number, to: number, count: number][]]>([
    ['one number', [35], [[35, 36, 1]]],
    [
      'few whole numbers have a bar each, also the one nobody said',
      [1, 1, 3],
      [
        [1, 2, 2],
        [2, 3, 0],
        [3, 4, 1],
      ],
    ],
    [
      'many are put together in round steps',
      [17, 25, 28, 61, 64],
      [
        [10, 20, 1],
        [20, 30, 2],
        [30, 40, 0],
        [40, 50, 0],
        [50, 60, 0],
        [60, 70, 2],
      ],
    ],
    [
      'fractions too',
      [0.2, 0.9, 1.7],
      [
        [0.2, 0.4, 1],
        [0.4, 0.6, 0],
        [0.6, 0.8, 0],
        [0.8, 1, 1],
        [1, 1.2, 0],
        [1.2, 1.4, 0],
        [1.4, 1.6, 0],
        [1.6, 1.8, 1],
      ],
    ],
    [
      'negative ones',
      [-3, 2],
      [
        [-3, -2, 1],
        [-2, -1, 0],
        [-1, 0, 0],
        [0, 1, 0],
        [1, 2, 0],
        [2, 3, 1],
      ],
    ],
  ])('%s', (_, values, bars) => {
    expect(numberSummary(values)?.bars.map(({ from, to, count }) => [from, to, count])).toEqual(bars)
  })

  test('every number is in one bar, there are few bars, and the middle lies in the middle', () => {
    const number = fc.oneof(
      fc.integer(),
      fc.integer({ min: 0, max: 120 }),
      fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
    )
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 50 }), (values) => {
        const summary = numberSummary(values)
        const { min = 0, max = 0, mean = 0, median = 0, quartiles = [0, 0], bars = [] } = summary ?? {}
        expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
        expect(bars.length).toBeLessThanOrEqual(12)
        const near = Math.max(Math.abs(min), Math.abs(max)) * 1e-11
        expect(min - near <= quartiles[0] && quartiles[0] <= median + near).toBe(true)
        expect(median <= quartiles[1] + near && quartiles[1] <= max + near).toBe(true)
        expect(min - near <= mean && mean <= max + near).toBe(true)
      }),
    )
  })

  test('numbers beyond measure do no harm', () => {
    expect(numberSummary([Number.MAX_VALUE, -Number.MAX_VALUE])).toMatchObject({ n: 2, bars: [] })
    expect(numberSummary([5e-324, 1e-320])?.n).toBe(2)
  })
})
