import { ExpressionError, type Node, parseExpression } from './expressionSyntax.ts'
import { booleanOf, compare, numberOf, stringOf, type Value } from './expressionValue.ts'

/** What an expression may look at while it is evaluated. */
export interface Scope {
  /** The value of a question, `''` when blank or not relevant. */
  value(name: string): Value
  /** The answer under test, for constraints (`.`). */
  self: Value
  /** The calendar day `YYYY-MM-DD`, for `today()`. */
  today: string
}

export interface Expression {
  evaluate(scope: Scope): Value
  /** Names of the questions it refers to. */
  references: ReadonlySet<string>
}

type Closure = (scope: Scope) => Value

/**
 * Compiles an expression of the XPath subset that surveys use, once, to a closure.
 * Coercions are XPath 1.0's: a blank is `''`, its number is NaN, dates count as days.
 * @throws ExpressionError with the position when the text is not understood
 */
export function compileExpression(source: string): Expression {
  const references = new Set<string>()
  const evaluate = closureOf(parseExpression(source), references)
  return { evaluate, references }
}

function closureOf(node: Node, references: Set<string>): Closure {
  const build = (child: Node) => closureOf(child, references)
  switch (node.kind) {
    case 'literal':
      return () => node.value
    case 'self':
      return (scope) => scope.self
    case 'reference':
      references.add(node.name)
      return (scope) => scope.value(node.name)
    case 'negate': {
      const operand = build(node.operand)
      return (scope) => -numberOf(operand(scope))
    }
    case 'binary':
      return binary(node.operator, build(node.left), build(node.right))
    case 'call':
      return functionNamed(node.name, node.arguments.length)(node.arguments.map(build))
  }
}

function binary(operator: string, left: Closure, right: Closure): Closure {
  switch (operator) {
    case 'and':
      return (scope) => booleanOf(left(scope)) && booleanOf(right(scope))
    case 'or':
      return (scope) => booleanOf(left(scope)) || booleanOf(right(scope))
    case '+':
      return (scope) => numberOf(left(scope)) + numberOf(right(scope))
    case '-':
      return (scope) => numberOf(left(scope)) - numberOf(right(scope))
    case '*':
      return (scope) => numberOf(left(scope)) * numberOf(right(scope))
    case 'div':
      return (scope) => numberOf(left(scope)) / numberOf(right(scope))
    case 'mod':
      return (scope) => numberOf(left(scope)) % numberOf(right(scope))
    default:
      return (scope) => compare(operator, left(scope), right(scope))
  }
}

function functionNamed(name: string, given: number) {
  const found = functions.get(name)
  if (!found) throw new ExpressionError(`there is no function ${name}()`)
  const [least, most] = found.arity
  if (given < least || given > most)
    throw new ExpressionError(`${name}() takes ${least} values, not ${given}`)
  return found
}

const wordsOf = (value: Value) => stringOf(value).split(' ').filter(Boolean)

type Given = [Closure, Closure, Closure]

const define = (arity: [least: number, most: number], build: (given: Given) => Closure) =>
  Object.assign((given: Closure[]) => build(given as Given), { arity })

/** The functions a survey may call; the reader of spreadsheets will bring the rest of ODK's. */
const functions = new Map([
  [
    'not',
    define(
      [1, 1],
      ([value]) =>
        (scope) =>
          !booleanOf(value(scope)),
    ),
  ],
  ['true', define([0, 0], () => () => true)],
  ['false', define([0, 0], () => () => false)],
  ['today', define([0, 0], () => (scope) => scope.today)],
  [
    'if',
    define(
      [3, 3],
      ([test, yes, no]) =>
        (scope) =>
          booleanOf(test(scope)) ? yes(scope) : no(scope),
    ),
  ],
  [
    'coalesce',
    define([2, 2], ([first, other]) => (scope) => {
      const value = first(scope)
      return value === '' || Number.isNaN(value) ? other(scope) : value
    }),
  ],
  [
    'int',
    define(
      [1, 1],
      ([value]) =>
        (scope) =>
          Math.trunc(numberOf(value(scope))),
    ),
  ],
  [
    'number',
    define(
      [1, 1],
      ([value]) =>
        (scope) =>
          numberOf(value(scope)),
    ),
  ],
  [
    'string-length',
    define(
      [1, 1],
      ([value]) =>
        (scope) =>
          stringOf(value(scope)).length,
    ),
  ],
  [
    'selected',
    define(
      [2, 2],
      ([list, code]) =>
        (scope) =>
          wordsOf(list(scope)).includes(stringOf(code(scope)).trim()),
    ),
  ],
  [
    'count-selected',
    define(
      [1, 1],
      ([list]) =>
        (scope) =>
          wordsOf(list(scope)).length,
    ),
  ],
])
