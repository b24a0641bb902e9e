import { momentOf, numberOf } from '../expression/value.ts'
import type { Form } from './form.ts'
import type { Leaf } from './nodes.ts'

/** Why a value cannot be the answer to a question. */
export type Violation = 'required' | 'type' | 'constraint'

/** Digits of a number that are kept exactly. */
const MOST_DIGITS = 15

/**
 * Whether a value, in the form in which it is stored, may be the answer to a question: of its type, on the list that
 * is offered now, as its constraint wants it; blank only where nothing is required.
 */
export function judge(form: Form, leaf: Leaf, value: string): Violation | undefined {
  if (value === '') return form.isRequired(leaf) ? 'required' : undefined
  if (!isOfType(form, leaf, value)) return 'type'
  return form.allows(leaf, value) ? undefined : 'constraint'
}

function isOfType(form: Form, leaf: Leaf, value: string): boolean {
  const { definition } = leaf.row
  if ('open' in definition && definition.open) return true
  switch (definition.type) {
    case 'integer':
      return /^-?\d+$/.test(value) && value.replace('-', '').length <= MOST_DIGITS
    case 'decimal':
      return !Number.isNaN(numberOf(value))
    case 'range': {
      const { start, end } = definition.parameters
      const number = numberOf(value)
      return number >= Math.min(start, end) && number <= Math.max(start, end)
    }
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) && momentOf(value) !== undefined
    case 'dateTime':
      return value.includes('T') && momentOf(value) !== undefined
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?$/.test(value)
    case 'select_one':
      return isOffered(form, leaf, value)
    case 'select_multiple':
      return value.split(' ').every((name) => isOffered(form, leaf, name))
    case 'rank': {
      const names = value.split(' ')
      const offered = form.offered(leaf)
      return names.length === offered.length && offered.every(({ name }) => names.includes(name))
    }
    case 'geopoint':
      return isPlace(value)
    case 'acknowledge':
      return value === 'OK'
    default:
      return true
  }
}

function isOffered(form: Form, leaf: Leaf, name: string): boolean {
  return leaf.row.options.some(
    (option) => option.name === name && !option.retired && form.isOffered(leaf, option),
  )
}

/** `latitude longitude`, and if known altitude and accuracy in metres. */
function isPlace(value: string): boolean {
  const [latitude = Number.NaN, longitude = Number.NaN, ...others] = value.trim().split(/\s+/).map(numberOf)
  return (
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180 &&
    others.length <= 2 &&
    others.every((other) => !Number.isNaN(other))
  )
}
