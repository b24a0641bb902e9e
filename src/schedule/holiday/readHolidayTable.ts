import type { Cell } from '../../spreadsheet/cell.ts'
import { cellText } from '../../spreadsheet/cellText.ts'
import { type ReadSpreadsheet, readInTurn } from '../../spreadsheet/readInTurn.ts'
import type { Row, Sheet } from '../../spreadsheet/sheet.ts'
import type { SpreadsheetProblem } from '../../spreadsheet/spreadsheetProblem.ts'
import { readDate } from '../../survey/answer/readDate.ts'
import type { Holiday } from './holiday.ts'
import { LONGEST_NAME, MOST_A_YEAR, YEARS } from './holidayLimits.ts'
import { kindOfWords } from './kindOfWords.ts'

/** What is wrong with a row of the table. */
export interface HolidayFault {
  /** As the spreadsheet counts them, from 1. */
  row: number
  code: 'no_date' | 'out_of_range' | 'no_kind' | 'no_name' | 'long_name' | 'twice' | 'too_many'
  /** What stands there, shortened. */
  text: string
}

/** A spreadsheet, read as a table of holidays. */
export type HolidayTable =
  | { type: 'holidays'; holidays: Holiday[] }
  | { type: 'faulty'; faults: HolidayFault[] }
  | { type: 'unreadable'; problem: SpreadsheetProblem }
  /** Its headings are not those of such a table. */
  | { type: 'not-holidays' }

const HEADINGS = { day: ['tanggal', 'date'], kind: ['jenis', 'kind'], name: ['nama', 'name', 'keterangan'] }
/** A note of one word in the name or in a column of its own. */
const ESTIMATED = /\(?\s*(perkiraan|estimasi|estimated)\s*\)?/i
const LIMITS = { bytes: 1024 * 1024, rows: 2_000, seconds: 10 }
/** Faults that are told. */
const MOST_FAULTS = 30
const LONGEST_SHOWN = 40

const inTurn = readInTurn()

/**
 * Reads a table of holidays with the columns tanggal, jenis and nama (CSV, XLSX or XLS), in any order; what else stands
 * beside them is not looked at. `perkiraan` in a name or in a column of that name marks an estimate.
 */
export async function readHolidayTable(
  bytes: Uint8Array,
  read: ReadSpreadsheet = inTurn,
): Promise<HolidayTable> {
  const content = await read(bytes, { csv: true, limits: LIMITS })
  if ('problem' in content) return { type: 'unreadable', problem: content.problem }
  const sheet = content.sheets.find((each) => columnsOf(each) !== undefined)
  const columns = sheet && columnsOf(sheet)
  return sheet && columns ? readRows(sheet.rows.slice(1), columns) : { type: 'not-holidays' }
}

interface Columns {
  day: number
  kind: number
  name: number
  estimated: number
}

function columnsOf({ rows }: Sheet): Columns | undefined {
  const headings = rows[0]?.cells.map((cell) => cellText(cell).trim().toLowerCase()) ?? []
  const place = (names: readonly string[]) => headings.findIndex((heading) => names.includes(heading))
  const [day, kind, name] = [place(HEADINGS.day), place(HEADINGS.kind), place(HEADINGS.name)]
  if (day < 0 || kind < 0 || name < 0) return undefined
  return { day, kind, name, estimated: headings.findIndex((heading) => ESTIMATED.test(heading)) }
}

function readRows(rows: readonly Row[], columns: Columns): HolidayTable {
  const faults: HolidayFault[] = []
  const holidays = new Map<string, Holiday>()
  const years = new Map<string, number>()
  for (const row of rows) {
    const read = readRow(row, columns)
    if ('code' in read) {
      faults.push(read)
      continue
    }
    const name = `${read.day} ${read.kind}`
    const year = read.day.slice(0, 4)
    const count = (years.get(year) ?? 0) + 1
    years.set(year, count)
    if (holidays.has(name)) faults.push({ row: row.number, code: 'twice', text: read.day })
    else if (count > MOST_A_YEAR) faults.push({ row: row.number, code: 'too_many', text: year })
    else holidays.set(name, read)
  }
  if (faults.length > 0) return { type: 'faulty', faults: faults.slice(0, MOST_FAULTS) }
  return { type: 'holidays', holidays: [...holidays.values()] }
}

function readRow({ number: row, cells }: Row, columns: Columns): Holiday | HolidayFault {
  const written = (column: number) => cellText(cells[column]).trim()
  const fault = (code: HolidayFault['code'], text: string): HolidayFault => ({
    row,
    code,
    text: text.slice(0, LONGEST_SHOWN),
  })
  const day = dayIn(cells[columns.day])
  if (day === undefined) return fault('no_date', written(columns.day))
  const year = Number(day.slice(0, 4))
  if (year < YEARS.first || year > YEARS.last) return fault('out_of_range', day)
  const kind = kindOfWords(written(columns.kind))
  if (!kind) return fault('no_kind', written(columns.kind))
  const words = written(columns.name)
  const name = words.replace(ESTIMATED, ' ').replace(/\s+/g, ' ').trim()
  if (name === '') return fault('no_name', words)
  if (name.length > LONGEST_NAME) return fault('long_name', name)
  const mark = columns.estimated < 0 ? '' : written(columns.estimated).toLowerCase()
  const isMarked = /^(ya|y|yes|true|1|x|perkiraan|estimasi)$/.test(mark)
  return { day, kind, name, isEstimated: isMarked || ESTIMATED.test(words) }
}

function dayIn(cell: Cell | undefined): string | undefined {
  if (cell !== null && typeof cell === 'object' && 'date' in cell)
    return readDate(cell.date.slice(0, 10), cell.date.slice(0, 10))
  const text = cellText(cell).trim()
  // A day without its year, or a word such as "besok", is no day in a table.
  return /\d{4}/.test(text) ? readDate(text, '2000-01-01') : undefined
}
