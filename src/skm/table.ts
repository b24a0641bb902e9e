/** The cells of a table by row, as the file has them: texts in CSV, also numbers and dates in XLSX. */
export type Table = { rows: unknown[][] } | { problem: string }

/** Rows of a file that are read at most, header and blank rows among them. */
export const MOST_ROWS = 200_001
