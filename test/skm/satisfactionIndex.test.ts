import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundHalfUp } from '../../src/numbers.ts'
import { ELEMENT_KEYS } from '../../src/skm/elements.ts'
import { lowestElements } from '../../src/skm/lowest.ts'
import { roundedQuotient } from '../../src/skm/roundedQuotient.ts'
import { satisfactionIndex } from '../../src/skm/satisfactionIndex.ts'
import { tallyOf } from '../../src/skm/tally.ts'

/** Nine elements with totals that add up to this one, as evenly as it goes. */
const nine = (n: number, total: number) => ({
  n,
  elements: ELEMENT_KEYS.map((key, index) => ({ key, total: Math.floor((total + index) / 9) })),
})

const byHand = {
  n: 4,
  elements: [13, 12, 11, 16, 13, 13, 14, 12, 10].map((total, index) => ({
    key: ELEMENT_KEYS[index] ?? '',
    total,
  })),
}

describe('the satisfaction index', () => {
  test('of four questionnaires, reckoned by hand', () => {
    const index = satisfactionIndex(byHand, 'exact')
    expect(index).toMatchObject({ n: 4, weight: 'exact', ikm: 79.17, grade: 'B', performance: 'Baik' })
    expect(index.elements.map(({ nrr, weighted, ikm, grade }) => [nrr, weighted, ikm, grade])).toEqual([
      [3.25, 0.361, 81.25, 'B'],
      [3, 0.333, 75, 'C'],
      [2.75, 0.306, 68.75, 'C'],
      [4, 0.444, 100, 'A'],
      [3.25, 0.361, 81.25, 'B'],
      [3.25, 0.361, 81.25, 'B'],
      [3.5, 0.389, 87.5, 'B'],
      [3, 0.333, 75, 'C'],
      [2.5, 0.278, 62.5, 'D'],
    ])
    expect(index.elements[0]).toMatchObject({ key: 'persyaratan', total: 13, n: 4 })
  })

  test.each([
    ['exact', 79.17, 0.361],
    ['0.111', 79.09, 0.361],
    ['0.11', 78.38, 0.358],
  ] as const)('by the weight %s is %d', (rule, ikm, weighted) => {
    const index = satisfactionIndex(byHand, rule)
    expect(index).toMatchObject({ weight: rule, ikm })
    expect(index.elements[0]).toMatchObject({ weighted, ikm: 81.25 })
  })

  test('can change its grade with the weight', () => {
    expect(satisfactionIndex(nine(10, 234), 'exact')).toMatchObject({ ikm: 65, grade: 'C' })
    expect(satisfactionIndex(nine(10, 234), '0.111')).toMatchObject({ ikm: 64.94, grade: 'D' })
    expect(satisfactionIndex(nine(10, 234), '0.11')).toMatchObject({ ikm: 64.35, grade: 'D' })
  })

  // 5000 questionnaires can fall into the gaps between the published bands exactly.
  test.each([
    [116_990, 64.99, 'D'],
    [116_991, 65, 'C'],
    [137_888, 76.6, 'C'],
    [137_889, 76.61, 'B'],
    [158_948, 88.3, 'B'],
    [158_949, 88.31, 'A'],
  ] as const)('of a total of %d is rounded to %d before it is graded %s', (total, ikm, grade) => {
    expect(satisfactionIndex(nine(5000, total))).toMatchObject({ ikm, grade })
  })

  test.each([
    [1, 25, 'D', 'Tidak baik'],
    [4, 100, 'A', 'Sangat baik'],
  ] as const)('of nothing but %ds is %d', (answer, ikm, grade, performance) => {
    expect(satisfactionIndex(nine(3, 27 * answer))).toMatchObject({ ikm, grade, performance })
  })

  test('does not exist without a complete questionnaire', () => {
    const index = satisfactionIndex(nine(0, 0))
    expect(index).toMatchObject({ n: 0, ikm: null, grade: null, performance: null })
    expect(index.elements[8]).toEqual({
      key: 'sarana',
      total: 0,
      n: 0,
      nrr: null,
      weighted: null,
      ikm: null,
      grade: null,
    })
  })

  test('weighs other sets of elements by 1/k, but knows the shortened weights only for nine', () => {
    const ten = { n: 1, elements: Array.from({ length: 10 }, (_, key) => ({ key: `u${key}`, total: 3 })) }
    expect(satisfactionIndex(ten)).toMatchObject({ ikm: 75 })
    expect(satisfactionIndex(ten).elements[0]).toMatchObject({ weighted: 0.3 })
    expect(() => satisfactionIndex(ten, '0.111')).toThrow(/stands for 1\/9, but there are 10/)
    expect(() => satisfactionIndex(ten, '0.11')).toThrow(RangeError)
    expect(() => satisfactionIndex({ n: 1, elements: [] })).toThrow(RangeError)
  })

  test.each([
    [2, 1],
    [2, 9],
    [0, 1],
    [-1, -1],
    [1.5, 3],
    [2, 4.5],
    [2, Number.NaN],
  ])('refuses %d questionnaires that add up to %d', (n, total) => {
    expect(() => satisfactionIndex({ n, elements: [{ key: 'waktu', total }] })).toThrow(RangeError)
  })
})

