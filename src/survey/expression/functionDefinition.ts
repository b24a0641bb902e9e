import type { Compiling } from './compilePath.ts'
import type { Closure, NodesClosure } from './cursor.ts'
import type { Syntax } from './syntaxTree.ts'
import { numberOf, stringOf, type Value } from './value.ts'

/** What stands between the brackets of a call: compiled, and as it was written. */
export interface Given {
  syntax: Syntax
  value: Closure
  /** Only where it yields nodes. */
  nodes?: NodesClosure
}

export interface FunctionDefinition {
  least: number
  most: number
  /** Its result depends on more than its arguments: it is evaluated once and kept. */
  isFrozen?: true
  build(given: readonly Given[], compiling: Compiling): Closure
}

/** Most values a function of any number takes. */
export const MANY = 1_000

/** A function of values only. */
export function ofValues(
  [least, most]: readonly [number, number],
  compute: (...values: Value[]) => Value,
): FunctionDefinition {
  return {
    least,
    most,
    build: (given) => {
      const [first, second, third] = given.map(({ value }) => value)
      if (given.length === 0 || !first) return () => compute()
      if (given.length === 1) return (cursor) => compute(first(cursor))
      if (given.length === 2 && second) return (cursor) => compute(first(cursor), second(cursor))
      if (given.length === 3 && second && third)
        return (cursor) => compute(first(cursor), second(cursor), third(cursor))
      return (cursor) => compute(...given.map(({ value }) => value(cursor)))
    },
  }
}

/** A function of numbers. */
export const ofNumbers = (count: number, compute: (...numbers: number[]) => number): FunctionDefinition =>
  ofValues([count, count], (...values) => compute(...values.map(numberOf)))

/** A function of texts. */
export const ofTexts = (
  [least, most]: readonly [number, number],
  compute: (...texts: string[]) => Value,
): FunctionDefinition => ofValues([least, most], (...values) => compute(...values.map(stringOf)))
