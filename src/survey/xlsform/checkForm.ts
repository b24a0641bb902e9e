import { columnLetters } from '../../spreadsheet/cellAddress.ts'
import { cellProblem } from '../../spreadsheet/cellProblem.ts'
import { cellText } from '../../spreadsheet/cellText.ts'
import type { ReadSpreadsheet } from '../../spreadsheet/readInTurn.ts'
import { readSpreadsheet } from '../../spreadsheet/readSpreadsheet.ts'
import type { Sheet } from '../../spreadsheet/sheet.ts'
import type { SpreadsheetProblem } from '../../spreadsheet/spreadsheetProblem.ts'
import { checkDefinition } from '../definition/checkDefinition.ts'
import type { Definition } from '../definition/definition.ts'
import type { Survey } from '../definition/survey.ts'
import type { Context } from '../interview/answers.ts'
import { allProblems } from './allProblems.ts'
import type { FormProblem } from './formProblem.ts'
import { type ReadForm, readForm } from './readForm.ts'
import { runFormTest } from './runFormTest.ts'
import type { TextSheet } from './textSheet.ts'

/** A form as far as it could be read, and everything that is wrong with it. */
export interface CheckedForm {
  /** Absent when an error keeps it from being asked. */
  survey?: Survey
  definition?: Definition
  problems: FormProblem[]
  /** Scenarios of the sheet `tests` that were played. */
  tests: number
}

/**
 * Reads a spreadsheet as a form, checks it, and plays the scenarios that its author wrote into it.
 * @param context when and where the scenarios are played
 * @param title what the form is called when it does not say
 * @param read how the spreadsheet is read: in a process of its own, unless this is one
 * @returns the one thing that is wrong with the file, or the form
 */
export async function checkForm(
  bytes: Uint8Array,
  context: Context,
  title?: string,
  read: ReadSpreadsheet = readSpreadsheet,
): Promise<{ problem: SpreadsheetProblem } | CheckedForm> {
  const content = await read(bytes)
  if ('problem' in content) return content
  const form = readForm(content.sheets.map(textSheet), title)
  form.problems.push(
    ...content.sheets.filter(({ name }) => OURS.has(name.trim().toLowerCase())).flatMap(cellProblems),
  )
  const { definition } = form
  if (!definition) return { problems: allProblems(form, []), tests: 0 }
  const { survey, problems: found } = checkDefinition(definition)
  const problems = allProblems(form, found)
  if (problems.some(({ severity }) => severity === 'error')) return { definition, problems, tests: 0 }
  const failures = testFailures(form, survey, context)
  const hasFailed = failures.some(({ severity }) => severity === 'error')
  return {
    definition,
    problems: [...failures, ...problems],
    tests: form.tests.length,
    ...(!hasFailed && { survey }),
  }
}

/** A sheet as the reader of forms wants it: every cell a text. */
export const textSheet = ({ name, rows }: Sheet): TextSheet => ({
  name,
  rows: rows.map(({ number, cells }) => ({ number, cells: cells.map(cellText) })),
})

const OURS = new Set(['survey', 'choices', 'settings', 'tests', 'external_choices'])

/** Cells that show an error, or a formula whose result the file does not keep. */
function cellProblems({ name: sheet, rows }: Sheet): FormProblem[] {
  const [header] = rows
  return rows.flatMap(({ number: row, cells }) =>
    cells.flatMap((cell, at): FormProblem[] => {
      const problem = cellProblem(cell, sheet, row, at)
      if (!problem) return []
      const place = {
        sheet,
        row,
        column: cellText(header?.cells[at]) || columnLetters(at),
        severity: 'error' as const,
      }
      return problem.code === 'error_cell'
        ? [{ ...place, code: problem.code, error: problem.error }]
        : [{ ...place, code: 'uncalculated_cell' }]
    }),
  )
}

function testFailures({ tests }: ReadForm, survey: Survey, context: Context): FormProblem[] {
  return tests.flatMap((test) => {
    const day = test.day ?? context.today
    const language = test.language ?? survey.language
    const at = { ...context, today: day, now: `${day}${context.now.slice(10)}`, language }
    return runFormTest(survey, test, at).map(
      ({ row, fault }): FormProblem => ({ sheet: 'tests', row, severity: 'error', ...fault }),
    )
  })
}
