import { readCsv } from './readCsv.ts'
import { readWorkbook } from './readWorkbook.ts'
import type { Table } from './table.ts'

/** Files by their first bytes: the name of a file says little about what is in it. */
const FOREIGN: [start: RegExp, problem: string][] = [
  [/^%PDF/, 'this is a PDF; give the CSV or XLSX it was made from'],
  // D0 CF, the first bytes of a compound file, and below EF BB BF, the byte order mark, as Latin-1.
  [/^ÐÏ/, 'this is an old .xls or a password-protected workbook; save it as .xlsx without password'],
  [/^\{\\rtf/, 'this is a text document; save the table in it as CSV or XLSX'],
  [
    /^(?:ï»¿)?\s*<(?:!doctype|html|table|meta|\?xml)/i,
    'this is a web page or XML under another name; open it in Excel and save it as .xlsx',
  ],
]

/** Reads a CSV or XLSX, told apart by content. A file that is neither is told in one sentence. */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  const start = Buffer.from(bytes.subarray(0, 256)).toString('latin1')
  const foreign = FOREIGN.find(([pattern]) => pattern.test(start))
  if (foreign) return { problem: foreign[1] }
  return start.startsWith('PK') ? readWorkbook(bytes) : readCsv(bytes)
}
