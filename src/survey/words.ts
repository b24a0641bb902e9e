import type { Words } from './definition.ts'

/**
 * The words in the reader's language, else in the survey's own, else whatever there is:
 * a missing translation must never leave an empty button.
 */
export function wordsIn(words: Words, language: string, fallback: string): string {
  return words[language] ?? words[fallback] ?? Object.values(words)[0] ?? ''
}
