import { parse } from 'csv-parse/sync'
import { MOST_CELLS, MOST_ROWS, type Table } from './table.ts'

const DELIMITERS = [';', ',', '\t'] as const

/** Characters in the cells of a row. A quote that is never closed makes one row of all that follows. */
const LONGEST_ROW = 100_000

/**
 * Reads CSV with `;`, `,` or tab, in UTF-8, in the UTF-16 that Excel calls "Unicode Text", or in a Windows
 * code page, of which only letters beyond ASCII suffer. Blank lines stay rows, so that row numbers are those
 * that a spreadsheet shows.
 */
export function readCsv(bytes: Uint8Array): Table {
  const text = decode(bytes)
  if (text.includes('\0')) return { problem: 'this is neither text (CSV) nor an Excel workbook (XLSX)' }
  const delimiter = delimiterOf(text)
  if (countOf(delimiter, text) > MOST_CELLS) return { problem: `the file has more than ${MOST_CELLS} cells` }
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: LONGEST_ROW,
      // One more than allowed, so that too long a file is told from one that just fits.
      to: MOST_ROWS + 1,
    })
    return { rows }
  } catch (fault) {
    return { problem: `this CSV cannot be read: ${(fault as Error).message}` }
  }
}

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
