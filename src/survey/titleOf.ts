import type { Speak } from '../texts.ts'
import { languageFor, wordsIn } from './definition/words.ts'
import type { Form } from './interview/form.ts'

/** What a survey is called, in the reader's language. */
export function titleOf(speak: Speak, { survey }: Pick<Form, 'survey'>): string {
  const language = languageFor(survey.languages, speak.reads, survey.language)
  return wordsIn(survey.title, language, survey.language) ?? ''
}
