import { type Grade, gradeOf, PERFORMANCE } from './grade.ts'
import { roundedQuotient } from './roundedQuotient.ts'
import type { Tally } from './tally.ts'

/**
 * What each element weighs: exactly 1/k, or 1/9 cut short to 0,111 or 0,11 as many published reports do.
 * The latter two lower the index (× 0,999 and × 0,99) and can change a grade.
 */
export const WEIGHT_RULES = ['exact', '0.111', '0.11'] as const
export type WeightRule = (typeof WEIGHT_RULES)[number]

/** All figures are rounded half-up from exact fractions, never from rounded figures; null while n = 0. */
export interface ElementIndex {
  key: string
  /** Sum of the answers. */
  total: number
  n: number
  /** Mean answer (NRR), 1..4, three decimals. */
  nrr: number | null
  /** NRR × weight (NRR tertimbang), three decimals. */
  weighted: number | null
  /** NRR × 25, two decimals, whatever the weight rule: each element is graded by its own mean. */
  ikm: number | null
  grade: Grade | null
}

export interface SatisfactionIndex {
  /** Complete questionnaires. */
  n: number
  weight: WeightRule
  elements: ElementIndex[]
  /** Two decimals; null while n = 0, and then so are grade and performance. */
  ikm: number | null
  grade: Grade | null
  /** The grade in the regulation's words, e.g. `Sangat baik`. */
  performance: string | null
}

/**
 * Index of community satisfaction (IKM): 25 × the sum of the weighted means, 25–100 by the exact weight.
 * It is rounded half-up to two decimals and only then graded.
 * @throws RangeError if there is no element, a total cannot be a sum of n answers 1..4, or a shortened weight
 * is asked for other than nine elements: those are published for 1/9 alone
 * @see PermenPANRB 14/2017, annex
 */
export function satisfactionIndex(
  { n, elements }: Pick<Tally, 'n' | 'elements'>,
  weight: WeightRule = 'exact',
): SatisfactionIndex {
  const [weightNumerator, weightDenominator] = weightOf(weight, elements.length)
  for (const { key, total } of elements) checkTotal(key, total, n)
  if (n === 0) return noIndex(weight, elements)

  const all = elements.reduce((sum, { total }) => sum + BigInt(total), 0n)
  const ikm = roundedQuotient(25n * all * weightNumerator, BigInt(n) * weightDenominator, 2)
  const grade = gradeOf(ikm)
  return {
    n,
    weight,
    elements: elements.map(({ key, total }) => {
      const elementIkm = roundedQuotient(25n * BigInt(total), BigInt(n), 2)
      return {
        key,
        total,
        n,
        nrr: roundedQuotient(BigInt(total), BigInt(n), 3),
        weighted: roundedQuotient(BigInt(total) * weightNumerator, BigInt(n) * weightDenominator, 3),
        ikm: elementIkm,
        grade: gradeOf(elementIkm),
      }
    }),
    ikm,
    grade,
    performance: PERFORMANCE[grade],
  }
}

function weightOf(rule: WeightRule, count: number): [numerator: bigint, denominator: bigint] {
  if (count === 0) throw new RangeError('an index needs at least one element')
  if (rule === 'exact') return [1n, BigInt(count)]
  if (count !== 9) throw new RangeError(`weight ${rule} stands for 1/9, but there are ${count} elements`)
  return rule === '0.111' ? [111n, 1000n] : [11n, 100n]
}

function checkTotal(key: string, total: number, n: number): void {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${n} is not a number of questionnaires`)
  if (!Number.isSafeInteger(total) || total < n || total > 4 * n)
    throw new RangeError(`${key}: ${total} is not the sum of ${n} answers from 1 to 4`)
}

function noIndex(weight: WeightRule, elements: Tally['elements']): SatisfactionIndex {
  const none = { nrr: null, weighted: null, ikm: null, grade: null }
  return {
    n: 0,
    weight,
    elements: elements.map(({ key, total }) => ({ key, total, n: 0, ...none })),
    ikm: null,
    grade: null,
    performance: null,
  }
}
