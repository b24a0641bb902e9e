import { elementColumns } from './elementColumns.ts'
import { ELEMENT_KEYS } from './elements.ts'
import { quoted } from './quoted.ts'
import { readTable } from './readTable.ts'
import { MOST_ROWS } from './table.ts'
import type { Questionnaire } from './tally.ts'

/** Bytes a file of questionnaires may have. */
export const MOST_BYTES = 20 * 1024 * 1024

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
 * Reads raw questionnaires, one a row, from a CSV or the first sheet of an XLSX. The first row that is not blank
 * is the header; a blank cell is an answer not given, a blank row is no questionnaire. `3.0` and `3,0` are 3.
 * @param keys the elements in the order in which U1, U2, … number them; the regulation's unless told
 * @returns the questionnaires, or one line of English on what is wrong, by row and column
 */
export async function readRawQuestionnaires(
  bytes: Uint8Array,
  keys: readonly string[] = ELEMENT_KEYS,
): Promise<RawQuestionnaires> {
  if (bytes.length > MOST_BYTES) return { problem: `the file is larger than ${MOST_BYTES / 1024 / 1024} MB` }
  const table = await readTable(bytes)
  return 'problem' in table ? table : questionnairesIn(table.rows, keys)
}

function questionnairesIn(rows: unknown[][], keys: readonly string[]): RawQuestionnaires {
  if (rows.length > MOST_ROWS) return { problem: `the file has more than ${MOST_ROWS} rows` }
  const headerAt = rows.findIndex((row) => !isBlank(row))
  if (headerAt < 0) return { problem: 'the file is empty' }
  const header = (rows[headerAt] ?? []).map((cell) => textOf(cell).replace(/\s+/g, ' '))
  const found = elementColumns(header, keys)
  if ('problem' in found) return found

  const questionnaires: Questionnaire[] = []
  const problems: string[] = []
  for (let at = headerAt + 1; at < rows.length; at += 1) {
    const row = rows[at] ?? []
    if (isBlank(row)) continue
    // A comma in an unquoted cell shifts all answers after it: better refused than counted.
    if (!isBlank(row.slice(header.length))) {
      problems.push(`row ${at + 1} has ${row.length} cells, the header only ${header.length}`)
      continue
    }
    const questionnaire: Record<string, number | undefined> = {}
    for (const [element, key] of keys.entries()) {
      const column = found.columns[element] ?? -1
      const text = textOf(row[column])
      if (text === '') continue
      if (/^[1-4](?:[.,]0+)?$/.test(text)) questionnaire[key] = Number(text.charAt(0))
      else problems.push(`row ${at + 1}, column ${header[column]}: ${quoted(text)} is not 1, 2, 3 or 4`)
    }
    questionnaires.push(questionnaire)
  }
  return problems.length > 0 ? { problem: oneLine(problems) } : { questionnaires, ignored: found.ignored }
}

function oneLine(problems: string[]): string {
  const untold = problems.length - MOST_TOLD
  return problems.slice(0, MOST_TOLD).join('; ') + (untold > 0 ? `; and ${untold} more` : '')
}

const isBlank = (row: unknown[]): boolean => row.every((cell) => textOf(cell) === '')

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)).trim()
}
