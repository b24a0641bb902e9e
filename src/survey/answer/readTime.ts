import { readDate } from './readDate.ts'

const TIME =
  /^(?:(?:jam|pukul|pkl\.?)\s*)?(\d{1,2})(?:[.:](\d{2})(?:[.:](\d{2}))?)?\s*(pagi|siang|sore|malam|am|pm)?\s*(?:wib|wita|wit)?$/

/** A typed time of day as `08:30:00.000`: `08.30`, `8:30`, `pukul 8`, `7.30 malam`. Nothing when it is none. */
export function readTime(typed: string): string | undefined {
  const [, hours, minutes = '0', seconds = '0', part] = TIME.exec(typed.trim().toLowerCase()) ?? []
  if (hours === undefined) return undefined
  const hour = wholeDayHour(Number(hours), part)
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  return `${[hour, minutes, seconds].map((number) => String(number).padStart(2, '0')).join(':')}.000`
}

/** `3 sore` is 15 o'clock, `12 malam` is midnight. */
function wholeDayHour(hour: number, part: string | undefined): number {
  if (hour > 12 || part === undefined) return hour
  if (part === 'pagi' || part === 'am') return hour % 12
  if (part === 'malam') return hour === 12 ? 0 : hour < 5 ? hour : hour + 12
  if (part === 'siang' && hour >= 10) return hour
  return (hour % 12) + 12
}

/** A day and a time in one text, as `2026-03-15T08:30:00.000`: `15/3/2026 08.30`, `17 Agustus 2025 pukul 9`. */
export function readDateTime(typed: string, today: string): string | undefined {
  const text = typed.trim().toLowerCase()
  const parts =
    /^(.*?)[\s,]+(?:(?:jam|pukul|pkl\.?)\s*)?(\d{1,2}(?:[.:]\d{2}){0,2}\s*(?:pagi|siang|sore|malam|am|pm)?)$/.exec(
      text,
    )
  const day = readDate(parts?.[1] ?? '', today)
  const time = readTime(parts?.[2] ?? '')
  return day && time ? `${day}T${time}` : undefined
}
