import { ExpressionError } from '../expression/expressionError.ts'
import { mostSimilar } from '../expression/mostSimilar.ts'
import { parseExpression } from '../expression/parseExpression.ts'
import type { Syntax } from '../expression/syntaxTree.ts'
import { momentOf } from '../expression/value.ts'
import { UNIT_SERVICES } from './definition.ts'
import type { DefinitionFault, DefinitionProblem } from './definitionProblem.ts'
import type { Row, Survey } from './survey.ts'

const COMPARING = new Set(['=', '!=', '<', '<=', '>', '>='])
const SELECTING = new Set(['selected', 'selected-at'])

/** Comparisons that can never hold: of a day with a text, of a question with a code that is not in its list. */
export function doubtfulComparisons(survey: Survey): DefinitionProblem[] {
  return survey.rows.flatMap((row) =>
    Object.entries(expressionsOf(row)).flatMap(([column, source]) =>
      faultsIn(source, survey).map(
        (fault): DefinitionProblem => ({
          ...fault,
          severity: 'warning',
          place: { in: 'survey', row: row.index, column },
        }),
      ),
    ),
  )
}

function expressionsOf({ definition }: Row): Record<string, string> {
  const found: Record<string, string> = {}
  for (const column of ['relevant', 'constraint', 'calculation', 'required', 'read_only'] as const) {
    const source = (definition as Partial<Record<typeof column, unknown>>)[column]
    if (typeof source === 'string') found[column] = source
  }
  return found
}

function faultsIn(source: string, survey: Survey): DefinitionFault[] {
  try {
    return [...pairsIn(parseExpression(source))].flatMap(([name, text]) => faultOf(name, text, survey))
  } catch (fault) {
    // What cannot be read has been told already.
    if (fault instanceof ExpressionError) return []
    throw fault
  }
}

/** Questions and the texts that they are compared with. */
function* pairsIn(syntax: Syntax): Generator<[name: string, text: string]> {
  const left: Syntax[] = [syntax]
  for (let now = left.pop(); now; now = left.pop()) {
    if (now.kind === 'negate') left.push(now.operand)
    if (now.kind === 'path') left.push(...now.steps.flatMap(({ predicates }) => predicates))
    if (now.kind === 'call') {
      left.push(...now.given)
      const [first, second] = now.given
      if (SELECTING.has(now.name) && first && second) yield* pairOf(first, second)
    }
    if (now.kind !== 'binary') continue
    left.push(now.right, now.left)
    if (COMPARING.has(now.operator)) yield* pairOf(now.left, now.right)
  }
}

function* pairOf(one: Syntax, other: Syntax): Generator<[string, string]> {
  const [reference, literal] = one.kind === 'reference' ? [one, other] : [other, one]
  if (reference.kind === 'reference' && literal.kind === 'literal' && typeof literal.value === 'string')
    yield [reference.name, literal.value]
}

function faultOf(name: string, text: string, survey: Survey): DefinitionFault[] {
  const [row] = survey.named(name)
  if (!row || text === '') return []
  const { type } = row.definition
  if ((type === 'date' || type === 'dateTime') && momentOf(text)) return [{ code: 'date_as_text', text }]
  const isOpen = 'open' in row.definition && row.definition.open
  if (!row.list || row.list === UNIT_SERVICES || isOpen || row.options.length === 0 || /\s/.test(text))
    return []
  if (row.options.some((option) => option.name === text)) return []
  const similar = mostSimilar(
    text,
    row.options.map((option) => option.name),
  )
  return [{ code: 'unknown_code', name, choice: text, ...(similar !== undefined && { similar }) }]
}
