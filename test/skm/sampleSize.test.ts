import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleSize } from '../../src/skm/sampleSize.ts'

/** From the table of Krejcie & Morgan (1970), as far as it agrees with their formula. */
test.each([
  [0, 0],
  [1, 1],
  [10, 10],
  [15, 14],
  [20, 19],
  [50, 44],
  [100, 80],
  [200, 132],
  [420, 201],
  [500, 217],
  [1000, 278],
  [2000, 322],
  [5000, 357],
  [10_000, 370],
  [75_000, 382],
  [1_000_000, 384],
  [Number.MAX_SAFE_INTEGER, 384],
  [1e300, 384],
])('of %d users %d are asked', (population, size) => {
  expect(sampleSize(population)).toBe(size)
})

test.each([-1, 2.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is no number of users', (population) => {
  expect(() => sampleSize(population)).toThrow(RangeError)
})

test('nobody is asked twice, and a larger population never needs fewer', () => {
  fc.assert(
    fc.property(fc.nat(2_000_000), (population) => {
      expect(sampleSize(population)).toBeLessThanOrEqual(population)
      expect(sampleSize(population + 1)).toBeGreaterThanOrEqual(sampleSize(population))
    }),
  )
})
