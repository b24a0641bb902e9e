import { roundHalfUp } from '../numbers.ts'

/** Quality of service (mutu pelayanan), A the best. */
export type Grade = 'A' | 'B' | 'C' | 'D'

/**
 * The grade of an index, by the published bands: D below 65,00, C from 65,00, B from 76,61, A from 88,31.
 * The value is rounded half-up to two decimals first, for the bands have gaps in between (64,995).
 * Values below 25, which only the shortened weights can give, are D like the rest of that band.
 * @throws RangeError for a value outside 0..100
 * @see PermenPANRB 14/2017, annex, table II
 */
export function gradeOf(ikm: number): Grade {
  if (!(ikm >= 0 && ikm <= 100)) throw new RangeError(`an index lies between 0 and 100, not at ${ikm}`)
  const rounded = roundHalfUp(ikm, 2)
  if (rounded >= 88.31) return 'A'
  if (rounded >= 76.61) return 'B'
  if (rounded >= 65) return 'C'
  return 'D'
}

/** What a grade says of the unit's performance (kinerja unit pelayanan), in the words of the regulation. */
export const PERFORMANCE: Readonly<Record<Grade, string>> = {
  A: 'Sangat baik',
  B: 'Baik',
  C: 'Kurang baik',
  D: 'Tidak baik',
}
