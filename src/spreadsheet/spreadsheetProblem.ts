/** Why a file cannot be read as a spreadsheet. */
export type SpreadsheetProblem =
  /** What else the file is. A binary workbook is .xlsb, an OpenDocument file .ods and its kin. */
  | { code: 'pdf' | 'image' | 'web_page' | 'rich_text' | 'document' | 'open_document' | 'binary_workbook' }
  | { code: 'archive' | 'text' | 'unknown' | 'empty' }
  | { code: 'password' | 'damaged' | 'no_sheets' }
  /** It declares entities or a document type, which no spreadsheet needs. */
  | { code: 'unsafe_xml' }
  | { code: 'too_large' | 'unpacks_too_large'; megabytes: number }
  | { code: 'too_many_parts' | 'too_many_sheets' | 'too_many_cells' | 'too_many_characters'; most: number }
  | { code: 'too_many_rows'; most: number; sheet: string }
  | { code: 'too_many_columns' | 'cell_too_long'; most: number; sheet: string; cell: string }
  /** In CSV: a row without end, mostly because a quotation mark is never closed. */
  | { code: 'endless_row'; row: number }
  /** The reading took more time or memory than it may. */
  | { code: 'too_complex' }
  /** Too many files are waiting to be read. */
  | { code: 'busy' }

/** What keeps one cell from being read. */
export type CellProblem =
  | { code: 'error_cell'; sheet: string; cell: string; error: string }
  | { code: 'uncalculated_cell'; sheet: string; cell: string }
