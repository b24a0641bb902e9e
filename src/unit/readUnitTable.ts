import { cellText } from '../spreadsheet/cellText.ts'
import { type ReadSpreadsheet, readInTurn } from '../spreadsheet/readInTurn.ts'
import type { Row, Sheet } from '../spreadsheet/sheet.ts'
import type { SpreadsheetProblem } from '../spreadsheet/spreadsheetProblem.ts'
import type { Unit } from './unit.ts'

/** A unit as a table gives it, with the services that its visitors choose from. */
export type UnitEntry = Omit<Unit, 'id'> & { services: { code: string; name: string }[] }

/** What is wrong with a row of the table: one English sentence for the operator. */
export interface UnitFault {
  /** As the spreadsheet counts them, from 1. */
  row: number
  text: string
}

/** A spreadsheet, read as a table of units. */
export type UnitTable =
  | { type: 'units'; units: UnitEntry[] }
  | { type: 'faulty'; faults: UnitFault[] }
  | { type: 'unreadable'; problem: SpreadsheetProblem }
  /** Its headings are not those of such a table. */
  | { type: 'not-units' }

const HEADINGS = {
  code: ['kode', 'code'],
  name: ['nama', 'nama unit', 'name'],
  district: ['kecamatan', 'district'],
  population: ['pengguna', 'pengguna setahun', 'population'],
  timeZone: ['zona waktu', 'time zone'],
  services: ['layanan', 'services'],
}
type Field = keyof typeof HEADINGS

/** Fits into a deep link of 64 characters beside the code of a survey, which has 30 at most. */
const UNIT_CODE = /^[a-z0-9][a-z0-9-]{0,29}$/
const LONGEST_NAME = 120
const LONGEST_SERVICE = 80
const MOST_SERVICES = 60
const MOST_USERS = 100_000_000
/** How offices write the zones of Indonesia. */
const ZONES = new Map([
  ['wib', 'Asia/Jakarta'],
  ['wita', 'Asia/Makassar'],
  ['wit', 'Asia/Jayapura'],
])
const LIMITS = { bytes: 2 * 1024 * 1024, rows: 5_000, seconds: 10 }
const MOST_FAULTS = 30
const LONGEST_SHOWN = 40

const inTurn = readInTurn()

/**
 * Reads a table of units (CSV, XLSX or XLS) with the columns kode and nama, and if there are any kecamatan, pengguna
 * (in a year), zona waktu (WIB, WITA, WIT) and layanan (separated by semicolons), in any order; what else stands beside
 * them is not looked at.
 */
export async function readUnitTable(bytes: Uint8Array, read: ReadSpreadsheet = inTurn): Promise<UnitTable> {
  const content = await read(bytes, { csv: true, limits: LIMITS })
  if ('problem' in content) return { type: 'unreadable', problem: content.problem }
  for (const sheet of content.sheets) {
    const columns = columnsOf(sheet)
    if (columns.code !== undefined && columns.name !== undefined)
      return readRows(sheet.rows.slice(1), columns)
  }
  return { type: 'not-units' }
}

type Columns = Partial<Record<Field, number>>

function columnsOf({ rows }: Sheet): Columns {
  const headings = rows[0]?.cells.map((cell) => cellText(cell).trim().toLowerCase()) ?? []
  const places = Object.entries(HEADINGS).map(([field, names]) => [
    field,
    headings.findIndex((heading) => names.includes(heading)),
  ])
  return Object.fromEntries(places.filter(([, place]) => Number(place) >= 0))
}

function readRows(rows: readonly Row[], columns: Columns): UnitTable {
  const faults: UnitFault[] = []
  const units = new Map<string, UnitEntry>()
  for (const row of rows) {
    const read = readRow(row, columns)
    if (typeof read === 'string') faults.push({ row: row.number, text: read })
    else if (units.has(read.code))
      faults.push({ row: row.number, text: `the code ${read.code} is there already` })
    else units.set(read.code, read)
  }
  if (faults.length > 0) return { type: 'faulty', faults: faults.slice(0, MOST_FAULTS) }
  return { type: 'units', units: [...units.values()] }
}

/** The unit, or what is wrong with it. */
function readRow({ cells }: Row, columns: Columns): UnitEntry | string {
  const written = (field: Field) => {
    const column = columns[field]
    return column === undefined ? '' : cellText(cells[column]).replace(/\s+/g, ' ').trim()
  }
  const shown = (text: string) => `“${text.slice(0, LONGEST_SHOWN)}”`
  const [code, name, users, zone] = [
    written('code').toLowerCase(),
    written('name'),
    written('population'),
    written('timeZone'),
  ]
  if (!UNIT_CODE.test(code))
    return `${shown(code)} is no code: 1 to 30 small letters, digits and hyphens, such as pkm-muara-tebo`
  if (name === '') return 'the name is missing'
  if (name.length > LONGEST_NAME) return `the name is longer than ${LONGEST_NAME} characters`
  const population = Number(users.replace(/[.\s](?=\d{3}\b)/g, ''))
  if (users !== '' && !(Number.isInteger(population) && population >= 0 && population <= MOST_USERS))
    return `${shown(users)} is no number of users in a year`
  const timeZone = ZONES.get(zone.toLowerCase())
  if (zone !== '' && !timeZone) return `${shown(zone)} is no time zone: WIB, WITA or WIT`
  const services = readServices(written('services'))
  if (typeof services === 'string') return services
  const district = written('district')
  return {
    ...{ code, name, services },
    ...(district !== '' && { district: district.slice(0, LONGEST_NAME) }),
    ...(users !== '' && { population }),
    ...(timeZone !== undefined && { timeZone }),
  }
}

function readServices(text: string): UnitEntry['services'] | string {
  const services = new Map<string, string>()
  for (const name of text.split(';').map((each) => each.trim())) {
    if (name === '') continue
    if (name.length > LONGEST_SERVICE)
      return `the service ${name.slice(0, LONGEST_SHOWN)}… is longer than ${LONGEST_SERVICE} characters`
    const code = codeOf(name)
    if (code === '') return `the service “${name}” has neither letters nor digits`
    if (services.has(code)) return `the service ${name} is there twice`
    services.set(code, name)
  }
  if (services.size > MOST_SERVICES) return `there are more than ${MOST_SERVICES} services`
  return [...services].map(([code, name]) => ({ code, name }))
}

/** A service keeps its code, and so its answers, as long as it keeps its name. */
const codeOf = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
