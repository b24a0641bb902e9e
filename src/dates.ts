import type { Language } from './texts.ts'

const LOCALES: Record<Language, string> = { id: 'id-ID', en: 'en-GB' }

/** A calendar day `YYYY-MM-DD` in words: `17 Agustus 2025`, `17 August 2025`. */
export function longDate(day: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}
