import { stringOf } from '../expression/value.ts'
import type { Reading } from './reading.ts'

/** Longest number of digits stored exactly; more is a slip of the finger. */
const MOST_DIGITS = 15

/** Words that multiply, as zeros: "1,5 juta" must never become one and a half. */
const ZEROS = new Map([
  ['puluh', 1],
  ['ratus', 2],
  ['ribu', 3],
  ['rb', 3],
  ['k', 3],
  ['juta', 6],
  ['jt', 6],
  ['miliar', 9],
  ['milyar', 9],
  ['triliun', 12],
])

/**
 * A typed number, the Indonesian way (`1.500,5`) or the English (`1500.5`), also as money (`Rp 50.000,-`),
 * with a word that multiplies ("2 juta") or with a unit ("35 tahun"). A whole number is asked for again
 * rather than cut off.
 */
export function readNumber(type: 'integer' | 'decimal', typed: string): Reading {
  const found = /^(?:rp\.?\s*)?(-?[\d.,]+?)(?:,-|[.,])?\s*([a-z%]{0,12})\.?$/.exec(typed.trim().toLowerCase())
  const text = plainNumber(found?.[1] ?? '')
  if (text === undefined || text.replace(/\D/g, '').length > MOST_DIGITS) return { problem: 'needs_number' }
  const number = Number(`${text}e${ZEROS.get(found?.[2] ?? '') ?? 0}`)
  if (type === 'integer' && !Number.isInteger(number)) return { problem: 'needs_whole_number' }
  return { value: stringOf(number) }
}

function plainNumber(found: string): string | undefined {
  if (/^-?\d+$/.test(found)) return found
  // 1.500 and 1.234.567,8: points between groups of three digits separate thousands, as Indonesians write.
  if (/^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(found)) return found.replaceAll('.', '').replace(',', '.')
  // One comma alone is a decimal comma; two, or a point after it, can only be the English way.
  if (/^-?[1-9]\d{0,2}(,\d{3})+(,\d{3}|\.\d+)$/.test(found)) return found.replaceAll(',', '')
  return /^-?\d*[.,]\d+$/.test(found) ? found.replace(',', '.') : undefined
}
