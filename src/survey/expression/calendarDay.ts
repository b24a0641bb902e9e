/** Milliseconds of a day. */
export const DAY = 86_400_000

/** Days since 1970-01-01 of a real calendar day `YYYY-MM-DD`; nothing for any other text. */
export function daysOf(day: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!match) return undefined
  const days = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / DAY
  return dayOf(days) === day ? days : undefined
}

/** The calendar day `YYYY-MM-DD` that lies so many days after 1970-01-01; nothing for what is no day of the years 0–9999. */
export function dayOf(days: number): string | undefined {
  const date = new Date(days * DAY)
  const year = date.getUTCFullYear()
  return year >= 0 && year <= 9999 ? date.toISOString().slice(0, 10) : undefined
}
