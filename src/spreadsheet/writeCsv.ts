import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isFormulaLike } from './isFormulaLike.ts'
import type { CellToWrite } from './sheetToXml.ts'

/** Excel with Indonesian settings wants a semicolon, for its decimals have a comma. */
export type Delimiter = ';' | ',' | '\t'

const BYTE_ORDER_MARK = '\ufeff'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to leave out.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** Characters that are handed on together. */
const PIECE = 64 * 1024

/**
 * Writes rows as CSV and ends `out`: UTF-8 with a byte order mark, by which Excel knows it, quoted as RFC 4180
 * says, without control characters. A text that a spreadsheet would take for a formula gets an apostrophe before it; a number stays one.
 * Between semicolons decimals have a comma: where Excel expects the one it expects the other, and would read 2.5 as a day in May.
 * @throws what the source of the rows throws, and what keeps `out` from being written; `out` is destroyed then
 */
export async function writeCsv(
  rows: Iterable<readonly CellToWrite[]> | AsyncIterable<readonly CellToWrite[]>,
  out: Writable,
  delimiter: Delimiter = ';',
): Promise<void> {
  await pipeline(Readable.from(pieces(rows, delimiter)), out)
}

async function* pieces(
  rows: Iterable<readonly CellToWrite[]> | AsyncIterable<readonly CellToWrite[]>,
  delimiter: Delimiter,
): AsyncGenerator<Buffer> {
  let piece = BYTE_ORDER_MARK
  const field = (cell: CellToWrite) =>
    typeof cell === 'number' ? numberField(cell, delimiter === ';' ? ',' : '.') : textField(cell)
  for await (const cells of rows) {
    piece += `${cells.map(field).join(delimiter)}\r\n`
    if (piece.length < PIECE) continue
    yield Buffer.from(piece)
    piece = ''
  }
  yield Buffer.from(piece)
}

const numberField = (cell: number, decimal: string): string =>
  Number.isFinite(cell) ? String(cell).replace('.', decimal) : ''

function textField(cell: CellToWrite): string {
  if (typeof cell !== 'string') return cell === null || cell === undefined ? '' : cell ? 'TRUE' : 'FALSE'
  const text = cell.replace(CONTROL, '')
  const safe = isFormulaLike(text) ? `'${text}` : text
  // All delimiters are quoted, for the program that opens the file may expect another one.
  return /[;,\t"\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
