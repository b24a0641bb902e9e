import type { Cell } from './cell.ts'
import { cellAddress } from './cellAddress.ts'
import type { CellProblem } from './spreadsheetProblem.ts'

/**
 * What keeps this cell from being read, undefined when nothing does.
 * @param row as the spreadsheet shows it
 * @param column from 0
 */
export function cellProblem(
  cell: Cell | undefined,
  sheet: string,
  row: number,
  column: number,
): CellProblem | undefined {
  if (typeof cell !== 'object' || cell === null || 'date' in cell) return undefined
  const place = { sheet, cell: cellAddress(row, column) }
  return 'error' in cell
    ? { code: 'error_cell', ...place, error: cell.error }
    : { code: 'uncalculated_cell', ...place }
}
