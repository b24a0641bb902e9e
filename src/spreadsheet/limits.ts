/** How much of a spreadsheet is read at most. What exceeds is a problem, never cut off. */
export interface Limits {
  /** Bytes of the file. */
  bytes: number
  /** Bytes that the parts of a workbook which are read unpack to, together. */
  unpackedBytes: number
  /** Parts in the archive that a workbook is. */
  parts: number
  sheets: number
  /** Rows that are not blank, in all sheets. */
  rows: number
  /** Columns that reach beyond this one hold a cell that is not blank. */
  columns: number
  /** Cells in all sheets, with the blank ones to the left of others. */
  cells: number
  /** Characters in all sheets; a text that occurs twice counts twice. */
  characters: number
  /** Characters of one cell; Excel itself holds 32,767. */
  cellCharacters: number
  /** Seconds that the reading may take. */
  seconds: number
  /** MB that the reading may fill with objects. */
  heapMegabytes: number
}

/** Enough for a form of 10,000 rows with six languages. */
export const LIMITS: Limits = {
  bytes: 10 * 1024 * 1024,
  unpackedBytes: 150 * 1024 * 1024,
  parts: 2_000,
  sheets: 200,
  rows: 100_000,
  columns: 2_000,
  cells: 2_000_000,
  characters: 30_000_000,
  cellCharacters: 32_767,
  seconds: 15,
  heapMegabytes: 192,
}
