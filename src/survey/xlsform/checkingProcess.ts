import { answerParent } from '../../spreadsheet/answerParent.ts'
import { LIMITS } from '../../spreadsheet/limits.ts'
import { readContent } from '../../spreadsheet/readContent.ts'
import type { SpreadsheetProblem } from '../../spreadsheet/spreadsheetProblem.ts'
import type { Context } from '../interview/answers.ts'
import { checkForm } from './checkForm.ts'
import type { FormProblem } from './formProblem.ts'

/** What `checkFormAside` tells this process. */
export interface CheckingOrder {
  bytes: Uint8Array
  context: Context
  title: string
}

/** What it answers. The definition is JSON: to read ten thousand objects from that takes a fifth of the time. */
export type CheckingAnswer =
  | { problem: SpreadsheetProblem }
  | { problems: FormProblem[]; definition?: string }

answerParent(async ({ bytes, context, title }: CheckingOrder): Promise<CheckingAnswer> => {
  const checked = await checkForm(bytes, context, title, (given) =>
    readContent(given, { limits: LIMITS, csv: false }),
  )
  if ('problem' in checked) return checked
  const { definition, survey, problems } = checked
  // A survey is made of functions, which stay here.
  return { problems, ...(definition && survey && { definition: JSON.stringify(definition) }) }
})
