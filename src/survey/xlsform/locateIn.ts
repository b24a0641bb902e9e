import type { Place } from '../definition/definitionProblem.ts'
import type { FormPlace } from './formProblem.ts'
import type { ChoiceList } from './readChoices.ts'
import type { Table } from './table.ts'
import type { TextRow } from './textSheet.ts'

export interface FormParts {
  survey: Table
  choices: Table
  settings: Table
  /** The sheet's row of each row of the definition, in document order. */
  rows: readonly number[]
  lists: ReadonlyMap<string, ChoiceList>
}

/** Where something of a definition stands in the spreadsheet it was read from. */
export function locateIn({ survey, choices, settings, rows, lists }: FormParts): (place: Place) => FormPlace {
  let byNumber: Map<number, TextRow> | undefined
  const at = (number: number): TextRow => ({ number, cells: [] })

  return (place) => {
    switch (place.in) {
      case 'survey': {
        const number = rows[place.row] ?? 1
        byNumber ??= new Map(survey.rows.map((row) => [row.number, row]))
        return survey.place(at(number), columnOf(place.column, byNumber.get(number)), place.language)
      }
      case 'choices': {
        const list = lists.get(place.list)
        const found = choices.place(at(list?.rows[place.choice] ?? 1), place.column, place.language)
        return list ? { ...found, sheet: list.sheet } : found
      }
      case 'settings':
        return settings.place(settings.rows[0] ?? at(2), place.column, place.language)
    }
  }

  /** A repeat's count that is an expression is a calculation in the definition. */
  function columnOf(column: string, row: TextRow | undefined): string {
    const isCount = column === 'calculation' && row && survey.cell(row, 'repeat_count') !== ''
    return isCount ? 'repeat_count' : column
  }
}
