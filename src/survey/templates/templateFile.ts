import { workbookBytes } from '../../spreadsheet/workbookBytes.ts'
import type { TextSheet } from '../xlsform/textSheet.ts'
import type { SurveyTemplate } from './surveyTemplate.ts'
import { templateSheets } from './templateSheets.ts'

/** Columns are as wide as their longest cell, within reason. */
const [NARROWEST, WIDEST] = [8, 60]

/** A template as a workbook (.xlsx) to edit and send back. */
export const templateFile = (template: SurveyTemplate): Promise<Buffer> =>
  workbookBytes(templateSheets(template).map(sheetToWrite))

function sheetToWrite({ name, rows }: TextSheet) {
  const [header, ...others] = rows.map(({ cells }) => cells)
  const widthOf = (column: number) =>
    Math.max(NARROWEST, ...rows.map(({ cells }) => Math.min(WIDEST, (cells[column] ?? '').length + 2)))
  return {
    name,
    columns: (header ?? []).map((title, column) => ({ header: title, width: widthOf(column) })),
    rows: others,
  }
}
