import type { Choice } from '../definition/definition.ts'
import { RETIRED } from './choiceHeaders.ts'
import { defined } from './defined.ts'
import type { ProblemList } from './problemList.ts'
import type { Heading } from './readHeadings.ts'
import { readMedia } from './readMedia.ts'
import type { Table } from './table.ts'
import type { TextRow } from './textSheet.ts'
import { yesOrNo } from './yesOrNo.ts'

/** A list with the sheet and the row of each of its choices. */
export interface ChoiceList {
  sheet: string
  choices: Choice[]
  rows: number[]
}

/** As many as a definition may hold. */
const MOST_CHOICES = 10_000
const LONGEST_NAME = 255

/** The choices by list, in the order of the sheet. Columns that are not known are kept for filters. */
export function readChoices(
  table: Table,
  allowsDuplicates: boolean,
  problems: ProblemList,
): Map<string, ChoiceList> {
  const lists = new Map<string, ChoiceList>()
  const rowOfName = new Map<string, Map<string, number>>()
  const overfull = new Set<string>()
  const extra = extraColumns(table, problems)
  for (const row of table.rows) {
    const list = table.cell(row, 'list_name')
    const name = table.cell(row, 'name')
    if (list === '') {
      if (name !== '') problems.warn(table.place(row, 'list_name'), { code: 'choice_without_list' })
    } else if (list === '__proto__') {
      problems.error(table.place(row, 'list_name'), { code: 'reserved_name', name: list })
    } else if (name === '') {
      problems.error(table.place(row, 'name'), { code: 'choice_without_name', list })
    } else add(row, list, name)
  }
  return lists

  function add(row: TextRow, list: string, name: string): void {
    const found = lists.get(list) ?? { sheet: table.sheet, choices: [], rows: [] }
    lists.set(list, found)
    if (found.choices.length >= MOST_CHOICES) {
      if (!overfull.has(list))
        problems.error(table.place(row), { code: 'too_many_choices', list, most: MOST_CHOICES })
      overfull.add(list)
      return
    }
    const names = rowOfName.get(list) ?? new Map<string, number>()
    rowOfName.set(list, names)
    const otherRow = names.get(name)
    if (otherRow === undefined) names.set(name, row.number)
    else if (!allowsDuplicates)
      problems.error(table.place(row, 'name'), { code: 'duplicate_choice', choice: name, list, otherRow })
    const choice = choiceOf(row, name)
    found.choices.push(choice)
    found.rows.push(row.number)
  }

  function choiceOf(row: TextRow, name: string): Choice {
    if (name.length > LONGEST_NAME)
      problems.error(table.place(row, 'name'), { code: 'too_long', most: LONGEST_NAME })
    const label = table.words(row, 'label')
    const media = readMedia(table, row)
    if (!label && !media)
      problems.warn(table.place(row, 'label'), { code: 'choice_without_label', choice: name })
    const columns = extra
      .map((heading): [string, string] => [heading.header, table.cellOf(row, heading)])
      .filter(([, value]) => value !== '')
    return defined({
      name: name.slice(0, LONGEST_NAME),
      label,
      media,
      columns: columns.length > 0 ? Object.fromEntries(columns) : undefined,
      retired: yesOrNo(table.cell(row, RETIRED)) ? (true as const) : undefined,
    })
  }
}

function extraColumns(table: Table, problems: ProblemList): Heading[] {
  return table.headings.filter(({ column, header, path }) => {
    if (column !== undefined) return false
    const place = { sheet: table.sheet, row: 1, column: header }
    if (path.length > 1) problems.warn(place, { code: 'unknown_column' })
    else if (header.includes(' ')) problems.warn(place, { code: 'column_with_spaces' })
    else return true
    return false
  })
}
