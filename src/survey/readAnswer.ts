import { type Answers, type Context, walkSurvey } from './interview.ts'
import { readDate } from './readDate.ts'
import type { Input, Problem, Reading } from './reading.ts'
import { readNumber } from './readNumber.ts'
import { isNo, isYes, readChoice, readChoices } from './readWords.ts'
import type { Question, Survey } from './survey.ts'

/**
 * What an input means as an answer to a question: the value to store, or the problem with it.
 * Values are strings as in XForms: choice names, ISO dates, numbers with a point, names joined by spaces.
 */
export function readAnswer(
  survey: Survey,
  question: Question,
  input: Input,
  answers: Answers,
  context: Context,
): Reading {
  if (input.type === 'skip') return blank(survey, question, answers, context)
  const reading = readValue(question, input, answers)
  const isFree = question.definition.type === 'text' || 'problem' in reading
  if (isFree && input.type === 'text' && SKIPS.has(clean(input.text).toLowerCase())) {
    const skipped = blank(survey, question, answers, context)
    if ('value' in skipped) return skipped
  }
  if ('problem' in reading || reading.stays) return reading
  if (reading.value === '') return blank(survey, question, answers, context)
  return violation(survey, question, reading.value, answers, context) ?? reading
}

/** What people type for "no answer"; counts only where a question may be left blank and no choice is called so. */
const SKIPS = new Set(['-', 'lewati', 'lewat', 'skip', 'kosong'])

/** Whether a question may be left blank, given what was answered so far. */
export function isRequired(survey: Survey, question: Question, answers: Answers, context: Context): boolean {
  return walkSurvey(survey, answers, context).isRequired(question)
}

function blank(survey: Survey, question: Question, answers: Answers, context: Context): Reading {
  return isRequired(survey, question, answers, context) ? { problem: 'needs_answer' } : { value: '' }
}

function readValue(question: Question, input: Input, answers: Answers): Reading {
  const { definition } = question
  const typed = input.type === 'text' ? clean(input.text) : undefined
  switch (definition.type) {
    case 'select_one':
      if (input.type === 'choice') return chosen(question, input.index)
      return typed === undefined ? { problem: 'needs_choice' } : readChoice(question, typed)
    case 'select_multiple': {
      const ticked = (answers.values.get(question.path) ?? '').split(' ').filter(Boolean)
      if (input.type === 'finish') return { value: ticked.join(' ') }
      if (input.type === 'choice') return toggled(question, input.index, ticked)
      return typed === undefined ? { problem: 'needs_choice' } : readChoices(question, typed)
    }
    case 'yes_no':
      if (input.type === 'choice' && input.index <= 1) return { value: input.index === 0 ? 'yes' : 'no' }
      if (typed !== undefined && isYes(typed)) return { value: 'yes' }
      return typed !== undefined && isNo(typed) ? { value: 'no' } : { problem: 'needs_choice' }
    case 'integer':
    case 'decimal':
      return typed === undefined ? { problem: 'needs_number' } : readNumber(definition, typed)
    case 'date':
      return typed === undefined ? { problem: 'needs_date' } : readBoundedDate(definition, typed)
    case 'text': {
      if (typed === undefined) return { problem: 'needs_text' }
      const { length } = Array.from(typed)
      return length > definition.maxLength
        ? { problem: 'too_long', max: definition.maxLength, length }
        : { value: typed }
    }
    case 'note':
    case 'calculate':
      throw new Error(`${question.path} is not a question that can be answered`)
  }
}

function chosen(question: Question, index: number): Reading {
  const choice = question.choices[index]
  return choice && !choice.retired ? { value: choice.name } : { problem: 'unknown_choice' }
}

function toggled(question: Question, index: number, ticked: readonly string[]): Reading {
  const reading = chosen(question, index)
  if ('problem' in reading) return reading
  const next = new Set(ticked)
  if (!next.delete(reading.value)) next.add(reading.value)
  const inListOrder = question.choices.filter((choice) => next.has(choice.name))
  return { value: inListOrder.map((choice) => choice.name).join(' '), stays: true }
}

function readBoundedDate(
  { min, max }: { min?: string | undefined; max?: string | undefined },
  typed: string,
): Reading {
  const day = readDate(typed)
  if (day === undefined) return { problem: 'needs_date' }
  if (min !== undefined && day < min) return { problem: 'too_early', min }
  return max !== undefined && day > max ? { problem: 'too_late', max } : { value: day }
}

/** The violated constraint, if any. */
function violation(
  survey: Survey,
  question: Question,
  value: string,
  answers: Answers,
  context: Context,
): Problem | undefined {
  if (walkSurvey(survey, answers, context).allows(question, value)) return undefined
  const { definition } = question
  const message = 'constraint_message' in definition ? definition.constraint_message : undefined
  return message ? { problem: 'constraint', message } : { problem: 'constraint' }
}

/** What was typed, without what no database and no reader can use: NULs, lone surrogates, outer blanks. */
function clean(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').normalize('NFC').trim()
}
