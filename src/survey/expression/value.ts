import { DAY, dayOf, daysOf } from './calendarDay.ts'
import type { TreeNode } from './tree.ts'

/** A day or a moment: a number of days to arithmetic, ISO 8601 to the reader. */
export class Moment {
  /**
   * Days since 1970-01-01, with the time of day as a fraction, as calendar and clock of its place show it: so a moment
   * lies in its day, and not before it while it is still yesterday in UTC. JavaRosa counts so, too.
   */
  readonly days: number
  readonly text: string
  /** The same in UTC, of what has a time of day: two moments are told apart by it, whatever their places. */
  readonly instant: number | undefined
  constructor(days: number, text: string, instant?: number) {
    this.days = days
    this.text = text
    this.instant = instant
  }
}

export type Scalar = string | number | boolean | Moment

/** What an expression yields: a scalar, or nodes. */
export type Value = Scalar | readonly TreeNode[]

const isNodes = (value: Value): value is readonly TreeNode[] => Array.isArray(value)

/** XPath `string()`: booleans as true/false, -0 as 0, numbers never with an exponent, of nodes the first. */
export function stringOf(value: Value): string {
  if (typeof value === 'string') return value
  if (isNodes(value)) return value[0] ? stringOf(value[0].value()) : ''
  if (value instanceof Moment) return value.text
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

const NUMBER = /^\s*-?(\d+(\.\d*)?|\.\d+)\s*$/

/** XPath `number()`; a day is a number of days, a text that is no number is NaN, so is a blank. */
export function numberOf(value: Value): number {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return NUMBER.test(value) ? Number(value) : Number.NaN
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Moment) return value.days
  return value[0] ? numberOf(value[0].value()) : Number.NaN
}

/** XPath `boolean()`: a number is true unless 0 or NaN, a string unless empty, nodes if there are any. */
export function booleanOf(value: Value): boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value)
  if (typeof value === 'string') return value !== ''
  return isNodes(value) ? value.length > 0 : true
}

/** One value of what may be nodes: that of the first, `''` of none. */
export function scalarOf(value: Value): Scalar {
  if (!isNodes(value)) return value
  return value[0]?.value() ?? ''
}

/** XPath comparison; of nodes it holds when it does for any of them. */
export function compare(operator: string, left: Value, right: Value): boolean {
  if (isNodes(left)) {
    if (typeof right === 'boolean') return compareScalars(operator, booleanOf(left), right)
    return left.some((node) => compare(operator, node.value(), right))
  }
  if (isNodes(right)) {
    if (typeof left === 'boolean') return compareScalars(operator, left, booleanOf(right))
    return right.some((node) => compareScalars(operator, left, node.value()))
  }
  return compareScalars(operator, left, right)
}

/** `<` and its like always by number; `=` by boolean, else number, else text. */
function compareScalars(operator: string, left: Scalar, right: Scalar): boolean {
  if (operator === '=') return equal(left, right)
  if (operator === '!=') return differ(left, right)
  const [one, other] = numbersOf(left, right)
  switch (operator) {
    case '<':
      return one < other
    case '<=':
      return one <= other
    case '>':
      return one > other
    default:
      return one >= other
  }
}

/** Both as numbers that may be compared: a moment with a moment by UTC, all else by what the calendar shows. */
function numbersOf(left: Scalar, right: Scalar): [number, number] {
  const [one, other] = [left, right].map((value) => (value instanceof Moment ? value.instant : undefined))
  return one === undefined || other === undefined ? [numberOf(left), numberOf(right)] : [one, other]
}

const isNumeric = (left: Scalar, right: Scalar) =>
  typeof left === 'number' || typeof right === 'number' || (left instanceof Moment && right instanceof Moment)

function equal(left: Scalar, right: Scalar): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') return booleanOf(left) === booleanOf(right)
  if (isNumeric(left, right)) {
    const [one, other] = numbersOf(left, right)
    return one === other
  }
  return stringOf(left) === stringOf(right)
}

/** Not the negation of {@link equal}: NaN differs from everything, and that is `true`. */
function differ(left: Scalar, right: Scalar): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') return booleanOf(left) !== booleanOf(right)
  if (isNumeric(left, right)) {
    const [one, other] = numbersOf(left, right)
    return one !== other
  }
  return stringOf(left) !== stringOf(right)
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?$/

/** A text as the day or the moment it says, in ISO 8601; nothing for any other. */
export function momentOf(text: string): Moment | undefined {
  const day = daysOf(text)
  if (day !== undefined) return new Moment(day, text)
  const [, date = '', hours, minutes, seconds = '0', fraction = '', zone = 'Z'] = MOMENT.exec(text) ?? []
  const days = daysOf(date)
  if (days === undefined || Number(hours) > 24 || Number(minutes) > 59 || Number(seconds) > 60)
    return undefined
  const second = Number(seconds) + Number(`0.${fraction || 0}`)
  const time = Number(hours) * 3600 + Number(minutes) * 60 + second
  const dayPart = (seconds: number) => days + (seconds * 1000) / DAY
  return new Moment(dayPart(time), text, dayPart(time - offsetSeconds(zone)))
}

function offsetSeconds(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  if (sign === undefined) return 0
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60)
}

/** The calendar day of a number of days; nothing when there is none. */
export function dayMoment(days: number): Moment | undefined {
  const whole = Math.floor(days)
  const text = Number.isFinite(whole) ? dayOf(whole) : undefined
  return text === undefined ? undefined : new Moment(whole, text)
}
