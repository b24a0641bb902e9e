import type { Row } from '../definition/survey.ts'

/** How much of a date is asked for. */
export type Precision = 'day' | 'month' | 'year'

/** What the appearance of a date asks for, as in ODK: `month-year` and `year` leave the rest out. */
export function datePrecision({ definition }: Row): Precision {
  if (definition.type !== 'date') return 'day'
  const words = definition.appearance?.split(/\s+/) ?? []
  if (words.includes('year')) return 'year'
  return words.includes('month-year') ? 'month' : 'day'
}

/** The day that stands for a month or a year: its first. */
export function firstOf(day: string, precision: Precision): string {
  if (precision === 'year') return `${day.slice(0, 4)}-01-01`
  return precision === 'month' ? `${day.slice(0, 7)}-01` : day
}
