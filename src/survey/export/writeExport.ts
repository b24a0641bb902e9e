import { createWriteStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { writeCsv } from '../../spreadsheet/writeCsv.ts'
import { writeWorkbook } from '../../spreadsheet/writeWorkbook.ts'
import type { ResultForm } from '../results/resultForm.ts'
import { codebook } from './codebook.ts'
import { type ExportTable, exportTables } from './exportColumns.ts'
import { choiceWords, type ExportContent, fileName, headersOf } from './exportContent.ts'
import type { ExportFormat } from './exportFormat.ts'
import { exportRows } from './exportRows.ts'
import { spssFiles } from './spssFiles.ts'
import { workbookSheets } from './workbookSheets.ts'
import { type ArchivedFile, writeArchive } from './writeArchive.ts'

/**
 * The ending of an exported file. Data for SPSS come with their syntax, and CSV files of a survey with repeats are
 * several: both as one archive.
 */
export function exportEnding(form: ResultForm, format: ExportFormat): 'xlsx' | 'csv' | 'zip' {
  if (format === 'spss') return 'zip'
  return format === 'csv' && exportTables(form).length > 1 ? 'zip' : format
}

/**
 * Writes responses into a file. Rows are read and written one after the other, and never all in memory.
 * @throws RangeError for more rows than a sheet of Excel holds, and what the disk says
 */
export async function writeExport(content: ExportContent, format: ExportFormat, path: string): Promise<void> {
  const tables = exportTables(content.form)
  const out = createWriteStream(path, { mode: 0o600 })
  if (format === 'xlsx') return writeWorkbook(workbookSheets(content, tables), out)
  const files =
    format === 'spss' ? await spssFiles(content, tables) : tables.map((table) => csvFile(content, table))
  const [only] = files
  return only && files.length === 1
    ? only.write(out)
    : writeArchive([...files, codebookFile(content, tables)], out)
}

function csvFile(content: ExportContent, table: ExportTable): ArchivedFile {
  const { facts, responses, code } = content
  async function* rows() {
    yield headersOf(table, facts)
    yield* exportRows(table, facts, responses, { as: 'code', wordsOf: choiceWords(content) })
  }
  return { name: `${fileName(code, table)}.csv`, write: (out: Writable) => writeCsv(rows(), out) }
}

function codebookFile({ speak, form, facts }: ExportContent, tables: readonly ExportTable[]): ArchivedFile {
  const { columns, rows } = codebook(speak, form, tables, facts)
  const all = [columns.map(({ header }) => header), ...rows]
  return { name: 'codebook.csv', write: (out: Writable) => writeCsv(all, out) }
}
