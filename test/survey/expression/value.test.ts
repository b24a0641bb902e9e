import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, daysOf } from '../../../src/survey/expression/calendarDay.ts'
import { booleanOf, numberOf, stringOf } from '../../../src/survey/expression/value.ts'

describe('one kind of value as another', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [1e21, '1000000000000000000000'],
    [-1.25e22, '-12500000000000000000000'],
    [1e-7, '0.0000001'],
    [-1.5e-8, '-0.000000015'],
    [0.1 + 0.2, '0.30000000000000004'],
    [true, 'true'],
    [1 / 0, 'Infinity'],
  ])('%s is written %s', (value, text) => {
    expect(stringOf(value)).toBe(text)
  })

  test('every number is the same number again after it was written', () => {
    const numbers = fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .filter((value) => !Object.is(value, -0))
    fc.assert(
      fc.property(numbers, (value) => {
        expect(numberOf(stringOf(value))).toBe(value)
      }),
    )
  })

  test.each(['', ' ', 'tua', '1e3', '0x10', '+5', '1,5', '--1', '1.2.3', '2025-02-30', '2025-2-3', '12 3'])(
    '"%s" is no number',
    (text) => {
      expect(numberOf(text)).toBeNaN()
    },
  )

  test.each([
    ['0', true],
    ['false', true],
    [' ', true],
    ['', false],
    [0, false],
    [Number.NaN, false],
    [-1, true],
  ])('%o counts as %s', (value, truth) => {
    expect(booleanOf(value)).toBe(truth)
  })

  test('days are counted from 1970 and lead back to the same day', () => {
    expect(daysOf('1970-01-01')).toBe(0)
    expect(daysOf('1969-12-31')).toBe(-1)
    fc.assert(
      fc.property(fc.integer({ min: -600_000, max: 2_900_000 }), (days) => {
        expect(daysOf(dayOf(days) ?? '')).toBe(days)
      }),
    )
  })
})
