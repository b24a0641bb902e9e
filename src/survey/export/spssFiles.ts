import type { CellToWrite } from '../../spreadsheet/sheetToXml.ts'
import { writeCsv } from '../../spreadsheet/writeCsv.ts'
import type { Column, ExportTable } from './exportColumns.ts'
import { choiceWords, type ExportContent, fileName, leadersOf, saidIn } from './exportContent.ts'
import { exportRows } from './exportRows.ts'
import { spssCodes } from './spssCodes.ts'
import { type MultipleSet, type SpssVariable, spssSyntax } from './spssSyntax.ts'
import type { ArchivedFile } from './writeArchive.ts'

/** Data and syntax of each table: the syntax reads the data and names variables and values. */
export async function spssFiles(
  content: ExportContent,
  tables: readonly ExportTable[],
): Promise<ArchivedFile[]> {
  const files: ArchivedFile[] = []
  for (const table of tables) files.push(...(await filesOf(content, table)))
  return files
}

async function filesOf(content: ExportContent, table: ExportTable): Promise<ArchivedFile[]> {
  const { form, facts, responses, code } = content
  const name = fileName(code, table)
  const rows = () => exportRows(table, facts, responses, { as: 'spss', wordsOf: choiceWords(content) })
  const leaders = leadersOf(table, facts)
  const found = await measure(rows(), leaders.length + table.columns.length)
  const variables = [
    ...leaders.map(
      (each, index): SpssVariable => ({ name: each, format: formatOf(undefined, found[index]) }),
    ),
    ...table.columns.map((column, index) => ({
      ...described(content, column),
      format: formatOf(column, found[leaders.length + index]),
    })),
  ]
  const syntax = spssSyntax({
    title: saidIn(content, form.title) ?? code,
    file: `${name}.csv`,
    variables,
    sets: multipleSets(content, table),
  })
  return [
    {
      name: `${name}.csv`,
      write: (out) =>
        writeCsv(
          withHeader(
            variables.map((each) => each.name),
            rows(),
          ),
          out,
          ',',
        ),
    },
    {
      name: `${name}.sps`,
      async write(out) {
        out.end(`\ufeff${syntax}`)
      },
    },
  ]
}

async function* withHeader(
  header: string[],
  rows: AsyncIterable<CellToWrite[]>,
): AsyncGenerator<CellToWrite[]> {
  yield header
  yield* rows
}

/** What the cells of a column turn out to be: SPSS must know before it reads them. */
interface Measured {
  hasText: boolean
  hasFraction: boolean
  /** Bytes of the longest. */
  width: number
}

async function measure(rows: AsyncIterable<CellToWrite[]>, columns: number): Promise<Measured[]> {
  const found = Array.from({ length: columns }, () => ({ hasText: false, hasFraction: false, width: 1 }))
  for await (const cells of rows)
    for (const [index, cell] of cells.entries()) {
      const column = found[index]
      if (!column || cell === null || cell === undefined) continue
      if (typeof cell === 'string') column.hasText = true
      else if (!Number.isInteger(cell)) column.hasFraction = true
      const width = Buffer.byteLength(String(cell))
      if (width > column.width) column.width = width
    }
  return found
}

const TEXT = new Set(['text', 'codes', 'ranking'])
const COORDINATES = new Set(['latitude', 'longitude', 'altitude', 'accuracy'])

/** An apostrophe is put before what a spreadsheet would take for a formula: hence a byte more. */
function formatOf(column: Column | undefined, found: Measured | undefined): string {
  const { hasText = false, hasFraction = false, width = 1 } = found ?? {}
  if (column?.holds === 'day') return 'SDATE10'
  if (column?.holds === 'time') return 'TIME8'
  if (hasText || TEXT.has(column?.holds ?? '')) return `A${Math.min(width + 1, 32_767)}`
  if (column && COORDINATES.has(column.holds)) return 'F16.6'
  return hasFraction ? 'F16.4' : `F${Math.max(8, Math.min(width, 16))}.0`
}

function described(
  content: ExportContent,
  { name, question, holds, option }: Column,
): Omit<SpssVariable, 'format'> {
  const { speak } = content
  const label = saidIn(content, question.label) || question.name
  if (option) {
    const yesNo: [number, string][] = [
      [0, speak.plain('codebook.no')],
      [1, speak.plain('codebook.yes')],
    ]
    const words = `${choiceWords(content)(question, option.code)}: ${label}`
    return { name, label: words, ...(holds === 'chosen' && { values: yesNo }) }
  }
  if (COORDINATES.has(holds)) return { name, label: `${label} (${holds})` }
  if (holds !== 'code' || question.isOpen) return { name, label }
  const values = Array.from(spssCodes(question), ([code, number]): [number, string] => [
    number,
    choiceWords(content)(question, code),
  ])
  return { name, label, values }
}

/** The answers to one question with several choices, which SPSS then counts together. */
function multipleSets(content: ExportContent, { columns }: ExportTable): MultipleSet[] {
  return columns
    .filter(({ holds }) => holds === 'codes')
    .map(({ name, question }) => ({
      name,
      label: saidIn(content, question.label) || question.name,
      variables: columns
        .filter((each) => each.question === question && each.holds === 'chosen')
        .map((each) => each.name),
    }))
    .filter(({ variables }) => variables.length > 1)
}
