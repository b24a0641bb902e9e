/** What results are grouped by, and how often a survey may be answered again unless it says otherwise. */
export const PERIOD_KINDS = ['year', 'semester', 'quarter', 'month'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** The period that a calendar day `YYYY-MM-DD` falls into: `2026`, `2026-S2`, `2026-Q4`, `2026-11`. */
export function periodOf(kind: PeriodKind, day: string): string {
  const year = day.slice(0, 4)
  const month = Number(day.slice(5, 7))
  if (kind === 'year') return year
  if (kind === 'month') return day.slice(0, 7)
  return kind === 'semester' ? `${year}-S${Math.ceil(month / 6)}` : `${year}-Q${Math.ceil(month / 3)}`
}

/** Whether a text names a period of any kind. */
export const isPeriod = (text: string): boolean => /^\d{4}(?:-(?:S[12]|Q[1-4]|0[1-9]|1[0-2]))?$/.test(text)
