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
  const codes = codesByList(survey)
  return survey.rows.flatMap((row) =>
    Object.entries(expressionsOf(row)).flatMap(([column, source]) =>
      faultsIn(source, survey, codes).map(
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

type Codes = (list: string) => ReadonlySet<string>

/** The codes of each list, gathered once: a list may hold ten thousand, and as many rows may name it. */
function codesByList(survey: Survey): Codes {
  const known = new Map<string, ReadonlySet<string>>()
  return (list) => {
    const codes = known.get(list) ?? new Set(survey.options(list).map(({ name }) => name))
    known.set(list, codes)
    return codes
  }
}

function faultsIn(source: string, survey: Survey, codes: Codes): DefinitionFault[] {
  try {
    return [...pairsIn(parseExpression(source))].flatMap(([name, text]) => faultOf(name, text, survey, codes))
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

function faultOf(name: string, text: string, survey: Survey, codesOf: Codes): DefinitionFault[] {
  const [row] = survey.named(name)
  if (!row || text === '') return []
  const { type } = row.definition
  if ((type === 'date' || type === 'dateTime') && momentOf(text)) return [{ code: 'date_as_text', text }]
  const isOpen = 'open' in row.definition && row.definition.open
  if (!row.list || row.list === UNIT_SERVICES || isOpen || row.options.length === 0 || /\s/.test(text))
    return []
  const codes = codesOf(row.list)
  if (codes.has(text)) return []
  const similar = mostSimilar(text, codes)
  return [{ code: 'unknown_code', name, choice: text, ...(similar !== undefined && { similar }) }]
}
