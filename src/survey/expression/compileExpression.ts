import { type Compiling, compilePath, isNodeSyntax, nodesOf } from './compilePath.ts'
import { compileReference } from './compileReference.ts'
import type { Closure, Cursor } from './cursor.ts'
import { ExpressionError } from './expressionError.ts'
import { functionNamed } from './functions.ts'
import { parseExpression } from './parseExpression.ts'
import type { Syntax } from './syntaxTree.ts'
import type { RowNode } from './tree.ts'
import { booleanOf, compare, numberOf, type Value } from './value.ts'

export interface Expression {
  /** Never throws: whatever is answered yields some value. */
  evaluate(cursor: Cursor): Value
  /** Indexes of the rows it refers to. */
  references: ReadonlySet<number>
  /** It depends on more than the answers: on the clock, on chance, or on what it gave before. */
  isFrozen: boolean
}

/** The rows of a survey, as expressions look for them. */
export interface Rows {
  root: RowNode
  named(name: string): readonly RowNode[]
  /** Every name there is, to suggest the one that was meant. */
  names(): Iterable<string>
  /** The choice list of a question; nothing for a question without one. */
  listOf(row: RowNode): string | undefined
}

/**
 * Compiles an expression of XLSForm once, to a closure. Coercions are XPath 1.0's; where the engines of ODK differ,
 * JavaRosa's meaning (ODK Collect) is taken.
 * @param owner the row it belongs to: `${name}` looks out from there, `.` is its value
 * @param context what `name` and `.` stand on: a row, or a choice in a `choice_filter`
 * @throws ExpressionError when the text is not understood, or names what is not there
 */
export function compileExpression(
  source: string,
  rows: Rows,
  owner: RowNode,
  context: RowNode | 'choice' = owner,
): Expression {
  const references = new Set<number>()
  const compiling: Compiling = { rows, owner, context, references, isFrozen: false, closureOf }
  const evaluate = closureOf(parseExpression(source), compiling)
  return { evaluate, references, isFrozen: compiling.isFrozen }
}

function closureOf(syntax: Syntax, compiling: Compiling): Closure {
  switch (syntax.kind) {
    case 'literal': {
      const { value } = syntax
      return () => value
    }
    case 'reference':
      return compileReference(syntax.name, compiling).value
    case 'path':
      return compilePath(syntax, compiling)
    case 'negate': {
      const operand = closureOf(syntax.operand, compiling)
      return (cursor) => -numberOf(operand(cursor))
    }
    case 'binary':
      return syntax.operator === '|' ? nodesOf(syntax, compiling) : chain(syntax, compiling)
    case 'call':
      return call(syntax, compiling)
  }
}

/** Operators joined from the left: compiled along the chain, so that a long one needs no deep stack. */
function chain(syntax: Extract<Syntax, { kind: 'binary' }>, compiling: Compiling): Closure {
  const rights: { operator: string; right: Closure }[] = []
  let left: Syntax = syntax
  while (left.kind === 'binary' && left.operator !== '|') {
    rights.push({ operator: left.operator, right: closureOf(left.right, compiling) })
    left = left.left
  }
  let closure = closureOf(left, compiling)
  rights.reverse()
  for (let first = 0; first < rights.length; ) {
    const { operator } = rights[first] as { operator: string }
    let last = first + 1
    while (rights[last]?.operator === operator) last++
    const run = rights.slice(first, last).map(({ right }) => right)
    closure = run.length === 1 ? binary(operator, closure, run[0] as Closure) : joined(operator, closure, run)
    first = last
  }
  return closure
}

function joined(operator: string, first: Closure, rest: readonly Closure[]): Closure {
  const all = [first, ...rest]
  if (operator === 'or') return (cursor) => all.some((each) => booleanOf(each(cursor)))
  if (operator === 'and') return (cursor) => all.every((each) => booleanOf(each(cursor)))
  const step = binaryOf(operator)
  return (cursor) => rest.reduce<Value>((sum, each) => step(sum, each(cursor)), first(cursor))
}

function binary(operator: string, left: Closure, right: Closure): Closure {
  if (operator === 'and') return (cursor) => booleanOf(left(cursor)) && booleanOf(right(cursor))
  if (operator === 'or') return (cursor) => booleanOf(left(cursor)) || booleanOf(right(cursor))
  const step = binaryOf(operator)
  return (cursor) => step(left(cursor), right(cursor))
}

function binaryOf(operator: string): (left: Value, right: Value) => Value {
  switch (operator) {
    case '+':
      return (left, right) => numberOf(left) + numberOf(right)
    case '-':
      return (left, right) => numberOf(left) - numberOf(right)
    case '*':
      return (left, right) => numberOf(left) * numberOf(right)
    case 'div':
      return (left, right) => numberOf(left) / numberOf(right)
    case 'mod':
      return (left, right) => numberOf(left) % numberOf(right)
    default:
      return (left, right) => compare(operator, left, right)
  }
}

function call({ name, given }: Extract<Syntax, { kind: 'call' }>, compiling: Compiling): Closure {
  const found = functionNamed(name)
  if (given.length < found.least || given.length > found.most) {
    const { least, most } = found
    throw new ExpressionError({ code: 'wrong_argument_count', name, least, most, given: given.length })
  }
  if (found.isFrozen) compiling.isFrozen = true
  return found.build(
    given.map((syntax) => ({
      syntax,
      value: closureOf(syntax, compiling),
      ...(isNodeSyntax(syntax) && { nodes: nodesOf(syntax, compiling) }),
    })),
    compiling,
  )
}
