import type { Holiday } from './holiday.ts'

/** Holidays that the law puts on the same date each year: known long before a year's are announced. */
const FIXED = new Set(['01-01', '05-01', '06-01', '08-17', '12-25'])

/**
 * Whether the table of a year still lacks what is announced for it (in Indonesia by a decree of three ministers in the
 * autumn before): it is empty, or all that moves from year to year is only estimated.
 */
export function isUnannounced(holidays: readonly Holiday[]): boolean {
  return holidays.every(({ day, isEstimated }) => isEstimated || FIXED.has(day.slice(5)))
}
