import { unmarkedWords } from '../../message/unmarkedWords.ts'
import type { Choice } from '../definition/definition.ts'

/** How words are compared: without case, hyphens and closing signs, and "tdk" read as "tidak". */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[.!?]+$/, '')
    .replace(/[\s–—-]+/g, ' ')
    .replace(/\b(tdk|gak|nggak|enggak)\b(?=.)/g, 'tidak')
    .trim()
}

/** Choices never change and a list may hold ten thousand: their words are made plain once, not at every look. */
const known = new WeakMap<Choice, readonly string[]>()

/** The words of a choice in all languages, as they are compared. */
export function plainLabels(choice: Choice): readonly string[] {
  const before = known.get(choice)
  if (before) return before
  const made = Object.values(choice.label ?? {}).map((words) => plainWords(unmarkedWords(words)))
  known.set(choice, made)
  return made
}
