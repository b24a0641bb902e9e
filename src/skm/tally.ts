import { ELEMENT_KEYS } from './elements.ts'

/** The answers of one questionnaire by element key; missing, null and '' mean "not answered". */
export type Questionnaire = Readonly<Record<string, string | number | null | undefined>>

/** What the index needs of a heap of questionnaires. Only complete ones are in `n` and in the totals. */
export interface Tally {
  n: number
  /** Questionnaires that leave at least one element unanswered. */
  incomplete: number
  /** Sum of the answers 1..4 to each element. */
  elements: { key: string; total: number }[]
}

/**
 * Counts questionnaires. Answers are 1..4, as numbers or as texts; what else a questionnaire holds is ignored.
 * @param keys the elements of this survey, in the order of its report
 * @throws RangeError if any answer is something else than 1, 2, 3 or 4, even in an incomplete questionnaire,
 * or if a key comes twice
 */
export function tallyOf(
  questionnaires: Iterable<Questionnaire>,
  keys: readonly string[] = ELEMENT_KEYS,
): Tally {
  if (new Set(keys).size < keys.length) throw new RangeError(`an element comes twice in ${keys.join(', ')}`)
  const totals = keys.map(() => 0)
  let n = 0
  let incomplete = 0
  for (const questionnaire of questionnaires) {
    const values = keys.map((key) => answerValue(questionnaire[key], key))
    if (values.includes(undefined)) incomplete += 1
    else {
      n += 1
      for (const [index, value] of values.entries()) totals[index] = (totals[index] ?? 0) + (value ?? 0)
    }
  }
  return { n, incomplete, elements: keys.map((key, index) => ({ key, total: totals[index] ?? 0 })) }
}

function answerValue(answer: Questionnaire[string], key: string): number | undefined {
  if (answer === undefined || answer === null || answer === '') return undefined
  const value = typeof answer === 'number' ? answer : /^[1-4]$/.test(answer) ? Number(answer) : Number.NaN
  if (value === 1 || value === 2 || value === 3 || value === 4) return value
  throw new RangeError(`the answer to ${key} is ${JSON.stringify(answer)}, not 1, 2, 3 or 4`)
}
