import type { CellToWrite, ColumnToWrite } from '../../spreadsheet/sheetToXml.ts'
import type { Speak } from '../../texts.ts'
import { DEFAULT_LANGUAGE, type Words } from '../definition/definition.ts'
import type { ResultForm } from '../results/resultForm.ts'
import { type Column, type ExportTable, isPart } from './exportColumns.ts'
import type { Fact } from './exportFacts.ts'
import { spssCodes } from './spssCodes.ts'

/** The codebook: every variable with its question, and below it every code with its words in each language. */
export function codebook(
  speak: Speak,
  form: ResultForm,
  tables: readonly ExportTable[],
  facts: readonly Fact[],
): { columns: ColumnToWrite[]; rows: CellToWrite[][] } {
  const inLanguages = (words: Words | undefined) => form.languages.map((language) => words?.[language])
  const rows = tables.flatMap((table) => [
    ...table.keys.map((name, index) => [
      table.name,
      name,
      table.repeats[index - 1],
      null,
      null,
      null,
      null,
      note(index),
    ]),
    ...(table.repeats.length === 0
      ? facts.map(({ name }) => [
          table.name,
          name,
          null,
          null,
          null,
          null,
          null,
          speak.plain(`codebook.${name}`),
        ])
      : []),
    ...table.columns.flatMap((column) => columnRows(table, column)),
  ])
  const columns = [
    { header: 'sheet', width: 12 },
    { header: 'variable', width: 24 },
    { header: 'question', width: 28 },
    { header: 'type', width: 16 },
    { header: 'versions', width: 9 },
    { header: 'code', width: 16 },
    { header: 'spss_code', width: 10 },
    { header: 'notes', width: 40 },
    ...form.languages.map((language) => ({ header: labelHeader(language), width: 40 })),
  ]
  // A row that ends early is an error for some readers of CSV.
  return { columns, rows: rows.map((row) => columns.map((_, column) => row[column] ?? null)) }

  function note(index: number): string {
    return speak.plain(index === 0 ? 'codebook.response_number' : 'codebook.instance')
  }

  function columnRows(table: ExportTable, column: Column): CellToWrite[][] {
    const { name, question, holds, option } = column
    const versions = question.versions.toSorted((a, b) => a - b).join(', ')
    const about = [table.name, name, question.path, question.type, versions]
    if (isPart(holds))
      return [
        [
          ...about,
          option?.code,
          null,
          speak.plain(`codebook.${partOf(holds)}`),
          ...inLanguages(option?.label),
        ],
      ]
    const notes = [
      question.isTypeChanged && speak.plain('codebook.typeChanged'),
      question.isOpen && speak.plain('codebook.open'),
    ]
    const first = [...about, null, null, notes.filter(Boolean).join(' '), ...inLanguages(question.label)]
    const numbers = holds === 'code' && !question.isOpen ? spssCodes(question) : undefined
    const choices = question.options.map((each) => [
      table.name,
      name,
      question.path,
      null,
      null,
      each.code,
      numbers?.get(each.code),
      each.isEarlier ? speak.plain('codebook.earlier') : null,
      ...inLanguages(each.label),
    ])
    return [first, ...choices]
  }
}

const partOf = (holds: Column['holds']) => (holds === 'chosen' || holds === 'place' ? holds : 'coordinate')

/** As XLSForm heads its columns. */
const labelHeader = (language: string) => (language === DEFAULT_LANGUAGE ? 'label' : `label::${language}`)
