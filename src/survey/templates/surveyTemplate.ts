import type { Definition } from '../definition/definition.ts'
import type { FormTest } from '../xlsform/formTest.ts'

/** A questionnaire to begin with: taken as it is, or as a spreadsheet to edit and send back. */
export interface SurveyTemplate {
  definition: Definition
  /** What the spreadsheet says beside a row, by the name of the row. */
  comments: Readonly<Record<string, string>>
  tests: readonly FormTest[]
}
