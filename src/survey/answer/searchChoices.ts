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
  const parts = wanted.split(' ')
  const isSeveral = parts.length > 1 && parts.length <= MOST_WORDS
  const [first, others]: [C[], C[]] = [[], []]
  // A list may hold ten thousand, and everybody waits meanwhile: nothing is made in here.
  for (const choice of offered) {
    for (const label of plainLabels(choice)) {
      const place = label.indexOf(wanted)
      if (place === 0) {
        first.push(choice)
        break
      }
      if (place > 0 || (isSeveral && parts.every((part) => beginsWord(label, part)))) {
        if (others.at(-1) !== choice) others.push(choice)
      }
    }
    if (first.at(-1) === choice && others.at(-1) === choice) others.pop()
  }
  return [...first, ...others]
}

/** Whether a word of a label begins so. */
function beginsWord(label: string, part: string): boolean {
  for (let at = label.indexOf(part); at >= 0; at = label.indexOf(part, at + 1))
    if (at === 0 || label[at - 1] === ' ') return true
  return false
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
