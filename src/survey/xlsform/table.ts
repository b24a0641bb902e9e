import type { Words } from '../definition/definition.ts'
import type { FormPlace } from './formProblem.ts'
import type { ProblemList } from './problemList.ts'
import type { Heading } from './readHeadings.ts'
import { readReferences } from './readReferences.ts'
import type { TextRow, TextSheet } from './textSheet.ts'
import { type Tidying, tidyText } from './tidyText.ts'

/** A sheet whose cells are asked for by what they are. Every cell is asked for once: asking tells its problems. */
export interface Table {
  sheet: string
  headings: readonly Heading[]
  /** The rows below the header that hold something. */
  rows: readonly TextRow[]
  /** A cell as it is; blank when there is no such column. */
  cell(row: TextRow, column: string): string
  /** The cell of a column that has no meaning of its own. */
  cellOf(row: TextRow, heading: Heading): string
  /** A cell that is an expression or holds `${name}`. */
  expression(row: TextRow, column: string): string
  words(row: TextRow, column: string): Words | undefined
  place(row: TextRow, column?: string, language?: string): FormPlace
  has(column: string): boolean
}

/** What Telegram takes in one message; longer words are sent in several. */
const LONGEST_MESSAGE = 4096

/** pyxform takes more blank rows than this for the end of the sheet. */
const MOST_BLANK_ROWS = 60

/** @param bare the language of words in columns without one */
export function tableOf(
  sheet: TextSheet,
  headings: readonly Heading[],
  tidying: Tidying,
  bare: string,
  problems: ProblemList,
): Table {
  const columns = new Map<string, Heading[]>()
  const headingAt = new Map<string, Heading>()
  for (const heading of headings) {
    if (heading.column === undefined) continue
    columns.set(heading.column, [...(columns.get(heading.column) ?? []), heading])
    headingAt.set(keyOf(heading.column, heading.language), heading)
  }
  const read = (row: TextRow, heading: Heading | undefined) =>
    heading ? tidyText(row.cells[heading.at], tidying) : ''
  const headingOf = (column: string, language?: string) => headingAt.get(keyOf(column, language))
  const headerOf = (column: string, language?: string) =>
    (headingOf(column, language) ?? (language === bare ? headingOf(column) : undefined))?.header ?? column
  const place = (row: TextRow, column?: string, language?: string): FormPlace => ({
    sheet: sheet.name,
    row: row.number,
    ...(column !== undefined && { column: headerOf(column, language) }),
  })

  return {
    sheet: sheet.name,
    headings,
    rows: rowsOf(sheet, headings, problems),
    place,
    has: (column) => columns.has(column),
    cell: (row, column) => read(row, headingOf(column)),
    cellOf: read,
    expression: (row, column) => {
      const text = read(row, headingOf(column))
      return text === '' ? '' : readReferences(text, place(row, column), problems, "''")
    },
    words: (row, column) => {
      let words: Words | undefined
      for (const heading of columns.get(column) ?? []) {
        const text = read(row, heading)
        if (text === '') continue
        const language = heading.language ?? bare
        // Words of a language win over words without one, wherever the columns stand.
        if (heading.language === undefined && words && Object.hasOwn(words, language)) continue
        if (text.length > LONGEST_MESSAGE)
          problems.warn(place(row, column, language), {
            code: 'long_label',
            length: text.length,
            most: LONGEST_MESSAGE,
          })
        const said = readReferences(text, place(row, column, heading.language), problems, '').trim()
        if (said !== '') words = { ...words, [language]: said }
      }
      return words
    },
  }
}

const keyOf = (column: string, language: string | undefined): string =>
  language === undefined ? column : `${column}::${language}`

function rowsOf(sheet: TextSheet, headings: readonly Heading[], problems: ProblemList): TextRow[] {
  const filled = sheet.rows
    .slice(1)
    .filter(({ cells }) => headings.some(({ at }) => /\S/.test(cells[at] ?? '')))
  let before = sheet.rows[0]?.number ?? 1
  const end = filled.findIndex(({ number }) => {
    const isFar = number - before - 1 > MOST_BLANK_ROWS
    before = number
    return isFar
  })
  if (end < 0) return filled
  const rows = filled.length - end
  problems.warn({ sheet: sheet.name, row: filled[end]?.number ?? 1 }, { code: 'rows_after_gap', rows })
  return filled.slice(0, end)
}
