import type { Cell } from './cell.ts'
import { cellAddress } from './cellAddress.ts'
import type { Limits } from './limits.ts'
import type { Row, Sheet } from './sheet.ts'
import { Unreadable } from './unreadable.ts'

/** Merged ranges that are told of one sheet; of further ones nobody wants to hear. */
const MOST_MERGED = 1_000
const LONGEST_NAME = 100

/** Takes up the cells of one sheet, row by row. */
export interface SheetBuilder {
  /** @param row from 1, never less than that of the cell before; @param column from 0 */
  put(row: number, column: number, cell: Cell): void
  merge(range: string): void
}

/** The sheets of a file, built cell by cell: what exceeds a limit ends the reading as soon as it comes. */
export function sheetsWithin(limits: Limits) {
  const sheets: Sheet[] = []
  let [rows, cells, characters] = [0, 0, 0]

  function startSheet(givenName: string): SheetBuilder {
    if (sheets.length >= limits.sheets) throw new Unreadable({ code: 'too_many_sheets', most: limits.sheets })
    const name = givenName.slice(0, LONGEST_NAME)
    const sheet: Sheet = { name, rows: [], merged: [] }
    sheets.push(sheet)
    let current: Row = { number: 0, cells: [] }

    function rowOf(number: number): Row {
      if (number === current.number) return current
      if (number < current.number) throw new Unreadable({ code: 'damaged' })
      rows += 1
      if (rows > limits.rows) throw new Unreadable({ code: 'too_many_rows', most: limits.rows, sheet: name })
      current = { number, cells: [] }
      sheet.rows.push(current)
      return current
    }

    return {
      put(row, column, cell) {
        if (cell === null) return
        const place = { sheet: name, cell: cellAddress(row, column) }
        if (column >= limits.columns)
          throw new Unreadable({ code: 'too_many_columns', most: limits.columns, ...place })
        if (typeof cell === 'string') {
          if (cell.length > limits.cellCharacters)
            throw new Unreadable({ code: 'cell_too_long', most: limits.cellCharacters, ...place })
          characters += cell.length
          if (characters > limits.characters)
            throw new Unreadable({ code: 'too_many_characters', most: limits.characters })
        }
        const target = rowOf(row).cells
        cells += Math.max(0, column + 1 - target.length)
        if (cells > limits.cells) throw new Unreadable({ code: 'too_many_cells', most: limits.cells })
        while (target.length < column) target.push(null)
        target[column] = cell
      },
      merge(range) {
        if (sheet.merged.length < MOST_MERGED) sheet.merged.push(range)
      },
    }
  }

  return { sheets, startSheet }
}
