import { spreadsheetProblemText } from '../spreadsheet/spreadsheetProblemText.ts'
import { checkForm } from '../survey/xlsform/checkForm.ts'
import { formProblemText } from '../survey/xlsform/formProblemText.ts'
import { loadTexts } from '../texts.ts'
import { print } from './print.ts'
import { readFormFile, trialContext } from './surveyFile.ts'

/** `suluh survey check FILE`: everything that is wrong with a form; exit code 1 when it cannot be asked. */
export async function surveyCheck(
  file: string,
  { json, timeZone }: { json?: boolean; timeZone: string },
): Promise<void> {
  const bytes = await readFormFile(file)
  const checked = await checkForm(bytes, trialContext({ timeZone }))
  const speak = (await loadTexts())('en')
  const problems =
    'problem' in checked
      ? [{ severity: 'error' as const, ...checked.problem, text: spreadsheetProblemText(checked.problem) }]
      : checked.problems.map((problem) => ({ ...problem, text: formProblemText(speak, problem) }))
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  if (errors.length > 0) process.exitCode = 1
  if (json) return print(JSON.stringify({ ok: errors.length === 0, errors, warnings }))
  if (errors.length > 0) print(`${file} cannot be asked:`)
  for (const { text } of errors) print(`  error    ${text}`)
  for (const { text } of warnings) print(`  warning  ${text}`)
  if ('problem' in checked || errors.length > 0) return
  const rows = checked.survey?.rows.filter((row) => row.isAsked).length ?? 0
  const played = checked.tests > 0 ? `, ${checked.tests} scenarios played` : ''
  print(`${file} can be asked: ${rows} questions${played}.`)
}
