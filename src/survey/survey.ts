import {
  type Choice,
  type Definition,
  definitionSchema,
  type QuestionDefinition,
  UNIT_SERVICES,
  type Words,
} from './definition.ts'
import { compileExpression, type Expression } from './expression.ts'
import { ExpressionError } from './expressionSyntax.ts'

/** A question ready to be asked: expressions compiled, choices at hand. */
export interface Question {
  /** Place in the survey; what buttons carry, since a published version never changes. */
  index: number
  /** What the answer is stored under. */
  path: string
  definition: QuestionDefinition
  choices: readonly Choice[]
  relevant?: Expression
  constraint?: Expression
  /** A plain yes or no, or an expression that decides it. */
  required: boolean | Expression
  calculation?: Expression
}

/** One version of a survey, ready to be asked. Immutable: it may be shared by every conversation. */
export interface Survey {
  title: Words
  language: string
  questions: readonly Question[]
  byPath: ReadonlyMap<string, Question>
}

/** A questionnaire that cannot be asked; `message` names the question and the fault. */
export class DefinitionError extends Error {
  override name = 'DefinitionError'
}

/**
 * Makes a stored definition ready to be asked.
 * @param services the choices that stand in for the list `unit_services`
 * @throws DefinitionError when names clash, a list is missing, no number or date would be allowed, or an
 * expression fails or looks ahead
 */
export function compileSurvey(definition: unknown, services: readonly Choice[] = []): Survey {
  const parsed = definitionSchema.safeParse(definition)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new DefinitionError(`${issue?.path.join('.')}: ${issue?.message}`)
  }
  const { settings, survey } = parsed.data
  for (const [list, choices] of Object.entries(parsed.data.choices)) {
    if (new Set(choices.map((choice) => choice.name)).size < choices.length)
      throw new DefinitionError(`two choices of the list ${list} have one name`)
  }
  const byPath = new Map<string, Question>()
  for (const [index, question] of survey.entries()) {
    if (byPath.has(question.name)) throw new DefinitionError(`two questions are named ${question.name}`)
    byPath.set(question.name, compileQuestion(question, index, parsed.data, services, byPath))
  }
  return {
    title: settings.title,
    language: settings.default_language,
    questions: [...byPath.values()],
    byPath,
  }
}

const NEVER = compileExpression('false()')

function compileQuestion(
  definition: QuestionDefinition,
  index: number,
  { choices }: Definition,
  services: readonly Choice[],
  earlier: ReadonlyMap<string, Question>,
): Question {
  const { name } = definition
  const compiled = (column: string, source: string | undefined) => {
    if (source === undefined) return undefined
    try {
      const expression = compileExpression(source)
      for (const reference of expression.references) {
        const isOwn = reference === name && column === 'constraint'
        if (!earlier.has(reference) && !isOwn) {
          throw new ExpressionError(`\${${reference}} is not an earlier question`)
        }
      }
      return expression
    } catch (fault) {
      if (fault instanceof ExpressionError) throw new DefinitionError(`${name}, ${column}: ${fault.message}`)
      throw fault
    }
  }

  const question: Question = { index, path: name, definition, choices: [], required: false }
  const relevant = compiled('relevant', definition.relevant)
  if (relevant) question.relevant = relevant
  if ('list' in definition) {
    const own = Object.hasOwn(choices, definition.list) ? choices[definition.list] : undefined
    const list = definition.list === UNIT_SERVICES ? services : own
    if (!list) throw new DefinitionError(`${name}: there is no choice list ${definition.list}`)
    question.choices = list
    // Nobody could answer it: a unit that offers nothing (any more) is not asked which service it was.
    if (list.every((choice) => choice.retired)) question.relevant = NEVER
  }
  if ('min' in definition || 'max' in definition) {
    const { min, max } = definition
    if (min !== undefined && max !== undefined && min > max)
      throw new DefinitionError(`${name}: min ${min} is above max ${max}`)
  }
  if ('calculation' in definition) {
    const calculation = compiled('calculation', definition.calculation)
    if (calculation) question.calculation = calculation
  }
  if ('required' in definition) {
    const { required } = definition
    question.required = typeof required === 'string' ? (compiled('required', required) ?? false) : required
    const constraint = compiled('constraint', definition.constraint)
    if (constraint) question.constraint = constraint
  }
  return question
}
