import { CsvError, parse } from 'csv-parse/sync'
import { textCell } from './cellOf.ts'
import { cleanText } from './cleanText.ts'
import type { Limits } from './limits.ts'
import type { Sheet } from './sheet.ts'
import { sheetsWithin } from './sheetsWithin.ts'
import { Unreadable } from './unreadable.ts'

const DELIMITERS = [';', ',', '\t'] as const

/** Characters in the cells of a row. A quote that is never closed makes one row of all that follows. */
const LONGEST_ROW = 100_000

/** Blank lines that may stand between rows are bounded too. */
const MOST_LINES_A_ROW = 4

/**
 * Reads CSV with `;`, `,` or tab, in UTF-8, in the UTF-16 that Excel calls "Unicode Text", or in a Windows
 * code page, of which only letters beyond ASCII suffer. Blank lines are counted, so that row numbers are those
 * that a spreadsheet shows.
 * @returns one sheet without a name
 * @throws Unreadable
 */
export function readCsv(bytes: Uint8Array, limits: Limits): Sheet[] {
  const text = decode(bytes)
  const delimiter = delimiterOf(text)
  // Blank cells are counted before they are cut: a row may be nothing but delimiters.
  if (countOf(delimiter, text) > limits.cells)
    throw new Unreadable({ code: 'too_many_cells', most: limits.cells })
  const { sheets, startSheet } = sheetsWithin(limits)
  const sheet = startSheet('')
  const mostLines = limits.rows * MOST_LINES_A_ROW
  const rows = rowsOf(text, delimiter, mostLines + 1)
  if (rows.length > mostLines) throw new Unreadable({ code: 'too_many_rows', most: limits.rows, sheet: '' })
  for (const [index, cells] of rows.entries())
    for (const [column, cell] of cells.entries()) sheet.put(index + 1, column, textCell(cleanText(cell)))
  return sheets
}

function rowsOf(text: string, delimiter: string, most: number): string[][] {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: LONGEST_ROW,
      to: most,
    })
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    throw new Unreadable({ code: 'endless_row', row: Number(fault.records ?? 0) + 1 })
  }
}

/** The text of a file, whose byte order mark tells its encoding. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** The delimiter that cuts the header into most cells. */
function delimiterOf(text: string): string {
  const header = /\S.*/.exec(text)?.[0] ?? ''
  const cells = (delimiter: string) => header.replace(/"[^"]*"/g, '').split(delimiter).length
  return DELIMITERS.reduce((best, next) => (cells(next) > cells(best) ? next : best))
}

function countOf(character: string, text: string): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1
  return count
}
