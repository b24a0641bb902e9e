import type { Scope } from './expression.ts'
import { booleanOf, stringOf, type Value } from './expressionValue.ts'
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
 * The question to ask next: the one gone back to, else the first relevant one without an answer that holds:
 * none yet, blank where one is needed, or against its constraint since an earlier answer was changed.
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
    const isNext = answers.open === undefined ? !walk.isAnswered(question) : question.path === answers.open
    if (isNext) {
      ask = question
      number = of
    } else if (notes.length > 0) notes = []
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
  const kept: { question: Question; value: string }[] = []
  for (const question of survey.questions) {
    if (question.definition.type === 'note' || !walk.isRelevant(question)) continue
    kept.push({ question, value: walk.stored(question) })
  }
  return kept
}

/** The relevant question before this one, to go back to, or the last one; nothing at the start. */
export function questionBefore(
  survey: Survey,
  answers: Answers,
  context: Context,
  path: string | undefined,
): Question | undefined {
  const walk = walkSurvey(survey, answers, context)
  const { questions, byPath } = survey
  const end = path === undefined ? questions.length : (byPath.get(path)?.index ?? 0)
  for (let index = end - 1; index >= 0; index--) {
    const question = questions[index] as Question
    const isAsked = question.definition.type !== 'note' && !question.calculation
    if (isAsked && walk.isRelevant(question)) return question
  }
  return undefined
}

/** What expressions see of the answers: values only of questions that are relevant. */
export function walkSurvey({ questions, byPath }: Survey, answers: Answers, { today }: Context) {
  // Both are filled from the front: however long a chain of expressions is, none waits for another inside it.
  const relevance: boolean[] = []
  const calculated: Value[] = []
  const scope: Scope = { value, self: '', today }

  function isRelevant({ relevant, index }: Question): boolean {
    if (!relevant) return true
    while (relevance.length <= index) {
      const next = (questions[relevance.length] as Question).relevant
      relevance.push(!next || booleanOf(next.evaluate(scope)))
    }
    return relevance[index] as boolean
  }

  function calculate(index: number): Value {
    while (calculated.length <= index) {
      const next = questions[calculated.length] as Question
      calculated.push(next.calculation && isRelevant(next) ? next.calculation.evaluate(scope) : '')
    }
    return calculated[index] as Value
  }

  function value(path: string): Value {
    const question = byPath.get(path)
    if (!question || !isRelevant(question)) return ''
    if (question.calculation) return blankIfNaN(calculate(question.index))
    return typed(question, answers.values.get(path) ?? '')
  }

  /** The value of a relevant question as it is kept: a calculated yes or no as 1 or 0, as ODK Collect does. */
  function stored(question: Question): string {
    if (!question.calculation) return answers.values.get(question.path) ?? ''
    const found = value(question.path)
    return typeof found === 'boolean' ? String(Number(found)) : stringOf(found)
  }

  function isRequired({ required }: Question): boolean {
    return typeof required === 'boolean' ? required : booleanOf(required.evaluate(scope))
  }

  /** Whether the constraint allows a value; it is never evaluated on a blank one (XLSForm). */
  function allows(question: Question, text: string): boolean {
    if (!question.constraint || text === '') return true
    const self = typed(question, text)
    // A constraint may name its own question: then it means the answer under test.
    const seen = (path: string) => (path === question.path ? self : value(path))
    return booleanOf(question.constraint.evaluate({ ...scope, value: seen, self }))
  }

  function isAnswered(question: Question): boolean {
    const text = answers.values.get(question.path)
    return text !== undefined && (text === '' ? !isRequired(question) : allows(question, text))
  }

  return { isRelevant, isRequired, isAnswered, allows, stored }
}

const blankIfNaN = (value: Value) => (Number.isNaN(value) ? '' : value)

/** Numbers are numbers to an expression, so that 0 is false and 5 equals '5.0'; all else is text. */
function typed({ definition: { type } }: Question, text: string): Value {
  return text !== '' && (type === 'integer' || type === 'decimal') ? Number(text) : text
}
