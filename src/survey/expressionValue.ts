import { daysOf } from './calendarDay.ts'

/** What an expression yields. Question values come in as strings, as in XForms. */
export type Value = string | number | boolean

/** XPath `string()`: booleans as true/false, -0 as 0. */
export function stringOf(value: Value): string {
  if (typeof value === 'number') return String(value === 0 ? 0 : value)
  return String(value)
}

/** XPath `number()`, and ODK's reading of a date as days since 1970-01-01; a blank is NaN. */
export function numberOf(value: Value): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  const text = value.trim()
  if (/^-?(\d+(\.\d*)?|\.\d+)$/.test(text)) return Number(text)
  return daysOf(text) ?? Number.NaN
}

/** XPath `boolean()`: a number is true unless 0 or NaN, a string unless empty. */
export function booleanOf(value: Value): boolean {
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value)
  return typeof value === 'boolean' ? value : value !== ''
}

/** XPath comparison: `<` and its like always by number; `=` by boolean, else number, else string. */
export function compare(operator: string, left: Value, right: Value): boolean {
  if (operator === '=') return equal(left, right)
  if (operator === '!=') return differ(left, right)
  const [a, b] = [numberOf(left), numberOf(right)]
  if (operator === '<') return a < b
  if (operator === '<=') return a <= b
  return operator === '>' ? a > b : a >= b
}

function equal(left: Value, right: Value): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') return booleanOf(left) === booleanOf(right)
  if (typeof left === 'number' || typeof right === 'number') return numberOf(left) === numberOf(right)
  return left === right
}

/** Not the negation of {@link equal}: NaN differs from everything, and that is `true`. */
function differ(left: Value, right: Value): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') return booleanOf(left) !== booleanOf(right)
  if (typeof left === 'number' || typeof right === 'number') return numberOf(left) !== numberOf(right)
  return left !== right
}
