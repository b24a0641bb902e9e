/** The cells of a table by row, as the file has them: texts in CSV, also numbers and dates in XLSX. */
export type Table = { rows: unknown[][] } | { problem: string }

/** Rows of a file that are read at most, header and blank rows among them. */
export const MOST_ROWS = 200_001

/** Cells of a file, blank ones among them: a small file can hold so many that they fill the memory. */
export const MOST_CELLS = 10_000_000
