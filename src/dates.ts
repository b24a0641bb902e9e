import type { Language } from './texts.ts'

const LOCALES: Record<Language, string> = { id: 'id-ID', en: 'en-GB' }

/** The month and year of a day in words: `Agustus 2025`; with `short`, the month alone as briefly as can be: `Agu`. */
export function monthWords(day: string, language: Language, length: 'long' | 'short' = 'long'): string {
  const parts =
    length === 'long' ? ({ month: 'long', year: 'numeric' } as const) : ({ month: 'short' } as const)
  return new Intl.DateTimeFormat(LOCALES[language], { ...parts, timeZone: 'UTC' }).format(dateOf(day))
}

/** The weekdays from Monday on, as briefly as can be: `Sen`. */
export function weekdays(language: Language): string[] {
  const format = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'short', timeZone: 'UTC' })
  // 2024-01-01 was a Monday.
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, 1 + day)))
}

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`)

/** A calendar day `YYYY-MM-DD` in words: `17 Agustus 2025`, `17 August 2025`. */
export function longDate(day: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    dateOf(day),
  )
}

/** A moment in words, as the clocks of a place show it: `Senin, 23 November 2026 pukul 08.30 WIB`. */
export function longMoment(moment: Date, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(moment)
}

/** The time of day in words: `pukul 08.30 WIB` without the word. */
export function timeOfDay(moment: Date, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(moment)
}
