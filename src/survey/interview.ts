import { daysOf } from './calendarDay.ts'
import type { Scope } from './expression.ts'
import { booleanOf, stringOf } from './expressionValue.ts'
import type { Question, Survey } from './survey.ts'

/** What a person has said so far. The place in the survey is not stored: it follows from this. */
export interface Answers {
  /** By path. `''` is an answer too: the question was left blank on purpose. */
  values: ReadonlyMap<string, string>
  /** The answered question that the person went back to, until it is answered again. */
  open?: string
}

/** What the outside world adds to an interview. */
export interface Context {
  /** The calendar day `YYYY-MM-DD` where the survey is held. */
  today: string
}

export type Interview =
  | { ask: Question; notes: readonly Question[]; number: number; of: number }
  | { done: true; notes: readonly Question[] }

/**
 * The question to ask next: the one gone back to, else the first relevant one without an answer.
 * Notes that come right before it go with it; when nothing is left, the closing notes.
 */
export function interview(survey: Survey, answers: Answers, context: Context): Interview {
  const walk = walkSurvey(survey, answers, context)
  let ask: Question | undefined
  let number = 0
  let of = 0
  let notes: Question[] = []
  for (const question of survey.questions) {
    if (question.calculation || !walk.isRelevant(question)) continue
    if (question.definition.type === 'note') {
      if (!ask) notes.push(question)
      continue
    }
    of++
    if (ask) continue
    const isNext =
      answers.open === undefined ? !answers.values.has(question.path) : question.path === answers.open
    if (isNext) [ask, number] = [question, of]
    else notes = []
  }
  if (ask) return { ask, notes, number, of }
  // A question gone back to may have become irrelevant meanwhile: then it is as if nobody had gone back.
  return answers.open === undefined
    ? { done: true, notes }
    : interview(survey, { values: answers.values }, context)
}

/** Every question that counts now, in order, with its value: what a review shows and a response keeps. */
export function relevantAnswers(
  survey: Survey,
  answers: Answers,
  context: Context,
): { question: Question; value: string }[] {
  const walk = walkSurvey(survey, answers, context)
  return survey.questions
    .filter((question) => question.definition.type !== 'note' && walk.isRelevant(question))
    .map((question) => ({ question, value: walk.value(question.path) }))
}

/** The relevant question before this one, to go back to; nothing at the start. */
export function questionBefore(
  survey: Survey,
  answers: Answers,
  context: Context,
  path: string | undefined,
): Question | undefined {
  const asked = relevantAnswers(survey, answers, context).filter(({ question }) => !question.calculation)
  const place = path === undefined ? asked.length : asked.findIndex(({ question }) => question.path === path)
  return asked[place - 1]?.question
}

/** What expressions see of the answers: values only of questions that are relevant. */
export function walkSurvey(survey: Survey, answers: Answers, context: Context) {
  const relevance: (boolean | undefined)[] = []
  const calculated = new Map<string, string>()
  const scope: Scope = { value, self: '', today: daysOf(context.today) ?? Number.NaN }

  function isRelevant(question: Question): boolean {
    if (!question.relevant) return true
    const known = relevance[question.index]
    if (known !== undefined) return known
    const found = booleanOf(question.relevant.evaluate(scope))
    relevance[question.index] = found
    return found
  }

  function value(path: string): string {
    const question = survey.byPath.get(path)
    if (!question || !isRelevant(question)) return ''
    if (!question.calculation) return answers.values.get(path) ?? ''
    const known = calculated.get(path)
    if (known !== undefined) return known
    const found = stringOf(question.calculation.evaluate(scope))
    const stored = found === 'NaN' ? '' : found
    calculated.set(path, stored)
    return stored
  }

  return { isRelevant, value, scope }
}
