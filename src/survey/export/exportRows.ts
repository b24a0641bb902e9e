import type { CellToWrite } from '../../spreadsheet/sheetToXml.ts'
import type { ResultQuestion } from '../results/resultForm.ts'
import { cellWriter } from './exportCells.ts'
import { type ExportTable, isPart } from './exportColumns.ts'
import type { Fact } from './exportFacts.ts'
import type { KeptResponses } from './keptResponses.ts'
import { tableRows } from './tableRows.ts'

/** The rows of a table, one after the other as they are asked for. */
export async function* exportRows(
  table: ExportTable,
  facts: readonly Fact[],
  responses: KeptResponses,
  write: {
    as: 'code' | 'words' | 'spss'
    wordsOf: (question: ResultQuestion, code: string) => string
  },
): AsyncGenerator<CellToWrite[]> {
  const columns = table.columns
    .filter(({ holds }) => write.as !== 'words' || !isPart(holds))
    .map((column) => ({ column, cell: cellWriter(column, write.wordsOf)[write.as] }))
  const known =
    table.repeats.length === 0 ? facts.map((fact) => (write.as === 'words' ? fact.words : fact.code)) : []
  for await (const { response, number } of responses.all())
    for (const row of tableRows(table, response, number)) {
      const cells: CellToWrite[] = [row.number, ...row.instances]
      for (const fact of known) cells.push(fact(response))
      for (const { column, cell } of columns) {
        const value = row.answer(column)
        cells.push(value === '' ? null : cell(value))
      }
      yield cells
    }
}
