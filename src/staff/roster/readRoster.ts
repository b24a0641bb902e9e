import { setImmediate } from 'node:timers/promises'
import { columnLetters, columnOfLetters } from '../../spreadsheet/cellAddress.ts'
import { cellText } from '../../spreadsheet/cellText.ts'
import type { Row, Sheet } from '../../spreadsheet/sheet.ts'
import type { Unit } from '../../unit/unit.ts'
import type { RosterEntry } from '../employee.ts'
import { readEntry } from './readEntry.ts'
import { NEEDED_FIELDS, type RosterHeader, rosterHeader } from './rosterColumns.ts'
import { headingOf } from './rosterHeadings.ts'
import type { RosterProblem } from './rosterProblem.ts'
import { type PlacedEntry, superiorProblems } from './superiorProblems.ts'
import { unitFinder } from './unitFinder.ts'

/** Employees in one roster: three times those of a large regency. */
export const MOST_EMPLOYEES = 30_000
/** Problems that are kept; whoever has more has the wrong file, or one wrong column. */
const MOST_PROBLEMS = 2_000
/** Rows that are read before others get their turn. */
const ROWS_AT_A_TIME = 500

export interface ReadRoster {
  entries: RosterEntry[]
  problems: RosterProblem[]
}

/**
 * Reads the sheets of a workbook that are a roster, by the headings of their columns, and tells every fault by sheet,
 * row and column. Other sheets are left alone.
 * @param today `YYYY-MM-DD`
 * @returns the entries, which count only when no problem is an error
 */
export async function readRoster(
  sheets: readonly Sheet[],
  { units, today }: { units: readonly Unit[]; today: string },
): Promise<ReadRoster> {
  const problems: RosterProblem[] = []
  const placed: PlacedEntry[] = []
  const tell = (...found: RosterProblem[]) =>
    problems.push(...found.slice(0, MOST_PROBLEMS - problems.length))
  const findUnit = unitFinder(units)
  const tables = sheets.flatMap((sheet) => {
    const header = rosterHeader(sheet)
    return header ? [{ sheet, header }] : []
  })
  if (tables.length === 0)
    return { entries: [], problems: [{ severity: 'error', sheet: '', code: 'no_header' }] }

  let rows = 0
  for (const { sheet, header } of tables) {
    const faults = [...columnProblems(sheet, header), ...mergedProblems(sheet, header)]
    tell(...faults)
    if (faults.length > 0) continue
    const reading = { sheet: sheet.name, columns: header.columns, findUnit, today }
    for (const [index, row] of sheet.rows.slice(header.index + 1).entries()) {
      if (index === 0 && isNumbering(row)) continue
      if (++rows > MOST_EMPLOYEES) {
        tell({ severity: 'error', sheet: sheet.name, code: 'too_many_rows', most: MOST_EMPLOYEES })
        return { entries: [], problems }
      }
      if (rows % ROWS_AT_A_TIME === 0) await setImmediate()
      const read = readEntry(row, reading)
      if (!read) continue
      tell(...read.problems)
      if (read.entry) placed.push({ entry: read.entry, sheet: sheet.name, row: row.number })
    }
  }

  const columnsOf = new Map(tables.map(({ sheet, header }) => [sheet.name, header.columns]))
  const columnIn = (sheet: string, field: 'nip' | 'superior' | 'phone') => {
    const at = columnsOf.get(sheet)?.[field]
    return at === undefined ? {} : { column: columnLetters(at) }
  }
  tell(...repeated(placed, 'nip', 'nip_twice', 'error', columnIn))
  tell(...repeated(placed, 'phone', 'phone_twice', 'warning', columnIn))
  tell(
    ...superiorProblems(placed).map(({ at, severity, fault }) => ({
      severity,
      sheet: at.sheet,
      row: at.row,
      ...columnIn(at.sheet, 'superior'),
      ...fault,
    })),
  )
  if (placed.length === 0 && problems.length === 0)
    tell({ severity: 'error', sheet: tables[0]?.sheet.name ?? '', code: 'no_rows' })
  return { entries: placed.map(({ entry }) => entry), problems }
}

function columnProblems({ name: sheet }: Sheet, { row, columns, twice }: RosterHeader): RosterProblem[] {
  const at = { severity: 'error', sheet, row: row.number } as const
  return [
    ...NEEDED_FIELDS.filter((field) => columns[field] === undefined).map((field) => ({
      ...at,
      code: 'column_missing' as const,
      heading: headingOf(field),
    })),
    ...twice.map((field) => ({ ...at, code: 'column_twice' as const, heading: headingOf(field) })),
  ]
}

/** Of merged cells only the first holds something: the others would read as blank. Titles above may be merged. */
function mergedProblems({ name: sheet, merged }: Sheet, { row, columns }: RosterHeader): RosterProblem[] {
  const last = Math.max(...Object.values(columns))
  return merged
    .filter((range) => {
      const [, letters = '', first, end] = /^([A-Z]+)(\d+)(?::[A-Z]+(\d+))?$/.exec(range) ?? []
      return columnOfLetters(letters) <= last && Number(end ?? first) >= row.number
    })
    .map((range) => ({ severity: 'error', sheet, code: 'merged', range }))
}

/** Tables of offices number their columns below the headings: (1), (2), (3). */
const isNumbering = ({ cells }: Row) =>
  cells.every((cell) => cell === null || /^\(?\d{1,2}\)?$/.test(cellText(cell).trim()))

function repeated(
  placed: readonly PlacedEntry[],
  field: 'nip' | 'phone',
  code: 'nip_twice' | 'phone_twice',
  severity: RosterProblem['severity'],
  columnIn: (sheet: string, field: 'nip' | 'phone') => { column?: string },
): RosterProblem[] {
  const seen = new Map<string, number>()
  return placed.flatMap(({ entry, sheet, row }) => {
    const value = entry[field]
    if (value === null) return []
    const other = seen.get(value)
    if (other === undefined) seen.set(value, row)
    return other === undefined ? [] : [{ severity, sheet, row, ...columnIn(sheet, field), code, other }]
  })
}
