import type { Cell } from './cell.ts'

/** One sheet of a spreadsheet: the cells that hold something. */
export interface Sheet {
  /** As the file has it, at most 100 characters; empty in CSV. */
  name: string
  /** The rows that are not blank, in their order. */
  rows: Row[]
  /** Ranges of merged cells such as `A1:B2`; only the first cell of a range holds something. */
  merged: string[]
}

/** A row that is not blank. */
export interface Row {
  /** As the spreadsheet shows it, from 1. */
  number: number
  /** From column A to the last cell that is not blank; `cells[2]` is column C. */
  cells: Cell[]
}
