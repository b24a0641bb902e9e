import type { Cell } from './cell.ts'
import type { DateFormat } from './dateFormat.ts'
import { isoDate, serialDate } from './serialDate.ts'
import { spreadsheetString } from './spreadsheetString.ts'
import { Unreadable } from './unreadable.ts'

/** What the cells of a workbook refer to. */
export interface Workbook {
  strings: readonly string[]
  dateStyles: readonly (DateFormat | undefined)[]
  since1904: boolean
  /** Characters of one cell. */
  longestText: number
}

/**
 * What a cell of SpreadsheetML holds.
 * @param type the attribute `t`, `n` without one
 * @param value the text of its value, undefined when it has none
 * @see ECMA-376 part 1, 18.18.11 (ST_CellType)
 */
export function cellOf(
  workbook: Workbook,
  type: string,
  style: number,
  value: string | undefined,
  isFormula: boolean,
): Cell {
  const isText = type === 'str' || type === 'inlineStr'
  // The empty string is a result only of a formula that gives text; others come from programs that only write.
  if (value === undefined || (value === '' && !isText)) return isFormula ? { uncalculated: true } : null
  switch (type) {
    case 's':
      return textCell(workbook.strings[Number(value)] ?? damaged())
    case 'b':
      return value === '1' || value === 'true'
    case 'e':
      return { error: spreadsheetString(value) }
    case 'd': {
      const date = isoDate(value.trim(), workbook.dateStyles[style])
      return date === undefined ? textCell(spreadsheetString(value)) : { date }
    }
    case 'n':
      return numberCell(value, workbook.dateStyles[style], workbook.since1904)
    default:
      return textCell(spreadsheetString(value))
  }
}

/** A cell that holds a text: nothing, when it is only white space. */
export const textCell = (text: string): Cell => (/\S/.test(text) ? text : null)

/** A cell that holds a number, or the date that its format shows. */
export function numberCell(value: string | number, format: DateFormat | undefined, since1904: boolean): Cell {
  const number = Number(value)
  if (!Number.isFinite(number)) return textCell(spreadsheetString(String(value)))
  const date = format && serialDate(number, format, since1904)
  return date === undefined ? number : { date }
}

function damaged(): never {
  throw new Unreadable({ code: 'damaged' })
}
