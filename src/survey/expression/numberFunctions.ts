import type { Cursor } from './cursor.ts'
import { type FunctionDefinition, type Given, MANY, ofNumbers, ofValues } from './functionDefinition.ts'
import { numberOf, stringOf, type Value } from './value.ts'

/** Computing with numbers; sums and extremes leave blanks out, as JavaRosa does. */
export const numberFunctions: Record<string, FunctionDefinition> = {
  number: ofNumbers(1, (value) => value),
  int: ofNumbers(1, Math.trunc),
  floor: ofNumbers(1, Math.floor),
  ceiling: ofNumbers(1, Math.ceil),
  abs: ofNumbers(1, Math.abs),
  round: ofValues([1, 2], (value, places = 0) =>
    round(numberOf(value as Value), Math.trunc(numberOf(places))),
  ),
  pow: ofNumbers(2, (base, exponent) => base ** exponent),
  sqrt: ofNumbers(1, Math.sqrt),
  exp: ofNumbers(1, Math.exp),
  exp10: ofNumbers(1, (exponent) => 10 ** exponent),
  log: ofNumbers(1, Math.log),
  log10: ofNumbers(1, Math.log10),
  sin: ofNumbers(1, Math.sin),
  cos: ofNumbers(1, Math.cos),
  tan: ofNumbers(1, Math.tan),
  asin: ofNumbers(1, Math.asin),
  acos: ofNumbers(1, Math.acos),
  atan: ofNumbers(1, Math.atan),
  atan2: ofNumbers(2, Math.atan2),
  pi: ofValues([0, 0], () => Math.PI),
  sum: ofAll((numbers) => numbers.reduce((sum, number) => sum + number, 0)),
  max: ofAll((numbers) => numbers.reduce((most, number) => Math.max(most, number), first(numbers))),
  min: ofAll((numbers) => numbers.reduce((least, number) => Math.min(least, number), first(numbers))),
}

const first = (numbers: readonly number[]) => numbers[0] ?? Number.NaN

function ofAll(compute: (numbers: readonly number[]) => number): FunctionDefinition {
  return { least: 1, most: MANY, build: (given) => (cursor) => compute(numbersOf(given, cursor)) }
}

function numbersOf(given: readonly Given[], cursor: Cursor): number[] {
  const values = given.flatMap(({ nodes, value }): Value[] =>
    nodes ? nodes(cursor).map((node) => node.value()) : [value(cursor)],
  )
  return values.filter((value) => stringOf(value) !== '').map(numberOf)
}

/** Half up, by the decimal digits: 1.005 to two places is 1.01, whatever its binary fraction. */
function round(value: number, places: number): number {
  if (!Number.isFinite(value) || !Number.isFinite(places) || Math.abs(places) > 100) return value
  const [digits = '', exponent = '0'] = String(value).split('e')
  const shifted = Math.round(Number(`${digits}e${Number(exponent) + places}`))
  const [whole = '', power = '0'] = String(shifted).split('e')
  return Number(`${whole}e${Number(power) - places}`)
}
