import { unmarkedWords } from '../../message/unmarkedWords.ts'
import type { Speak } from '../../texts.ts'
import type { Words } from '../definition/definition.ts'
import { languageFor, wordsIn } from '../definition/words.ts'
import { periodWords } from '../openingReply.ts'
import type { ResultForm, ResultOption, ResultQuestion } from './resultForm.ts'

/** What of a form decides in which language its words are read. */
type Spoken = Pick<ResultForm, 'language' | 'languages'>

/** Words of a survey in the reader's language; what one person's answer stood in is an ellipsis. */
export function saidWords(speak: Speak, form: Spoken, words: Words | undefined): string | undefined {
  const language = languageFor(form.languages, speak.language, form.language)
  const said = words && wordsIn(words, language, form.language)?.replace(/\$\{[^{}]*\}/g, '…')
  return said && unmarkedWords(said).trim()
}

/** The full words of a question; its name when it has none. */
export const questionWords = (
  speak: Speak,
  form: Spoken,
  { label, name }: Pick<ResultQuestion, 'label' | 'name'>,
) => saidWords(speak, form, label) || name

/** What a question is called in lists. */
export const shortWords = (speak: Speak, form: Spoken, question: ResultQuestion): string =>
  saidWords(speak, form, question.shortLabel) || questionWords(speak, form, question)

/** The words of a choice; its code when it has none. Without a choice, the words for those put together. */
export function optionWords(speak: Speak, form: Spoken, option: ResultOption | undefined): string {
  if (!option) return speak.plain('figures.rest')
  const words = saidWords(speak, form, option.label) || option.code
  return option.isEarlier ? speak.plain('figures.earlierOption', { words }) : words
}

/** A period in words, or all of them. */
export const spanWords = (speak: Speak, period: string | undefined): string =>
  period === undefined ? speak.plain('figures.allPeriods') : periodWords(speak, period)
