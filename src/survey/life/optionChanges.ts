import { isDeepStrictEqual } from 'node:util'
import type { Choice, Words } from '../definition/definition.ts'
import type { SurveyChange } from './surveyChange.ts'

/** What differs in the choices that a question offers, by their codes; a list that is missing has none. */
export function* optionChanges(
  question: { path: string; label: string },
  before: readonly Choice[] = [],
  after: readonly Choice[] = [],
  inWords: (words: Words) => string,
): Generator<SurveyChange> {
  if (isDeepStrictEqual(before, after)) return
  const [old, now] = [before, after].map((all) => new Map(all.map((choice) => [choice.name, choice])))
  if (!old || !now) return
  const said = ({ label, name }: Choice) => (label ? inWords(label) : name)
  let isTold = false
  const told = (change: SurveyChange): SurveyChange => {
    isTold = true
    return change
  }
  for (const [code, choice] of now) {
    const earlier = old.get(code)
    const words = said(choice)
    const named = { ...question, code, words }
    if (!earlier) yield told({ type: 'option_added', ...named })
    else if (choice.retired && !earlier.retired) yield told({ type: 'option_retired', ...named })
    else if (!choice.retired && earlier.retired) yield told({ type: 'option_restored', ...named })
    if (earlier && said(earlier) !== words)
      yield told({ type: 'option_reworded', ...question, code, from: said(earlier), to: words })
  }
  for (const [code, choice] of old)
    if (!now.has(code)) yield told({ type: 'option_removed', ...question, code, words: said(choice) })
  // Order, other languages and columns: said once, and only when nothing else is.
  if (!isTold) yield { type: 'options_changed', ...question }
}
