import { type Choice, NAME, type RowDefinition, type Words } from '../definition/definition.ts'
import type { ProblemList } from './problemList.ts'
import type { ChoiceList } from './readChoices.ts'
import type { ContainerDraft, Draft } from './surveyDraft.ts'

/** As many as a definition may hold. */
const MOST_ROWS = 10_000

export interface WrittenOut {
  survey: RowDefinition[]
  /** The row in the sheet of each row of the survey, in document order. */
  rows: number[]
}

/**
 * The rows as a definition has them. A loop becomes a group with a group for each choice of its list, and
 * `%(name)s` and `%(label)s` in the rows right inside it become that choice's.
 * @see pyxform's builder, which leaves the rows of groups inside a loop as they are
 */
export function writeOutLoops(
  drafts: readonly Draft[],
  lists: ReadonlyMap<string, ChoiceList>,
  sheet: string,
  problems: ProblemList,
): WrittenOut {
  const rows: number[] = []
  let isFull = false
  return { survey: all(drafts), rows }

  function all(children: readonly Draft[], choice?: Choice): RowDefinition[] {
    const written: RowDefinition[] = []
    for (const child of children) {
      if (!noted(child.row)) break
      written.push('question' in child ? filled(child.question, choice) : container(child, choice))
    }
    return written
  }

  function container({ kind, head, list, children, row }: ContainerDraft, around?: Choice): RowDefinition {
    const own = filled(head, around)
    if (kind !== 'loop') return { type: kind, ...own, children: all(children) }
    const groups: RowDefinition[] = []
    for (const choice of lists.get(list ?? '')?.choices ?? []) {
      // A choice "none" is no thing to ask about (pyxform).
      if (choice.name === 'none') continue
      if (!NAME.test(choice.name) || choice.name.length > 200) {
        problems.error(
          { sheet, row, column: 'type' },
          { code: 'loop_choice_name', choice: choice.name, list: list ?? '' },
        )
        continue
      }
      if (!noted(row)) break
      const label = choice.label && { label: choice.label }
      groups.push({ type: 'group', name: choice.name, ...label, children: all(children, choice) })
    }
    return { type: 'group', ...own, children: groups }
  }

  /** Takes note of where the next row comes from; false when there are too many. */
  function noted(row: number): boolean {
    if (rows.length < MOST_ROWS) {
      rows.push(row)
      return true
    }
    if (!isFull) problems.error({ sheet, row }, { code: 'too_many_rows', most: MOST_ROWS })
    isFull = true
    return false
  }
}

function filled<T extends object>(row: T, choice: Choice | undefined): T {
  if (!choice) return row
  const entries = Object.entries(row).map(([key, value]) => [key, fill(value, choice)])
  return Object.fromEntries(entries) as T
}

function fill(value: unknown, choice: Choice, language?: string): unknown {
  if (typeof value === 'string')
    return value.replace(/%(?:%|\((\w+)\)s)/g, (found, key) => textFor(found, key))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, choice, key)]))

  function textFor(found: string, key: string | undefined): string {
    if (key === undefined) return '%'
    if (key === 'name') return choice.name
    if (key === 'label') return labelIn(choice.label, language) ?? found
    return choice.columns && Object.hasOwn(choice.columns, key) ? (choice.columns[key] ?? found) : found
  }
}

function labelIn(label: Words | undefined, language: string | undefined): string | undefined {
  if (!label) return undefined
  return language !== undefined && Object.hasOwn(label, language) ? label[language] : Object.values(label)[0]
}
