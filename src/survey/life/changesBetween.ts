import type { Definition, RowDefinition, Words } from '../definition/definition.ts'

/** What differs between two versions of a survey, by the path of the question and the codes of its choices. */
export type SurveyChange =
  | { type: 'question_added' | 'question_removed'; path: string; label: string }
  /** Another kind of answer: results before and after cannot be put together. */
  | { type: 'question_retyped'; path: string; label: string; from: string; to: string }
  | { type: 'question_reworded'; path: string; from: string; to: string }
  /** When it is asked, what it allows or how it is computed. */
  | { type: 'rules_changed'; path: string; label: string }
  | { type: 'option_added' | 'option_removed'; path: string; label: string; code: string; words: string }
  | { type: 'option_reworded'; path: string; label: string; code: string; from: string; to: string }
  | { type: 'order_changed' }
  | { type: 'title_changed'; from: string; to: string }

/** Changes told at most; more only count. */
const MOST = 200

/** What a new version changes, in the order of its questions. Nothing when both ask the same in the same way. */
export function changesBetween(before: Definition, after: Definition): SurveyChange[] {
  const [old, now] = [rowsOf(before), rowsOf(after)]
  const changes: SurveyChange[] = []
  const [from, to] = [wordsOf(before.settings.title, before), wordsOf(after.settings.title, after)]
  if (from !== to) changes.push({ type: 'title_changed', from, to })
  for (const [path, row] of now) {
    const earlier = old.get(path)
    if (earlier) changes.push(...rowChanges(path, earlier, row, before, after))
    else if (isQuestion(row)) changes.push({ type: 'question_added', path, label: labelOf(row, after) })
  }
  for (const [path, row] of old)
    if (!now.has(path) && isQuestion(row))
      changes.push({ type: 'question_removed', path, label: labelOf(row, before) })
  const isShared = (path: string) => old.has(path) && now.has(path)
  const [oldOrder, newOrder] = [[...old.keys()].filter(isShared), [...now.keys()].filter(isShared)]
  if (oldOrder.join('\n') !== newOrder.join('\n')) changes.push({ type: 'order_changed' })
  return changes.slice(0, MOST)
}

/** Whether results of both versions of this question mean the same. */
export const breaksResults = ({ type }: SurveyChange): boolean =>
  type === 'question_retyped' || type === 'question_removed' || type === 'option_removed'

function rowsOf({ survey }: Definition): Map<string, RowDefinition> {
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

const isQuestion = ({ type }: RowDefinition) => type !== 'group' && type !== 'repeat' && type !== 'note'

function labelOf(row: RowDefinition, definition: Definition): string {
  const words = 'label' in row ? row.label : undefined
  return words ? wordsOf(words, definition) : row.name
}

const wordsOf = (words: Words, { settings }: Definition): string =>
  words[settings.default_language] ?? Object.values(words)[0] ?? ''

function rowChanges(
  path: string,
  old: RowDefinition,
  now: RowDefinition,
  before: Definition,
  after: Definition,
): SurveyChange[] {
  const label = labelOf(now, after)
  if (old.type !== now.type) return [{ type: 'question_retyped', path, label, from: old.type, to: now.type }]
  const changes: SurveyChange[] = []
  const said = ({ label: words }: { label?: Words | undefined }) => JSON.stringify(words ?? {})
  if ('label' in old && 'label' in now && said(old) !== said(now))
    changes.push({ type: 'question_reworded', path, from: labelOf(old, before), to: label })
  if ('list' in old && 'list' in now)
    changes.push(...optionChanges(path, label, old.list, now.list, before, after))
  if (rulesOf(old) !== rulesOf(now)) changes.push({ type: 'rules_changed', path, label })
  return changes
}

/** Everything of a row but its words, its list and what is in it. */
function rulesOf(row: RowDefinition): string {
  const {
    label: _label,
    children: _children,
    list: _list,
    ...rules
  } = row as unknown as Record<string, unknown>
  return JSON.stringify(Object.entries(rules).sort(([one], [other]) => (one < other ? -1 : 1)))
}

function optionChanges(
  path: string,
  label: string,
  oldList: string,
  newList: string,
  before: Definition,
  after: Definition,
): SurveyChange[] {
  const codes = (definition: Definition, list: string) =>
    new Map(
      (definition.choices[list] ?? [])
        .filter(({ retired }) => !retired)
        .map((choice) => [choice.name, choice.label ? wordsOf(choice.label, definition) : choice.name]),
    )
  const [old, now] = [codes(before, oldList), codes(after, newList)]
  const changes: SurveyChange[] = []
  for (const [code, words] of now) {
    const earlier = old.get(code)
    if (earlier === undefined) changes.push({ type: 'option_added', path, label, code, words })
    else if (earlier !== words)
      changes.push({ type: 'option_reworded', path, label, code, from: earlier, to: words })
  }
  for (const [code, words] of old)
    if (!now.has(code)) changes.push({ type: 'option_removed', path, label, code, words })
  return changes
}
