import { daysOf } from './calendarDay.ts'

/** What an expression yields. Question values come in as strings, as in XForms. */
export type Value = string | number | boolean

/** XPath `string()`: booleans as true/false, -0 as 0, numbers never with an exponent. */
export function stringOf(value: Value): string {
  const text = String(value === 0 ? 0 : value)
  return typeof value === 'number' && text.includes('e') ? withoutExponent(text) : text
}

/** `1.5e-7` as `0.00000015`: what has an exponent is no number when it is read again. */
function withoutExponent(text: string): string {
  const [number = '', exponent = ''] = text.split('e')
  const [whole = '', fraction = ''] = number.replace('-', '').split('.')
  const places = Number(exponent)
  const digits =
    places < 0
      ? `0.${'0'.repeat(-places - 1)}${whole}${fraction}`
      : `${whole}${fraction}${'0'.repeat(places - fraction.length)}`
  return number.startsWith('-') ? `-${digits}` : digits
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
  const a = numberOf(left)
  const b = numberOf(right)
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