describe('laws of the index', () => {
  const answer = fc.integer({ min: 1, max: 4 })
  const heap = fc
    .integer({ min: 1, max: 12 })
    .chain((k) => fc.array(fc.array(answer, { minLength: k, maxLength: k }), { minLength: 1, maxLength: 60 }))
  const tallyOfHeap = (rows: number[][]) => {
    const keys = (rows[0] ?? []).map((_, index) => `e${index}`)
    return tallyOf(
      rows.map((row) => Object.fromEntries(row.map((value, index) => [keys[index] ?? '', value]))),
      keys,
    )
  }

  test('it lies between 25 and 100, and is 100 × total / (4·k·n)', () => {
    fc.assert(
      fc.property(heap, (rows) => {
        const { ikm } = satisfactionIndex(tallyOfHeap(rows))
        const k = rows[0]?.length ?? 0
        const total = rows.flat().reduce((sum, value) => sum + value, 0)
        expect(ikm).toBeGreaterThanOrEqual(25)
        expect(ikm).toBeLessThanOrEqual(100)
        expect(ikm).toBe(byLongDivision(100 * total, 4 * k * rows.length, 2))
      }),
    )
  })

  test('the order of questionnaires does not matter', () => {
    const shuffled = heap.chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        expect(satisfactionIndex(tallyOfHeap(others))).toEqual(satisfactionIndex(tallyOfHeap(rows)))
      }),
    )
  })

  test('a better answer never lowers it', () => {
    fc.assert(
      fc.property(heap, (rows) => {
        const better = rows.map((row, index) =>
          index === 0 ? row.map((value) => Math.min(4, value + 1)) : row,
        )
        const [before, after] = [rows, better].map((each) => satisfactionIndex(tallyOfHeap(each)).ikm ?? 0)
        expect(after).toBeGreaterThanOrEqual(before ?? 0)
      }),
    )
  })

  test('quotients are rounded as long division does it', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1 }), fc.nat(5), (numerator, denominator, decimals) => {
        const rounded = roundedQuotient(BigInt(numerator), BigInt(denominator), decimals)
        expect(rounded).toBe(byLongDivision(numerator, denominator, decimals))
        expect(roundHalfUp(rounded, decimals)).toBe(rounded)
      }),
    )
  })
})

describe('the lowest elements', () => {
  test('come lowest first; equals keep the order of the regulation', () => {
    const { elements } = satisfactionIndex(byHand)
    expect(lowestElements(elements, 4).map(({ key }) => key)).toEqual([
      'sarana',
      'waktu',
      'prosedur',
      'pengaduan',
    ])
    expect(lowestElements(elements, 3).map(({ key }) => key)).toEqual(['sarana', 'waktu', 'prosedur'])
    expect(elements.map(({ key }) => key)).toEqual(ELEMENT_KEYS)
  })

  test('are told apart beyond the decimals that are shown', () => {
    const close = [
      { key: 'waktu', total: 300_001, n: 100_000 },
      { key: 'biaya', total: 300_000, n: 100_000 },
    ]
    expect(lowestElements(close, 1)).toEqual([close[1]])
  })

  test('are none while nobody has answered', () => {
    expect(lowestElements(satisfactionIndex(nine(0, 0)).elements, 3)).toEqual([])
  })
})

/** Digit by digit, with the carry that the remainder asks for. */
function byLongDivision(numerator: number, denominator: number, decimals: number): number {
  let digits = String(Math.floor(numerator / denominator))
  let remainder = numerator % denominator
  for (let place = 0; place < decimals; place += 1) {
    digits += Math.floor((remainder * 10) / denominator)
    remainder = (remainder * 10) % denominator
  }
  const carry = remainder * 2 >= denominator ? 1n : 0n
  return Number(`${BigInt(digits) + carry}e-${decimals}`)
}
