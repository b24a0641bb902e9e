import type { Choice } from '../definition/definition.ts'
import { plainLabels, plainWords } from './plainWords.ts'

/** Letters that are worth looking for. */
const FEWEST_LETTERS = 2
/** Words that are looked for; more are no search. */
const MOST_WORDS = 8

/**
 * The choices that hold what was typed: first those that begin with it, then those in which it stands, or in which
 * each of its words begins one. In the order of the list.
 */
export function searchChoices<C extends Choice>(offered: readonly C[], typed: string): C[] {
  const wanted = plainWords(typed)
  if (wanted.length < FEWEST_LETTERS) return []
  const parts = wanted.split(' ').map((part) => ` ${part}`)
  const [first, others]: [C[], C[]] = [[], []]
  for (const choice of offered) {
    const labels = plainLabels(choice)
    if (labels.some((label) => label.startsWith(wanted))) first.push(choice)
    else if (labels.some((label) => label.includes(wanted) || beginsWords(label, parts))) others.push(choice)
  }
  return [...first, ...others]
}

function beginsWords(label: string, parts: readonly string[]): boolean {
  if (parts.length > MOST_WORDS) return false
  const words = ` ${label}`
  return parts.every((part) => words.includes(part))
}

/**
 * Whether a choice says no where what was typed does not: who types "puas" must not be taken to have chosen
 * "Tidak puas", though nothing else holds the word.
 */
export function turnsAround(choice: Choice, typed: string): boolean {
  const said = plainWords(typed)
  return !NO.test(said) && plainLabels(choice).some((label) => NO.test(label))
}

const NO = /\b(?:tidak|tak|bukan|belum|kurang|jangan|tanpa|no|not|never|none)\b/
