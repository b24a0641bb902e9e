import { hideSmallCells, LEAST_SHOWN } from './hideSmallCells.ts'
import type { ResultOption, ResultQuestion } from './resultForm.ts'
import type { CountedResponse } from './surveyFigures.ts'

/** One question split by another: how those who gave the same answer to one answered the other. */
export interface CrossTable {
  question: ResultQuestion
  by: ResultQuestion
  /** Who answered both. */
  n: number
  groups: CrossGroup[]
  /** Small cells, or others for their sake, are left out. */
  isHiding: boolean
}

export interface CrossGroup {
  /** The option of `by`; none for the many rare ones put together. */
  option: ResultOption | undefined
  n: number
  /** Each option of `question` that somebody chose, or the rare ones together; without a count when it is hidden. */
  cells: { option: ResultOption | undefined; count: number | undefined }[]
}

/** Groups and answers that are told apart at most: the largest; the others are put together. */
const MOST = 12

/** Questions that can be split, and those that can be split by. */
export const isSplittable = ({ type, repeats }: ResultQuestion): boolean =>
  (type === 'select_one' || type === 'select_multiple') && repeats.length === 0
export const isSplitting = ({ type, repeats }: ResultQuestion): boolean =>
  type === 'select_one' && repeats.length === 0

/** Counts two questions against each other. */
export function countCrossing(question: ResultQuestion, by: ResultQuestion) {
  const counts = new Map<string, { n: number; chosen: Map<string, number> }>()
  return {
    add(responses: Iterable<CountedResponse>): void {
      for (const { version, answers } of responses) {
        if (!question.versions.includes(version) || !by.versions.includes(version)) continue
        const [answer, group] = [answers[question.path] ?? '', answers[by.path] ?? '']
        if (answer === '' || group === '') continue
        const found = counts.get(group) ?? { n: 0, chosen: new Map<string, number>() }
        counts.set(group, found)
        found.n += 1
        const codes = question.type === 'select_one' ? [answer] : new Set(answer.split(' ').filter(Boolean))
        for (const code of codes) found.chosen.set(code, (found.chosen.get(code) ?? 0) + 1)
      }
    },
    table: (): CrossTable => tableOf(question, by, counts),
  }
}

function tableOf(
  question: ResultQuestion,
  by: ResultQuestion,
  counts: ReadonlyMap<string, { n: number; chosen: ReadonlyMap<string, number> }>,
): CrossTable {
  const groups = largest(by, (code) => counts.get(code)?.n ?? 0, [...counts.keys()])
  const chosen = (code: string) =>
    [...counts.values()].reduce((sum, each) => sum + (each.chosen.get(code) ?? 0), 0)
  const codes = new Set([...counts.values()].flatMap((each) => [...each.chosen.keys()]))
  const answers = largest(question, chosen, [...codes])
  const sum = (group: Bundle, count: (each: { n: number; chosen: ReadonlyMap<string, number> }) => number) =>
    group.codes.reduce((total, code) => total + (counts.has(code) ? count(counts.get(code) as never) : 0), 0)
  const sizes = groups.map((group) => sum(group, ({ n }) => n))
  const cells = groups.map((group) =>
    answers.map((answer) =>
      sum(group, (each) => answer.codes.reduce((total, code) => total + (each.chosen.get(code) ?? 0), 0)),
    ),
  )
  const hidden = question.type === 'select_one' ? hideIn(cells) : hideEach(cells, sizes)
  return {
    question,
    by,
    n: sizes.reduce((total, size) => total + size, 0),
    isHiding: hidden.some((row) => row.includes(true)),
    groups: groups.map(({ option }, row) => ({
      option,
      n: sizes[row] ?? 0,
      cells: answers.map((answer, column) => ({
        option: answer.option,
        count: hidden[row]?.[column] ? undefined : cells[row]?.[column],
      })),
    })),
  }
}

const hideIn = (cells: number[][]): boolean[][] =>
  hideSmallCells(cells) ?? cells.map((row) => row.map(() => true))

/**
 * Where people chose several answers, each answer is a table of its own: those who chose it and those who did not,
 * whose sum is the size of the group.
 */
function hideEach(cells: number[][], sizes: number[]): boolean[][] {
  const columns = cells[0]?.map((_, column) => {
    const pairs = cells.map((row, index) => [row[column] ?? 0, (sizes[index] ?? 0) - (row[column] ?? 0)])
    // Everybody chose it: a count would be the size of its group, and none can be hidden but with all.
    if (pairs.every(([, without]) => without === 0))
      return pairs.map(() => pairs.some(([count = 0]) => count < LEAST_SHOWN))
    return hideIn(pairs).map(([isHidden = true]) => isHidden)
  })
  return cells.map((row, index) => row.map((_, column) => columns?.[column]?.[index] ?? true))
}

/** Options that are told as one. */
interface Bundle {
  option: ResultOption | undefined
  codes: string[]
}

/** The options that anybody chose, in their order; beyond the largest ones, and what is on no list, as one. */
function largest(
  { options, type }: ResultQuestion,
  countOf: (code: string) => number,
  present: string[],
): Bundle[] {
  const known = options.filter(({ code }) => countOf(code) > 0)
  const kept = new Set(known.toSorted((a, b) => countOf(b.code) - countOf(a.code)).slice(0, MOST - 1))
  const shown = known.length <= MOST ? known : known.filter((option) => kept.has(option))
  const codes = new Set(shown.map(({ code }) => code))
  const rest = present.filter((code) => !codes.has(code))
  const bundles: Bundle[] = shown.map((option) => ({ option, codes: [option.code] }))
  // Of several answers each, those to rare options cannot be added up to people.
  const isAdding = rest.length > 0 && type !== 'select_multiple'
  return isAdding ? [...bundles, { option: undefined, codes: rest }] : bundles
}
