import { DEFAULT_LANGUAGE, type Definition } from '../definition/definition.ts'
import { languagesOf } from '../definition/languagesOf.ts'
import type { FormTest } from './formTest.ts'
import { sheetOfRows, type WrittenRow } from './sheetOfRows.ts'
import type { TextSheet } from './textSheet.ts'
import { tidyText } from './tidyText.ts'
import { CHOICE_ORDER, writeChoiceRows } from './writeChoiceRows.ts'
import { SURVEY_ORDER, writeSurveyRows } from './writeSurveyRows.ts'
import { TEST_ORDER, writeTestRows } from './writeTestRows.ts'
import { wordsWriter } from './writeWords.ts'

export interface FormExtras {
  /** What is written in the column `comment` of the survey, by the name of the row. */
  comments?: Readonly<Record<string, string>>
  tests?: readonly FormTest[]
}

/**
 * A questionnaire as an XLSForm: what `readForm` makes of it is the same questionnaire. Not kept are white space
 * around texts, a count of a repeat that is more than a name (it becomes a row, as in ODK), and a label-less question
 * with a calculation (it becomes a `calculate`, as in ODK).
 */
export function writeForm(
  definition: Definition,
  { comments = {}, tests = [] }: FormExtras = {},
): TextSheet[] {
  const main = definition.settings.default_language
  const hasOthers = languagesOf(definition).some((language) => language !== main)
  const writeWords = wordsWriter(main, hasOthers)
  const survey = writeSurveyRows(definition, comments, writeWords)
  const choices = writeChoiceRows(definition.choices, writeWords)
  const { form_id: formId, version, random_order: isRandom, title } = definition.settings
  const settings = new Map<string, string>()
  for (const [language, said] of Object.entries(title))
    settings.set(language === main ? 'form_title' : `form_title::${language}`, said)
  if (formId !== undefined) settings.set('form_id', formId)
  if (version !== undefined) settings.set('version', version)
  if (hasOthers || main !== DEFAULT_LANGUAGE) settings.set('default_language', main)
  if (isRandom) settings.set('random_order', 'yes')
  if ([...survey, ...choices, settings].some(isChangedByCleaning)) settings.set('clean_text_values', 'no')
  if (hasDuplicates(definition)) settings.set('allow_choice_duplicates', 'yes')
  return [
    sheetOfRows('survey', survey, SURVEY_ORDER),
    ...(choices.length > 0 ? [sheetOfRows('choices', choices, CHOICE_ORDER)] : []),
    sheetOfRows('settings', [settings], ['form_title', 'form_id', 'version', 'default_language']),
    ...(tests.length > 0 ? [sheetOfRows('tests', writeTestRows(tests), TEST_ORDER)] : []),
  ]
}

/** Typographic quotation marks and double spaces stay only when the form says so. */
const isChangedByCleaning = (row: WrittenRow): boolean =>
  [...row.values()].some((text) => tidyText(text, { quotes: true, spaces: true }) !== text)

const hasDuplicates = ({ choices }: Definition): boolean =>
  Object.values(choices).some((all) => new Set(all.map(({ name }) => name)).size < all.length)
