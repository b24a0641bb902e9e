import { DEFAULT_LANGUAGE } from './definition.ts'

/** How the languages of the interface are called in spreadsheets. */
const CALLED: Record<string, RegExp> = {
  id: /^(id|ind)$|\((id|ind)\)|indonesia/i,
  en: /^(en|eng)$|\((en|eng)\)|english|inggris/i,
}

/**
 * The language of a survey in which a reader is spoken to: the one they chose, as the spreadsheet calls it, else the
 * survey's own.
 */
export function languageFor(languages: readonly string[], reader: string, fallback: string): string {
  if (languages.includes(reader)) return reader
  return languages.find((language) => CALLED[reader]?.test(language)) ?? fallback
}

/**
 * The words in a language, else in the survey's own, else whatever there is:
 * a missing translation must never leave an empty button.
 */
export function wordsIn<T>(
  words: Readonly<Record<string, T>>,
  language: string,
  fallback: string,
): T | undefined {
  return words[language] ?? words[fallback] ?? words[DEFAULT_LANGUAGE] ?? Object.values(words)[0]
}
