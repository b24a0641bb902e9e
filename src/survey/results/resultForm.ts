import { createHash } from 'node:crypto'
import { type Choice, type QuestionType, UNIT_SERVICES, type Words } from '../definition/definition.ts'
import type { Row, Survey } from '../definition/survey.ts'

/** What was asked in all versions of a survey together: what answers are counted by. */
export interface ResultForm {
  title: Words
  /** The language that stands in for missing translations. */
  language: string
  languages: readonly string[]
  /** Numbers of the versions, the newest first. */
  versions: readonly number[]
  /** In the order of the newest version; what only earlier ones asked comes last. */
  questions: readonly ResultQuestion[]
}

export interface ResultQuestion {
  /** Eight characters for buttons; the same however many versions follow. */
  id: string
  path: string
  name: string
  type: QuestionType
  /** Paths of the repeats that it stands in, from the outside in. */
  repeats: readonly string[]
  label: Words | undefined
  shortLabel: Words | undefined
  /** What can be chosen; empty for other types. */
  options: readonly ResultOption[]
  /** What is not on the list is taken too, as it was written. */
  isOpen: boolean
  /** Numbers of the versions that ask it, the newest first. */
  versions: readonly number[]
  /** Another version asks something of another type at this path: the two are never counted together. */
  isTypeChanged: boolean
}

export interface ResultOption {
  code: string
  label: Words | undefined
  /** Only earlier versions offer it, or it is not offered any more. */
  isEarlier: boolean
  /** 1, 2, 3 … in the order in which versions brought it: what later versions add never moves it. */
  order: number
}

/** One version with its number. */
export interface NumberedSurvey {
  number: number
  survey: Survey
}

/** The content of no question: words, and the frames around questions. */
const NO_VALUE = new Set(['note', 'group', 'repeat'])

/**
 * Puts the versions of a survey together: questions by path and type, options by code, words from the newest version
 * that has them. A question whose type changed becomes two, for a number and a choice cannot be one count.
 * @param versions one at least
 * @param services what stands in for the list of the unit's services
 */
export function resultForm(versions: readonly NumberedSurvey[], services: readonly Choice[]): ResultForm {
  const inOrder = versions.toSorted((a, b) => b.number - a.number)
  const [newest] = inOrder
  if (!newest) throw new RangeError('a survey without a version has no results')
  const asked = new Map<string, { row: Row; number: number }[]>()
  for (const { number, survey } of inOrder)
    for (const row of survey.rows) {
      if (NO_VALUE.has(row.definition.type)) continue
      const key = `${row.definition.type} ${row.path}`
      asked.set(key, [...(asked.get(key) ?? []), { row, number }])
    }
  const rows = [...asked.values()]
  const types = new Map<string, number>()
  for (const [first] of rows) if (first) types.set(first.row.path, (types.get(first.row.path) ?? 0) + 1)
  return {
    title: newest.survey.title,
    language: newest.survey.language,
    languages: [...new Set(inOrder.flatMap(({ survey }) => survey.languages))],
    versions: inOrder.map(({ number }) => number),
    questions: rows.map((each) => questionOf(each, newest.number, services, types)),
  }
}

function questionOf(
  asked: readonly { row: Row; number: number }[],
  newest: number,
  services: readonly Choice[],
  types: ReadonlyMap<string, number>,
): ResultQuestion {
  const { row } = asked[0] as { row: Row }
  const type = row.definition.type as QuestionType
  return {
    id: createHash('sha256').update(`${type} ${row.path}`).digest('base64url').slice(0, 8),
    path: row.path,
    name: row.name,
    type,
    repeats: repeatsAround(row),
    label: firstOf(asked, (each) => ('label' in each.definition ? each.definition.label : undefined)),
    shortLabel: firstOf(asked, (each) =>
      'short_label' in each.definition ? each.definition.short_label : undefined,
    ),
    options: optionsOf(asked, newest, services),
    isOpen: asked.some(({ row: { definition } }) => 'open' in definition && definition.open === true),
    versions: asked.map(({ number }) => number),
    isTypeChanged: (types.get(row.path) ?? 0) > 1,
  }
}

const firstOf = <T>(asked: readonly { row: Row }[], get: (row: Row) => T | undefined): T | undefined =>
  asked.map(({ row }) => get(row)).find((found) => found !== undefined)

function repeatsAround(row: Row): string[] {
  const found: string[] = []
  for (let around = row.parent; around; around = around.parent)
    if (around.kind === 'repeat') found.unshift(around.path)
  return found
}

function optionsOf(
  asked: readonly { row: Row; number: number }[],
  newest: number,
  services: readonly Choice[],
): ResultOption[] {
  const offered = (row: Row): readonly Choice[] => (row.list === UNIT_SERVICES ? services : row.options)
  const orders = new Map<string, number>()
  for (const { row } of asked.toReversed())
    for (const { name } of offered(row)) if (!orders.has(name)) orders.set(name, orders.size + 1)
  const options = new Map<string, ResultOption>()
  for (const { row, number } of asked)
    for (const { name, label, retired } of offered(row)) {
      const known = options.get(name)
      if (known) known.label ??= label
      else {
        const isEarlier = number !== newest || retired === true
        options.set(name, { code: name, label, isEarlier, order: orders.get(name) ?? 0 })
      }
    }
  return [...options.values()]
}
