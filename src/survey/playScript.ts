import type { Survey } from './definition/survey.ts'
import { perform } from './interview/answering.ts'
import { type Context, NO_ANSWERS } from './interview/answers.ts'
import { Form } from './interview/form.ts'
import { instancesValue } from './interview/instances.ts'
import { relevantAnswers } from './interview/interview.ts'
import { judge, type Violation } from './interview/judge.ts'
import type { Item, Leaf, Series } from './interview/nodes.ts'
import { sayText } from './interview/sayText.ts'

/** What a form asked, in order, and what became of each answer. */
export interface Asked {
  kind?: 'repeat'
  path: string
  name: string
  type?: string
  label: string
  hint?: string
  required?: boolean
  choices?: [name: string, label: string][]
  prefill?: string
  /** Instances so far, of a repeat. */
  count?: number
  answer?: string | null
  valid?: boolean
  violation?: Violation
  message?: string
}

export interface Play {
  transcript: Asked[]
  /** Every question was asked before the answers ran out. */
  complete: boolean
  /** Values by path of everything that is relevant at the end. */
  final: Record<string, string>
}

/** Questions in one play, at most: a form with a constraint that nothing meets would never end. */
const MOST_ASKED = 100_000

/**
 * Plays a form with prepared answers, from the first row to the last in document order, as ODK's own engines do:
 * values as they are stored, `null` for "leave as it is", `yes` or `no` where it is asked whether there is one more.
 * An answer that is refused is followed by the same question once more.
 */
export function playScript(survey: Survey, answers: readonly (string | null)[], context: Context): Play {
  let form = new Form(survey, NO_ANSWERS, context)
  const transcript: Asked[] = []
  let used = 0
  let last: string | undefined
  let again: string | undefined
  let complete = false
  while (transcript.length < MOST_ASKED) {
    const { item, notes } = again ? { item: itemAtPath(form, again), notes: [] } : itemAfter(form, last)
    for (const note of notes) transcript.push(entryOf(form, note))
    if (!item) {
      complete = true
      break
    }
    if (used >= answers.length) break
    const answer = answers[used++] ?? null
    const { entry, value } = item.kind === 'series' ? more(form, item, answer) : given(form, item, answer)
    transcript.push(entry)
    again = entry.valid === false ? item.path : undefined
    last = item.path
    if (value !== undefined) form = perform(form, { path: item.path, value, reopens: false }).form
    // One more instance: its questions come before the repeat is asked again.
    if (item.kind === 'series' && value?.endsWith('+')) last = lastInside(form, item)
  }
  return { transcript, complete, final: finalOf(form) }
}

function itemAtPath(form: Form, path: string): Item | undefined {
  for (const { item } of form.steps) if (item.path === path) return item
  return undefined
}

/** What comes after an item in document order, with the notes on the way. */
function itemAfter(form: Form, last: string | undefined): { item?: Item; notes: Leaf[] } {
  const notes: Leaf[] = []
  let isPast = last === undefined
  for (const { item, isNote, isSilent } of form.steps) {
    if (isSilent) continue
    if (isPast) {
      if (!isNote) return { item, notes }
      notes.push(item as Leaf)
    } else if (item.path === last) isPast = true
  }
  return { notes }
}

/** The last item before the newest instance of a repeat. */
function lastInside(form: Form, series: Series): string | undefined {
  const newest = `${series.path}[${series.instances().length + 1}]/`
  let before: string | undefined
  for (const { item } of form.steps) {
    if (item.path.startsWith(newest) || item.path === series.path) return before
    before = item.path
  }
  return before
}

function more(form: Form, series: Series, answer: string | null): { entry: Asked; value: string } {
  const count = series.instances().length
  const isMore = answer === 'yes'
  const label = sayText(form, series.parent, series.row.label, form.context.language) ?? ''
  const entry: Asked = { kind: 'repeat', path: series.path, name: series.row.name, label, count, answer }
  return { entry, value: instancesValue(isMore ? count + 1 : count, isMore) }
}

function given(form: Form, leaf: Leaf, answer: string | null): { entry: Asked; value?: string } {
  const value = answer === null ? form.stored(leaf) : inOrder(leaf, answer)
  const violation = answer === null ? judgeLeft(form, leaf, value) : judge(form, leaf, value)
  const entry: Asked = { ...entryOf(form, leaf), answer, valid: violation === undefined }
  if (!violation) return { entry, value }
  const { constraintMessage, requiredMessage } = leaf.row
  const words = violation === 'required' ? requiredMessage : constraintMessage
  const message = violation === 'type' ? undefined : sayText(form, leaf, words, form.context.language)
  return { entry: { ...entry, violation, ...(message !== undefined && { message }) } }
}

/** What is left as it is was not typed: a default is not held against the type. */
function judgeLeft(form: Form, leaf: Leaf, value: string): Violation | undefined {
  if (value === '') return judge(form, leaf, value)
  return form.allows(leaf, value) ? undefined : 'constraint'
}

/** Several choices are kept in the order of their list. */
function inOrder({ row }: Leaf, value: string): string {
  if (row.definition.type !== 'select_multiple') return value
  const names = value.split(/\s+/).filter(Boolean)
  const known = row.options.filter((option) => names.includes(option.name)).map((option) => option.name)
  return [...known, ...names.filter((name) => !known.includes(name))].join(' ')
}

function entryOf(form: Form, leaf: Leaf): Asked {
  const { row } = leaf
  const { language } = form.context
  const isNote = !row.isAsked || form.isReadOnly(leaf)
  const hint = sayText(form, leaf, row.hint, language)
  const prefill = isNote ? '' : form.stored(leaf)
  return {
    path: leaf.path,
    name: row.name,
    type: isNote ? 'note' : row.definition.type,
    label: (sayText(form, leaf, row.label, language) ?? '').trim(),
    ...(hint !== undefined && { hint }),
    ...(!isNote && form.isRequired(leaf) && { required: true }),
    ...(row.list !== undefined && {
      choices: form
        .offered(leaf)
        .map((option): [string, string] => [
          option.name,
          (sayText(form, leaf, option.text, language) ?? '').trim(),
        ]),
    }),
    ...(prefill !== '' && { prefill }),
  }
}

function finalOf(form: Form): Record<string, string> {
  return Object.fromEntries(
    relevantAnswers(form)
      .filter(({ item }) => item.row.definition.type !== 'metadata')
      .map(({ item, value }) => [item.path, value]),
  )
}
