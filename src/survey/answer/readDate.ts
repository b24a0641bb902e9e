import { dayOf, daysOf } from '../expression/calendarDay.ts'
import { monthOf } from './monthOf.ts'

/** What people write before a day: its weekday, or the word for date. */
const BEFORE = /^(?:[a-z'’]+,\s*|(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|tanggal|tgl\.?)\s+)/

/** Words for days near the one on which they are said, as so many days from it. */
const NEAR = new Map([
  ['hari ini', 0],
  ['today', 0],
  ['kemarin', -1],
  ['yesterday', -1],
  ['kemarin dulu', -2],
  ['besok', 1],
  ['tomorrow', 1],
  ['lusa', 2],
])

/**
 * A typed calendar day as `YYYY-MM-DD`: `17 Agustus 2025`, `17/8/25`, `17-08-2025`, `2025-08-17`, `kemarin`.
 * Two-digit years are 1930–2029. Nothing when it is no real day.
 * @param today the day on which it is said
 */
export function readDate(typed: string, today: string): string | undefined {
  const near = NEAR.get(typed.trim().toLowerCase())
  if (near !== undefined) return dayOf((daysOf(today) ?? 0) + near)
  const text = typed.trim().toLowerCase().replace(BEFORE, '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (iso) return realDay(iso[1], iso[2], iso[3])
  const numeric = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text)
  if (numeric) return realDay(fullYear(numeric[3]), numeric[2], numeric[1])
  const worded = /^(\d{1,2})[\s-]+([a-z]+)\.?[\s-]+(\d{4}|\d{2})$/.exec(text)
  if (!worded) return undefined
  const month = monthOf(worded[2] ?? '')
  return month && realDay(fullYear(worded[3]), month, worded[1])
}

function realDay(year = '', month = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return daysOf(text) === undefined ? undefined : text
}

function fullYear(year = ''): string {
  if (year.length === 4) return year
  return Number(year) < 30 ? `20${year}` : `19${year}`
}
