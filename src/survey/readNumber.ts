import type { Reading } from './readAnswer.ts'

interface Bounds {
  type: 'integer' | 'decimal'
  min?: number | undefined
  max?: number | undefined
}

/** Longest number of digits stored exactly; more is a slip of the finger. */
const MOST_DIGITS = 15

/**
 * A typed number, the Indonesian way (`1.500,5`) or the English (`1500.5`), also with a unit of words
 * behind it ("35 tahun"). A whole number is asked for again rather than cut off.
 */
export function readNumber({ type, min, max }: Bounds, typed: string): Reading {
  const text = plainNumber(typed)
  if (text === undefined || text.replace(/\D/g, '').length > MOST_DIGITS) return { problem: 'needs_number' }
  const number = Number(text)
  if (type === 'integer' && !Number.isInteger(number)) return { problem: 'needs_whole_number' }
  if (min !== undefined && number < min) return { problem: 'too_small', min }
  if (max !== undefined && number > max) return { problem: 'too_large', max }
  return { value: String(number) }
}

function plainNumber(typed: string): string | undefined {
  const found = /^(?:rp\.?\s*)?(-?[\d.,]+)\s*[a-z%]{0,12}\.?$/i.exec(typed.trim())?.[1]?.replace(/[.,]$/, '')
  if (found === undefined) return undefined
  if (/^-?\d+$/.test(found)) return found
  // 1.500 and 1.234.567,8: points between groups of three digits separate thousands, as Indonesians write.
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(found)) return found.replaceAll('.', '').replace(',', '.')
  if (/^-?\d{1,3}(,\d{3}){2,}(\.\d+)?$/.test(found)) return found.replaceAll(',', '')
  return /^-?\d*[.,]\d+$/.test(found) ? found.replace(',', '.') : undefined
}
