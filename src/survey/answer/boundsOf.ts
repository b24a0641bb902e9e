import { dayOf, daysOf } from '../expression/calendarDay.ts'
import { ExpressionError } from '../expression/expressionError.ts'
import { parseExpression } from '../expression/parseExpression.ts'
import type { Syntax } from '../expression/syntaxTree.ts'

/** Between what an answer must lie, as far as a constraint says so plainly. */
export interface Bounds {
  min?: number
  max?: number
  earliest?: string
  latest?: string
}

/** On what day an answer is asked for, and whether it has a time of day too. */
export interface Asked {
  today: string
  hasTime: boolean
}

/**
 * The bounds in a constraint such as `. >= 17 and . <= 70`: an author who gave no message has still said what is
 * expected. Nothing is taken from what is not joined by `and`.
 */
export function boundsOf(constraint: string, at: Asked): Bounds {
  try {
    return collect(parseExpression(constraint), {}, at)
  } catch (fault) {
    if (fault instanceof ExpressionError) return {}
    throw fault
  }
}

function collect(syntax: Syntax, bounds: Bounds, at: Asked): Bounds {
  if (syntax.kind !== 'binary') return bounds
  const { operator, left, right } = syntax
  if (operator === 'and') return collect(right, collect(left, bounds, at), at)
  if (isAnswer(left)) return bound(operator, right, bounds, at)
  return isAnswer(right) ? bound(MIRRORED[operator] ?? '', left, bounds, at) : bounds
}

const MIRRORED: Record<string, string> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

const isAnswer = (syntax: Syntax) =>
  syntax.kind === 'path' &&
  syntax.from === 'here' &&
  syntax.steps.length === 1 &&
  syntax.steps[0]?.axis === 'self'

function bound(operator: string, syntax: Syntax, bounds: Bounds, at: Asked): Bounds {
  const days = daysIn(syntax, at.today)
  if (days !== undefined) {
    // What has a time comes after the beginning of its day; and a day begins before any time of it.
    const isAfter = operator === '>' && !at.hasTime
    const isBefore = operator === '<' && !isMoment(syntax)
    return boundDay(operator, days + (isAfter ? 1 : isBefore ? -1 : 0), bounds)
  }
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

function boundDay(operator: string, days: number, bounds: Bounds): Bounds {
  const day = dayOf(days)
  if (day === undefined) return bounds
  const { earliest = day, latest = day } = bounds
  if (operator.startsWith('>')) return { ...bounds, earliest: earliest > day ? earliest : day }
  return operator.startsWith('<') ? { ...bounds, latest: latest < day ? latest : day } : bounds
}

const isMoment = (syntax: Syntax): boolean =>
  syntax.kind === 'binary' ? isMoment(syntax.left) : syntax.kind === 'call' && syntax.name === 'now'

/** Days since 1970-01-01 of `date('2026-01-31')`, `today()`, or so many days from them. */
function daysIn(syntax: Syntax, today: string): number | undefined {
  if (syntax.kind === 'binary' && (syntax.operator === '+' || syntax.operator === '-')) {
    const [days, away] = [daysIn(syntax.left, today), numberIn(syntax.right)]
    if (days === undefined || away === undefined || !Number.isInteger(away)) return undefined
    return syntax.operator === '+' ? days + away : days - away
  }
  if (syntax.kind !== 'call') return undefined
  const [given] = syntax.given
  if (syntax.name === 'today' || syntax.name === 'now') return given ? undefined : daysOf(today)
  return syntax.name === 'date' && given?.kind === 'literal' ? daysOf(String(given.value)) : undefined
}
