import { isDeepStrictEqual } from 'node:util'
import type { Definition, RowDefinition, Words } from '../definition/definition.ts'
import { optionChanges } from './optionChanges.ts'
import type { SurveyChange } from './surveyChange.ts'

/** Changes told at most: whoever rewrites a whole survey need not read each. */
const MOST = 200

/**
 * What a new version changes, in the order of its questions. Nothing when both ask the same in the same way: only the
 * number that the author gave the version may differ then, which some programs raise at every download.
 */
export function changesBetween(before: Definition, after: Definition): SurveyChange[] {
  if (isDeepStrictEqual(withoutVersion(before), withoutVersion(after))) return []
  const changes: SurveyChange[] = []
  for (const change of differences(before, after)) {
    changes.push(change)
    if (changes.length >= MOST) break
  }
  return changes.length > 0 ? changes : [{ type: 'other_changed' }]
}

function withoutVersion({ settings: { version: _, ...settings }, ...rest }: Definition) {
  return { settings, ...rest }
}

function* differences(before: Definition, after: Definition): Generator<SurveyChange> {
  const [old, now] = [rowsOf(before), rowsOf(after)]
  const moved = movedRows(old, now)
  const { settings: from } = before
  const { settings: to } = after
  const [oldTitle, newTitle] = [wordsOf(from.title, before), wordsOf(to.title, after)]
  if (oldTitle !== newTitle) yield { type: 'title_changed', from: oldTitle, to: newTitle }
  for (const [path, row] of now) {
    const origin = moved.get(path)
    const earlier = old.get(origin ?? path)
    if (origin !== undefined) yield { type: 'question_moved', path, label: labelOf(row, after), from: origin }
    if (earlier) yield* rowChanges(path, earlier, row, before, after)
    else if (row.type === 'note') yield { type: 'note_added', path, label: labelOf(row, after) }
    else if (isQuestion(row)) yield { type: 'question_added', path, label: labelOf(row, after) }
  }
  const left = new Set(moved.values())
  for (const [path, row] of old) {
    if (now.has(path) || left.has(path)) continue
    if (row.type === 'note') yield { type: 'note_removed', path, label: labelOf(row, before) }
    else if (isQuestion(row)) yield { type: 'question_removed', path, label: labelOf(row, before) }
  }
  const shared = (rows: Rows, others: Rows) => [...rows.keys()].filter((path) => others.has(path))
  if (!isDeepStrictEqual(shared(old, now), shared(now, old))) yield { type: 'order_changed' }
  if (from.default_language !== to.default_language || from.random_order !== to.random_order)
    yield { type: 'other_changed' }
}

type Rows = ReadonlyMap<string, RowDefinition>

function rowsOf({ survey }: Definition): Rows {
  const rows = new Map<string, RowDefinition>()
  const add = (all: readonly RowDefinition[], prefix: string) => {
    for (const row of all) {
      rows.set(prefix + row.name, row)
      if ('children' in row) add(row.children, `${prefix}${row.name}/`)
    }
  }
  add(survey, '')
  return rows
}

/** Questions that are in another group now, by their new path: the only one of their name before and after. */
function movedRows(old: Rows, now: Rows): Map<string, string> {
  const [before, after] = [onlyOnes(old), onlyOnes(now)]
  const moved = new Map<string, string>()
  for (const [name, path] of after) {
    const origin = before.get(name)
    if (path && origin && origin !== path && !now.has(origin) && !old.has(path)) moved.set(path, origin)
  }
  return moved
}

/** The paths of questions by their name; nothing at names that several have. */
function onlyOnes(rows: Rows): Map<string, string | undefined> {
  const paths = new Map<string, string | undefined>()
  for (const [path, row] of rows)
    if (isQuestion(row)) paths.set(row.name, paths.has(row.name) ? undefined : path)
  return paths
}

const isQuestion = ({ type }: RowDefinition) => type !== 'group' && type !== 'repeat' && type !== 'note'

function labelOf(row: RowDefinition, definition: Definition): string {
  const words = 'label' in row ? row.label : undefined
  return words ? wordsOf(words, definition) : row.name
}

const wordsOf = (words: Words, { settings }: Definition): string =>
  words[settings.default_language] ?? Object.values(words)[0] ?? ''

function* rowChanges(
  path: string,
  old: RowDefinition,
  now: RowDefinition,
  before: Definition,
  after: Definition,
): Generator<SurveyChange> {
  const label = labelOf(now, after)
  if (old.type !== now.type) {
    yield { type: 'question_retyped', path, label, from: old.type, to: now.type }
    return
  }
  const from = labelOf(old, before)
  if (from !== label) yield { type: 'question_reworded', path, from, to: label }
  const [earlier, later] = [partsOf(old), partsOf(now)]
  const isSaidOtherwise = !isDeepStrictEqual(earlier.words, later.words)
  if (isSaidOtherwise && from === label) yield { type: 'words_changed', path, label }
  if ('list' in old && 'list' in now)
    yield* optionChanges({ path, label }, before.choices[old.list], after.choices[now.list], (words) =>
      wordsOf(words, after),
    )
  if (!isDeepStrictEqual(earlier.rules, later.rules)) yield { type: 'rules_changed', path, label }
}

/** What a row says, and all else of it but its list and what is in it. */
function partsOf(row: RowDefinition) {
  const words: Record<string, unknown> = {}
  const rules: Record<string, unknown> = {}
  for (const [column, value] of Object.entries(row)) {
    if (column === 'list' || column === 'children') continue
    if (SAID.has(column)) words[column] = value
    else rules[column] = value
  }
  return { words, rules }
}

const SAID = new Set([
  'label',
  'short_label',
  'hint',
  'guidance_hint',
  'media',
  'constraint_message',
  'required_message',
])
