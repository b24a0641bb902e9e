import { ExpressionError } from '../expression/expressionError.ts'
import { parseExpression } from '../expression/parseExpression.ts'
import type { Syntax } from '../expression/syntaxTree.ts'
import { momentOf } from '../expression/value.ts'

/** Between what an answer must lie, as far as a constraint says so plainly. */
export interface Bounds {
  min?: number
  max?: number
  earliest?: string
  latest?: string
}

/**
 * The bounds in a constraint such as `. >= 17 and . <= 70`: an author who gave no message has still said what is
 * expected. Nothing is taken from what is not joined by `and`.
 */
export function boundsOf(constraint: string): Bounds {
  try {
    return collect(parseExpression(constraint), {})
  } catch (fault) {
    if (fault instanceof ExpressionError) return {}
    throw fault
  }
}

function collect(syntax: Syntax, bounds: Bounds): Bounds {
  if (syntax.kind !== 'binary') return bounds
  const { operator, left, right } = syntax
  if (operator === 'and') return collect(right, collect(left, bounds))
  if (isAnswer(left)) return bound(operator, right, bounds)
  return isAnswer(right) ? bound(MIRRORED[operator] ?? '', left, bounds) : bounds
}

const MIRRORED: Record<string, string> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

const isAnswer = (syntax: Syntax) =>
  syntax.kind === 'path' &&
  syntax.from === 'here' &&
  syntax.steps.length === 1 &&
  syntax.steps[0]?.axis === 'self'

function bound(operator: string, syntax: Syntax, bounds: Bounds): Bounds {
  const day = dayIn(syntax)
  if (day !== undefined && operator === '>=') return { ...bounds, earliest: day }
  if (day !== undefined && operator === '<=') return { ...bounds, latest: day }
  const number = numberIn(syntax)
  if (number === undefined) return bounds
  if (operator === '>=') return { ...bounds, min: number }
  if (operator === '<=') return { ...bounds, max: number }
  if (!Number.isInteger(number)) return bounds
  if (operator === '>') return { ...bounds, min: number + 1 }
  return operator === '<' ? { ...bounds, max: number - 1 } : bounds
}

function numberIn(syntax: Syntax): number | undefined {
  if (syntax.kind === 'literal' && typeof syntax.value === 'number') return syntax.value
  const inner = syntax.kind === 'negate' ? numberIn(syntax.operand) : undefined
  return inner === undefined ? undefined : -inner
}

function dayIn(syntax: Syntax): string | undefined {
  if (syntax.kind !== 'call' || syntax.name !== 'date') return undefined
  const [given] = syntax.given
  const text = given?.kind === 'literal' ? String(given.value) : ''
  return momentOf(text) && text.length === 10 ? text : undefined
}
