import { quoted } from './quoted.ts'
import type { CellProblem, SpreadsheetProblem } from './spreadsheetProblem.ts'

/** What is wrong with a file or a cell, and how to mend it, in one English line for operators. */
export function spreadsheetProblemText(problem: SpreadsheetProblem | CellProblem): string {
  switch (problem.code) {
    case 'pdf':
      return 'this is a PDF; give the spreadsheet it was made from'
    case 'image':
      return 'this is a picture; give the spreadsheet it shows'
    case 'web_page':
      return 'this is a web page or XML under another name; open it in Excel and save it as .xlsx'
    case 'rich_text':
    case 'document':
      return 'this is a text document or a presentation; save the table in it as .xlsx'
    case 'open_document':
      return 'this is an OpenDocument file; save it as .xlsx'
    case 'binary_workbook':
      return 'this is a binary workbook (.xlsb); save it as .xlsx'
    case 'archive':
      return 'this is an archive (ZIP) or another kind of document, not an Excel workbook; unpack it first'
    case 'text':
      return 'this is plain text or CSV; save it as .xlsx'
    case 'unknown':
      return 'this is neither text (CSV) nor an Excel workbook'
    case 'empty':
      return 'the file is empty'
    case 'password':
      return 'this workbook is protected by a password; save it without one'
    case 'damaged':
      return 'this workbook is damaged or only partly copied; save it again in Excel'
    case 'no_sheets':
      return 'this workbook has no sheet with cells'
    case 'unsafe_xml':
      return 'this workbook declares XML entities, which none needs; save it again in Excel'
    case 'too_large':
      return `the file is larger than ${problem.megabytes} MB`
    case 'unpacks_too_large':
      return `this workbook would unpack to more than ${problem.megabytes} MB`
    case 'too_many_parts':
      return `this workbook consists of more than ${problem.most} parts; delete pictures and what else it need not hold`
    case 'too_many_sheets':
      return `this workbook has more than ${problem.most} sheets`
    case 'too_many_rows':
      return `the file has more than ${problem.most} rows${problem.sheet && `, counted up to sheet ${quoted(problem.sheet)}`}`
    case 'too_many_columns':
      return `${placeOf(problem)} lies beyond column ${problem.most}; delete what lies beside the table`
    case 'too_many_cells':
      return `the file has more than ${problem.most} cells`
    case 'too_many_characters':
      return `the file has more than ${problem.most} characters`
    case 'cell_too_long':
      return `${placeOf(problem)} has more than ${problem.most} characters`
    case 'endless_row':
      return `row ${problem.row} does not end: a quotation mark in it is never closed`
    case 'too_complex':
      return 'this file takes too long or too much memory to read; delete what it need not hold'
    case 'busy':
      return 'too many files are being read; try again in a minute'
    case 'error_cell':
      return `${placeOf(problem)} shows the error ${quoted(problem.error)}; mend its formula`
    case 'uncalculated_cell':
      return `${placeOf(problem)} is a formula without a result; open the file in Excel and save it again`
  }
}

function placeOf({ sheet, cell }: { sheet: string; cell: string }): string {
  return sheet === '' ? `cell ${cell}` : `sheet ${quoted(sheet)}, cell ${cell}`
}
