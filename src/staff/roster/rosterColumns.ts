import type { Cell } from '../../spreadsheet/cell.ts'
import { cellText } from '../../spreadsheet/cellText.ts'
import type { Row, Sheet } from '../../spreadsheet/sheet.ts'
import { HEADINGS, ROSTER_FIELDS, type RosterField } from './rosterHeadings.ts'

/** Columns without which there is no roster. */
export const NEEDED_FIELDS = ['nip', 'name', 'unit'] as const satisfies RosterField[]

const fieldOf = new Map(
  ROSTER_FIELDS.flatMap((field) => HEADINGS[field].map((heading) => [heading, field] as const)),
)

export interface RosterHeader {
  row: Row
  /** Place of it among the sheet's rows. */
  index: number
  /** Column of each field, from 0. */
  columns: Partial<Record<RosterField, number>>
  /** Fields that two columns claim to be. */
  twice: RosterField[]
}

/** Titles, the name of the regency and blank lines may stand above the table. */
const MOST_ABOVE = 20
const LONGEST_HEADING = 100

/** The row of a sheet that names the columns: NIP and something else that a roster has; nothing in other sheets. */
export function rosterHeader(sheet: Sheet): RosterHeader | undefined {
  for (const [index, row] of sheet.rows.slice(0, MOST_ABOVE).entries()) {
    const columns: Partial<Record<RosterField, number>> = {}
    const twice: RosterField[] = []
    for (const [column, cell] of row.cells.entries()) {
      const field = fieldNamed(cell)
      if (!field) continue
      if (columns[field] === undefined) columns[field] = column
      else twice.push(field)
    }
    if (columns.nip !== undefined && Object.keys(columns).length > 1) return { row, index, columns, twice }
  }
  return undefined
}

/** Whether a spreadsheet is a roster, by the headings of its columns. */
export const isRoster = (sheets: readonly Sheet[]): boolean => sheets.some((sheet) => rosterHeader(sheet))

/** `Status (PNS/PPPK)` is a status, and `No HP / Telepon` two names of one field. */
function fieldNamed(cell: Cell): RosterField | undefined {
  // A cell may hold 32,767 characters, and looking for the ends of that many brackets would take seconds.
  const heading = cellText(cell)
    .slice(0, LONGEST_HEADING)
    .replace(/\([^)]*\)/g, ' ')
  const whole = fieldOf.get(plain(heading))
  if (whole) return whole
  const fields = new Set(heading.split('/').map((part) => fieldOf.get(plain(part))))
  const [field] = fields
  return fields.size === 1 ? field : undefined
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
