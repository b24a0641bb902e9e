import { readAnswer } from '../answer/readAnswer.ts'
import type { Survey } from '../definition/survey.ts'
import { perform } from '../interview/answering.ts'
import { type Context, NO_ANSWERS } from '../interview/answers.ts'
import { Form } from '../interview/form.ts'
import { instancesValue } from '../interview/instances.ts'
import { judge } from '../interview/judge.ts'
import type { Item, Leaf, Series } from '../interview/nodes.ts'
import type { FormFault } from './formProblem.ts'
import type { FormTest, FormTestStep } from './formTest.ts'

/** What turned out otherwise than the author of a scenario expected, by the row of the sheet. */
export interface FormTestFailure {
  row: number
  fault: FormFault
}

/** Questions in one scenario, at most. */
const MOST_ASKED = 10_000

type Answer = Extract<FormTestStep, { is: 'answer' }>

/** Plays a scenario of the sheet `tests` and compares what comes of it with what its author expects. */
export function runFormTest(survey: Survey, test: FormTest, context: Context): FormTestFailure[] {
  const failures: FormTestFailure[] = []
  const left = test.steps.filter((step): step is Answer => step.is === 'answer')
  const asked = new Set<string>()
  let form = new Form(survey, NO_ANSWERS, context)

  for (let turns = 0; turns < MOST_ASKED; turns++) {
    const item = nextItem(form)
    if (!item) break
    asked.add(item.path).add(item.row.name)
    const isNamed = ({ question }: Answer) => question === item.path || question === item.row.name
    const at = left.findIndex(isNamed)
    const [step] = at < 0 ? [] : left.splice(at, 1)
    // What should be refused may be followed by what the person says next.
    const isAgain = step?.accepted === false && left.some(isNamed)
    form = item.kind === 'series' ? goOn(form, item, step) : answer(form, item, step, failures, isAgain)
  }

  for (const { row, question } of left)
    failures.push({ row, fault: { code: 'test_never_asked', name: question } })
  for (const step of test.steps) {
    if (step.is === 'not_asked' && asked.has(step.question))
      failures.push({ row: step.row, fault: { code: 'test_was_asked', name: step.question } })
    if (step.is === 'value') failures.push(...compare(form, step))
  }
  return failures
}

/** The first item without an answer, in document order. */
function nextItem(form: Form): Item | undefined {
  return form.steps.find(({ item, isNote, isSilent }) => !isNote && !isSilent && !form.hasAnswer(item))?.item
}

function goOn(form: Form, series: Series, step: Answer | undefined): Form {
  const count = series.instances().length
  const isMore = /^(?:yes|ya)$/i.test(step?.answer ?? '')
  const value = instancesValue(isMore ? count + 1 : count, isMore)
  return perform(form, { path: series.path, value, reopens: false }).form
}

function answer(
  form: Form,
  leaf: Leaf,
  step: Answer | undefined,
  failures: FormTestFailure[],
  isAgain: boolean,
): Form {
  const value = step ? keptValue(form, leaf, step.answer) : form.stored(leaf)
  const isTaken = value !== undefined && judge(form, leaf, value) === undefined
  if (step && isTaken !== step.accepted) {
    const code = step.accepted ? 'test_refused' : 'test_not_refused'
    failures.push({ row: step.row, fault: { code, answer: step.answer } })
  }
  if (isAgain && !isTaken) return form
  const kept = step && !isTaken ? '' : (value ?? '')
  return perform(form, { path: leaf.path, value: kept, reopens: false }).form
}

/** An answer as it is kept; authors may also write it the way people type. */
function keptValue(form: Form, leaf: Leaf, written: string): string | undefined {
  if (judge(form, leaf, written) === undefined) return written
  const reading = readAnswer(form, leaf, { type: 'text', text: written })
  return 'value' in reading && !reading.stays ? reading.value : undefined
}

function compare(form: Form, step: Extract<FormTestStep, { is: 'value' }>): FormTestFailure[] {
  const { row, question: name, value: expected } = step
  const found = form.steps.find(({ item }) => item.path === name || item.row.name === name)?.item
  const value = found?.kind === 'question' ? form.stored(found) : ''
  if (value === expected || (expected !== '' && Number(value) === Number(expected))) return []
  return [{ row, fault: { code: 'test_other_value', name, expected, found: value } }]
}
