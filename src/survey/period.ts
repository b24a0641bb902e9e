/** How often a survey may be answered again: once a year, half-year or quarter. */
export type PeriodKind = 'year' | 'semester' | 'quarter'

/** The period that a calendar day `YYYY-MM-DD` falls into: `2026`, `2026-S2`, `2026-Q4`. */
export function periodOf(kind: PeriodKind, day: string): string {
  const year = day.slice(0, 4)
  const month = Number(day.slice(5, 7))
  if (kind === 'year') return year
  return kind === 'semester' ? `${year}-S${Math.ceil(month / 6)}` : `${year}-Q${Math.ceil(month / 3)}`
}

/** The calendar day at a moment, where the clocks show the time of `timeZone`. */
export function localDay(moment: Date, timeZone: string): string {
  return formatterOf(timeZone).format(moment)
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  // Making one costs a hundred times more than using it, and there are only a few zones.
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    formatters.set(timeZone, formatter)
  }
  return formatter
}
