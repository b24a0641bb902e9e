import type { SheetToWrite } from '../../spreadsheet/sheetToXml.ts'
import { codebook } from './codebook.ts'
import { type ExportTable, isPart } from './exportColumns.ts'
import { choiceWords, type ExportContent, headersOf, leadersOf, saidIn } from './exportContent.ts'
import { exportRows } from './exportRows.ts'

/** Sheets of an exported workbook: codes, labels and codebook, then codes and labels of each repeat. */
export function workbookSheets(content: ExportContent, tables: readonly ExportTable[]): SheetToWrite[] {
  const { facts, form, speak } = content
  const [main, ...repeats] = tables
  return [
    ...(main ? [codesSheet(content, main), labelsSheet(content, main)] : []),
    { name: 'codebook', ...codebook(speak, form, tables, facts) },
    ...repeats.flatMap((table) => [codesSheet(content, table), labelsSheet(content, table)]),
  ]
}

function codesSheet(content: ExportContent, table: ExportTable): SheetToWrite {
  const { facts, responses } = content
  return {
    name: table.name || 'codes',
    columns: headersOf(table, facts).map((header) => ({ header })),
    rows: exportRows(table, facts, responses, { as: 'code', wordsOf: choiceWords(content) }),
  }
}

function labelsSheet(content: ExportContent, table: ExportTable): SheetToWrite {
  const { facts, responses } = content
  const whole = table.columns.filter(({ holds }) => !isPart(holds))
  return {
    name: table.name ? `${table.name} labels` : 'labels',
    columns: [
      ...leadersOf(table, facts).map((header) => ({ header })),
      ...whole.map(({ question, name }) => ({ header: saidIn(content, question.label) || name, width: 24 })),
    ],
    rows: exportRows(table, facts, responses, { as: 'words', wordsOf: choiceWords(content) }),
  }
}
