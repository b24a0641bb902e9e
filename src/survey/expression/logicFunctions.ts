import { type FunctionDefinition, MANY, ofValues } from './functionDefinition.ts'
import { booleanOf, numberOf, scalarOf, stringOf, type Value } from './value.ts'

/** Deciding: what is true, and which of two. */
export const logicFunctions: Record<string, FunctionDefinition> = {
  true: ofValues([0, 0], () => true),
  false: ofValues([0, 0], () => false),
  not: ofValues([1, 1], (value) => !booleanOf(value as Value)),
  boolean: ofValues([1, 1], (value) => booleanOf(value as Value)),
  'boolean-from-string': ofValues([1, 1], (value) => ['true', '1'].includes(stringOf(value as Value))),
  /** Only the branch that is taken is evaluated. */
  if: {
    least: 3,
    most: 3,
    build: ([test, yes, no]) => {
      const [condition, then, otherwise] = [test?.value, yes?.value, no?.value]
      if (!condition || !then || !otherwise) throw new Error('if() is built with three values')
      return (cursor) => (booleanOf(condition(cursor)) ? then(cursor) : otherwise(cursor))
    },
  },
  coalesce: ofValues([2, MANY], (...values) => scalarOf(values.find((value) => !isBlank(value)) ?? '')),
  /** Whether the number of true values lies within bounds; -1 is no bound. */
  checklist: ofValues([3, MANY], (least = '', most = '', ...values) =>
    isWithin(numberOf(least), numberOf(most), values.filter(booleanOf).length),
  ),
  'weighted-checklist': ofValues([4, MANY], (least = '', most = '', ...pairs) => {
    let sum = 0
    for (let at = 0; at + 1 < pairs.length; at += 2)
      if (booleanOf(pairs[at] as Value)) sum += numberOf(pairs[at + 1] as Value)
    return isWithin(numberOf(least), numberOf(most), sum)
  }),
}

const isBlank = (value: Value) => stringOf(value) === '' || Number.isNaN(value)

const isWithin = (least: number, most: number, count: number) =>
  (least === -1 || count >= least) && (most === -1 || count <= most)
