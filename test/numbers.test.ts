import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatNumber, roundHalfUp } from '../src/numbers.ts'

describe('numbers as people write them', () => {
  test.each([
    [81.71, undefined, '81,71', '81.71'],
    [1234567.89, undefined, '1.234.567,89', '1,234,567.89'],
    [1500000, undefined, '1.500.000', '1,500,000'],
    [999, undefined, '999', '999'],
    [1000, undefined, '1.000', '1,000'],
    [0, undefined, '0', '0'],
    [0, 2, '0,00', '0.00'],
    [3, 3, '3,000', '3.000'],
    [81.7, 2, '81,70', '81.70'],
    [-1234.5, undefined, '-1.234,5', '-1,234.5'],
    [-2.5, 0, '-3', '-3'],
    [-0.001, 2, '0,00', '0.00'],
    [-0, undefined, '0', '0'],
    [999.995, 2, '1.000,00', '1,000.00'],
    [1e21, undefined, '1.000.000.000.000.000.000.000', '1,000,000,000,000,000,000,000'],
    [1.5e-7, undefined, '0,00000015', '0.00000015'],
    [5e-324, 2, '0,00', '0.00'],
  ])('%d with %s decimals', (value, decimals, indonesian, english) => {
    expect(formatNumber(value, 'id', decimals)).toBe(indonesian)
    expect(formatNumber(value, 'en', decimals)).toBe(english)
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    '%d has no notation',
    (value) => {
      expect(() => formatNumber(value, 'id')).toThrow(RangeError)
    },
  )

  test.each([-1, 1.5, 101, Number.NaN])('%d decimals are refused', (decimals) => {
    expect(() => formatNumber(1, 'id', decimals)).toThrow(RangeError)
  })

  test('what is written reads back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const written = formatNumber(value, 'id').replaceAll('.', '').replace(',', '.')
        expect(Number(written)).toBe(value === 0 ? 0 : value)
      }),
    )
  })
})

describe('rounding half-up', () => {
  test.each([
    [1.005, 2, 1.01],
    [64.995, 2, 65],
    [76.605, 2, 76.61],
    [88.305, 2, 88.31],
    [88.3049999999, 2, 88.3],
    [2.675, 2, 2.68],
    [0.5, 0, 1],
    [1.5, 0, 2],
    [2.5, 0, 3],
    [-1.005, 2, -1.01],
    [123, 2, 123],
    [1e300, 2, 1e300],
  ])('%d to %d decimals is %d', (value, decimals, rounded) => {
    expect(roundHalfUp(value, decimals)).toBe(rounded)
  })

  test('is what a pupil does on paper: drop the digits, and carry one if the first dropped is 5 or more', () => {
    fc.assert(
      fc.property(
        fc.nat(999_999_999),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(9),
        (digits, scale, decimals) => {
          const written = String(digits).padStart(scale + 1, '0')
          const whole = written.slice(0, -scale)
          const fraction = written.slice(-scale)
          const kept = BigInt(whole + fraction.slice(0, decimals))
          const carried = kept + (Number(fraction[decimals] ?? 0) >= 5 ? 1n : 0n)
          const expected = Number(`${carried}e-${Math.min(decimals, scale)}`)
          expect(roundHalfUp(Number(`${whole}.${fraction}`), decimals)).toBe(expected)
        },
      ),
    )
  })
})
