import type { Html } from '../message/html.ts'
import { formatNumber } from '../numbers.ts'
import type { Speak } from '../texts.ts'
import type { CellProblem, SpreadsheetProblem } from './spreadsheetProblem.ts'

/** What is wrong with a file or a cell, and how to mend it, in the reader's language. */
export function spreadsheetProblemMessage(speak: Speak, problem: SpreadsheetProblem | CellProblem): Html {
  const values = Object.entries(problem).map(([name, value]) => [
    name,
    typeof value === 'number' ? formatNumber(value, speak.language) : value,
  ])
  return speak.html(`spreadsheet.${problem.code}`, Object.fromEntries(values))
}
