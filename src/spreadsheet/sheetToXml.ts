import { columnLetters } from './cellAddress.ts'
import { isFormulaLike } from './isFormulaLike.ts'
import { STYLES } from './workbookFrame.ts'
import { xmlText } from './xmlText.ts'

/** What a cell can be written as; nothing is written for null, undefined, and numbers that are not finite. */
export type CellToWrite = string | number | boolean | null | undefined

export interface SheetToWrite {
  name: string
  /** The first row: bold, and in view however far one scrolls. */
  columns: readonly ColumnToWrite[]
  /** The rows below it. */
  rows: Iterable<readonly CellToWrite[]> | AsyncIterable<readonly CellToWrite[]>
}

export interface ColumnToWrite {
  header: string
  /** In characters. */
  width?: number
}

/** Excel's own limits. */
const [MOST_ROWS, MOST_COLUMNS, LONGEST_TEXT] = [1_048_576, 16_384, 32_767]

/** Characters that are handed on together. */
const PIECE = 64 * 1024

/**
 * The XML of a sheet, piece by piece. Texts are typed as texts, so that no program evaluates them; what a cell
 * cannot hold of a text is cut off, control characters are left out.
 * @throws RangeError for more rows or columns than Excel's sheets have
 */
export async function* sheetToXml({ columns, rows }: SheetToWrite): AsyncGenerator<Buffer> {
  const letters = columns.map((_, column) => columnLetters(column))
  let piece = `${beginning(columns)}<sheetData>`
  let number = 0

  function addRow(cells: readonly CellToWrite[], isHeader: boolean): void {
    number += 1
    if (number > MOST_ROWS) throw new RangeError(`a sheet holds ${MOST_ROWS} rows`)
    if (cells.length > MOST_COLUMNS) throw new RangeError(`a sheet holds ${MOST_COLUMNS} columns`)
    piece += `<row r="${number}">`
    for (const [column, cell] of cells.entries()) {
      letters[column] ??= columnLetters(column)
      piece += cellXml(cell, letters[column] + number, isHeader)
    }
    piece += '</row>'
  }

  addRow(
    columns.map(({ header }) => header),
    true,
  )
  for await (const cells of rows) {
    addRow(cells, false)
    if (piece.length < PIECE) continue
    yield Buffer.from(piece)
    piece = ''
  }
  yield Buffer.from(`${piece}</sheetData></worksheet>`)
}

function beginning(columns: readonly ColumnToWrite[]): string {
  const widths = columns.flatMap(({ width }, column) =>
    width === undefined
      ? []
      : [`<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`],
  )
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    (widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '')
  )
}

function cellXml(cell: CellToWrite, address: string, isHeader: boolean): string {
  switch (typeof cell) {
    case 'number':
      return Number.isFinite(cell) ? `<c r="${address}"><v>${cell}</v></c>` : ''
    case 'boolean':
      return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`
    case 'string': {
      if (cell === '') return ''
      const style = isHeader ? STYLES.header : isFormulaLike(cell) ? STYLES.text : undefined
      const text = xmlText(cell.length > LONGEST_TEXT ? cell.slice(0, LONGEST_TEXT) : cell)
      const styled = style === undefined ? '' : ` s="${style}"`
      return `<c r="${address}"${styled} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
    }
    default:
      return ''
  }
}
