import type { Cell } from './cell.ts'

/**
 * A cell as text, the way XLSForm reads it: 1.0 is `1`, a boolean `TRUE` or `FALSE`, a date ISO, an error what
 * Excel shows, a blank or uncalculated cell the empty string, a no-break space a space.
 * @see https://github.com/XLSForm/pyxform/blob/master/pyxform/xls2json_backends.py
 */
export function cellText(cell: Cell | undefined): string {
  switch (typeof cell) {
    case 'string':
      return cell.replaceAll('\u00a0', ' ')
    case 'number':
      return Number.isInteger(cell) ? String(BigInt(cell)) : String(cell)
    case 'boolean':
      return cell ? 'TRUE' : 'FALSE'
    default:
      if (cell === null || cell === undefined || 'uncalculated' in cell) return ''
      return 'date' in cell ? cell.date : cell.error
  }
}
