import type { Language } from './texts.ts'

const SEPARATORS: Record<Language, { group: string; decimal: string }> = {
  id: { group: '.', decimal: ',' },
  en: { group: ',', decimal: '.' },
}

/**
 * A number as its reader writes it: `1.234.567,89` in Indonesian, `1,234,567.89` in English.
 * @param decimals how many to show, rounded half-up and filled with zeros; without it, all there are
 * @throws RangeError for a value that is not finite, or decimals that are not a whole number from 0 to 100
 */
export function formatNumber(value: number, language: Language, decimals?: number): string {
  const { group, decimal } = SEPARATORS[language]
  const { isNegative, whole, fraction } = roundedDigits(value, decimals)
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group)
  return `${isNegative ? '-' : ''}${grouped}${fraction && decimal}${fraction}`
}

/**
 * Rounds the number as it is written in decimals, where `toFixed` rounds its binary neighbour:
 * 1.005 becomes 1.01. Halves go away from zero, and there is no -0.
 * @throws RangeError as formatNumber does
 */
export function roundHalfUp(value: number, decimals: number): number {
  const { isNegative, whole, fraction } = roundedDigits(value, decimals)
  return Number(`${isNegative ? '-' : ''}${whole}.${fraction}`)
}

function roundedDigits(value: number, wanted: number | undefined) {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a finite number`)
  const { digits, scale } = decimalNotation(Math.abs(value))
  const decimals = wanted ?? Math.max(scale, 0)
  if (wanted !== undefined && !(Number.isInteger(wanted) && wanted >= 0 && wanted <= 100))
    throw new RangeError(`${wanted} decimals: a whole number from 0 to 100 was expected`)

  const surplus = scale - decimals
  const rounded =
    surplus > 0 ? (2n * digits + tenTo(surplus)) / (2n * tenTo(surplus)) : digits * tenTo(-surplus)
  const text = String(rounded).padStart(decimals + 1, '0')
  const point = text.length - decimals
  return { isNegative: value < 0 && rounded > 0n, whole: text.slice(0, point), fraction: text.slice(point) }
}

/** The shortest decimal notation that means this number: digits × 10^-scale. */
function decimalNotation(value: number): { digits: bigint; scale: number } {
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  return { digits: BigInt(whole + fraction), scale: fraction.length - Number(exponent) }
}

const tenTo = (exponent: number): bigint => 10n ** BigInt(exponent)
