import type { Cell } from '../spreadsheet/cell.ts'
import { cellProblem } from '../spreadsheet/cellProblem.ts'
import { cellText } from '../spreadsheet/cellText.ts'
import type { Limits } from '../spreadsheet/limits.ts'
import { quoted } from '../spreadsheet/quoted.ts'
import { readSpreadsheet } from '../spreadsheet/readSpreadsheet.ts'
import type { Row } from '../spreadsheet/sheet.ts'
import { spreadsheetProblemText } from '../spreadsheet/spreadsheetProblemText.ts'
import { elementColumns } from './elementColumns.ts'
import { ELEMENT_KEYS } from './elements.ts'
import type { Questionnaire } from './tally.ts'

/** Bytes a file of questionnaires may have. */
export const MOST_BYTES = 20 * 1024 * 1024

/** A file of questionnaires may be longer than others: a header and 200,000 of them. */
const LIMITS: Partial<Limits> = {
  bytes: MOST_BYTES,
  rows: 200_001,
  cells: 10_000_000,
  seconds: 60,
  heapMegabytes: 512,
}

/** Wrong rows and cells that are told one by one; of further ones only the number is. */
const MOST_TOLD = 5

export type RawQuestionnaires =
  | {
      questionnaires: Questionnaire[]
      /** Names of the columns that are no element. */
      ignored: string[]
    }
  | { problem: string }

/**
 * Reads raw questionnaires, one a row, from a CSV or the first sheet of a workbook. The first row that is not blank
 * is the header; a blank cell is an answer not given, a blank row is no questionnaire. `3.0` and `3,0` are 3.
 * @param keys the elements in the order in which U1, U2, … number them; the regulation's unless told
 * @returns the questionnaires, or one line of English on what is wrong, by row and column
 */
export async function readRawQuestionnaires(
  bytes: Uint8Array,
  keys: readonly string[] = ELEMENT_KEYS,
): Promise<RawQuestionnaires> {
  const content = await readSpreadsheet(bytes, { csv: true, limits: LIMITS })
  if ('problem' in content) return { problem: spreadsheetProblemText(content.problem) }
  return questionnairesIn(content.sheets[0]?.rows ?? [], keys)
}

function questionnairesIn([first, ...rows]: Row[], keys: readonly string[]): RawQuestionnaires {
  if (!first) return { problem: 'the file is empty' }
  const header = first.cells.map((cell) => textOf(cell).replace(/\s+/g, ' '))
  const found = elementColumns(header, keys)
  if ('problem' in found) return found

  const questionnaires: Questionnaire[] = []
  const problems: string[] = []
  for (const { number, cells } of rows) {
    // A comma in an unquoted cell shifts all answers after it: better refused than counted.
    if (cells.length > header.length) {
      problems.push(`row ${number} has ${cells.length} cells, the header only ${header.length}`)
      continue
    }
    const questionnaire: Record<string, number | undefined> = {}
    for (const [element, key] of keys.entries()) {
      const column = found.columns[element] ?? -1
      const text = textOf(cells[column])
      const fault = cellProblem(cells[column], '', number, column)
      if (fault) problems.push(spreadsheetProblemText(fault))
      else if (text === '') continue
      else if (/^[1-4](?:[.,]0+)?$/.test(text)) questionnaire[key] = Number(text.charAt(0))
      else problems.push(`row ${number}, column ${header[column]}: ${quoted(text)} is not 1, 2, 3 or 4`)
    }
    questionnaires.push(questionnaire)
  }
  return problems.length > 0 ? { problem: oneLine(problems) } : { questionnaires, ignored: found.ignored }
}

function oneLine(problems: string[]): string {
  const untold = problems.length - MOST_TOLD
  return problems.slice(0, MOST_TOLD).join('; ') + (untold > 0 ? `; and ${untold} more` : '')
}

const textOf = (cell: Cell | undefined): string => cellText(cell).trim()
