import type { TextSheet } from '../xlsform/textSheet.ts'
import { writeForm } from '../xlsform/writeForm.ts'
import { guideSheet } from './guideSheet.ts'
import type { SurveyTemplate } from './surveyTemplate.ts'

/** A template as a spreadsheet to edit and send back, with a sheet that explains the columns. */
export const templateSheets = ({ definition, comments, tests }: SurveyTemplate): TextSheet[] => [
  ...writeForm(definition, { comments, tests }),
  guideSheet(),
]
