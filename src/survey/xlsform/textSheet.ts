/** A sheet of a spreadsheet as texts. */
export interface TextSheet {
  name: string
  /** The rows that are not blank, in their order; the first is the header. */
  rows: TextRow[]
}

export interface TextRow {
  /** As the spreadsheet shows it, from 1. */
  number: number
  /** From column A on; `cells[2]` is column C. */
  cells: string[]
}
