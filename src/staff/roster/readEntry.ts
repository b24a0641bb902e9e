import type { Cell } from '../../spreadsheet/cell.ts'
import { columnLetters } from '../../spreadsheet/cellAddress.ts'
import { cellText } from '../../spreadsheet/cellText.ts'
import type { Row } from '../../spreadsheet/sheet.ts'
import type { RosterEntry } from '../employee.ts'
import { type Employment, type Nip, readNip } from '../nip.ts'
import { readPhone } from '../phone.ts'
import type { RosterHeader } from './rosterColumns.ts'
import { ROSTER_FIELDS, type RosterField } from './rosterHeadings.ts'
import type { RosterFault, RosterProblem } from './rosterProblem.ts'
import type { FoundUnit } from './unitFinder.ts'

/** Characters of a name, a unit or a position. */
const LONGEST_TEXT = 200

/** What the rows of a sheet are read with. */
export interface EntryReading {
  sheet: string
  columns: RosterHeader['columns']
  findUnit: (text: string) => FoundUnit
  /** `YYYY-MM-DD`. */
  today: string
}

/**
 * One row of a roster. Every fault of it is told, not only the first.
 * @returns nothing for a row that is blank in all columns of a roster; no entry when it has an error
 */
export function readEntry(
  row: Row,
  { sheet, columns, findUnit, today }: EntryReading,
): { entry?: RosterEntry; problems: RosterProblem[] } | undefined {
  const problems: RosterProblem[] = []
  const cellOf = (field: RosterField): Cell | undefined =>
    columns[field] === undefined ? undefined : row.cells[columns[field]]
  const tell = (field: RosterField, fault: RosterFault, severity: 'error' | 'warning' = 'error') => {
    const at = columns[field]
    const column = at === undefined ? {} : { column: columnLetters(at) }
    problems.push({ severity, sheet, row: row.number, ...column, ...fault })
  }

  if (ROSTER_FIELDS.every((field) => textOf(cellOf(field)) === '' && !isFaulty(cellOf(field))))
    return undefined

  /** The words in a cell; nothing when it is blank or was told to be faulty. */
  function words(field: RosterField): string | undefined {
    const cell = cellOf(field)
    const text = textOf(cell)
    if (typeof cell === 'object' && cell !== null) {
      if ('uncalculated' in cell) tell(field, { code: 'cell_uncalculated' })
      else tell(field, { code: 'date' in cell ? 'is_date' : 'cell_error', text })
    } else if (text.length > LONGEST_TEXT) tell(field, { code: 'text_too_long', most: LONGEST_TEXT })
    else if (text !== '') return text
    return undefined
  }

  const told = () => problems.length
  function needed(field: RosterField, code: 'nip_missing' | 'name_missing' | 'unit_missing') {
    const before = told()
    const text = words(field)
    if (text === undefined && told() === before) tell(field, { code })
    return text
  }

  function nipIn(field: 'nip' | 'superior', text: string | undefined): Nip | undefined {
    if (text === undefined) return undefined
    if (typeof cellOf(field) === 'number' || /^\d([.,]\d+)?E\+?\d+$/i.test(text)) {
      tell(field, { code: 'nip_number' })
      return undefined
    }
    const read = readNip(text, today)
    if ('nip' in read) return read.nip
    tell(field, read.problem)
    return undefined
  }

  const nip = nipIn('nip', needed('nip', 'nip_missing'))
  const name = needed('name', 'name_missing')
  const unitText = needed('unit', 'unit_missing')
  const unit = unitText === undefined ? undefined : unitIn(findUnit(unitText), unitText, tell)
  const position = words('position') ?? null
  const superior = nipIn('superior', dashless(words('superior')))?.digits ?? null

  const phoneText = dashless(words('phone'))
  const phone = phoneText === undefined ? null : (readPhone(phoneText) ?? null)
  if (phoneText !== undefined && phone === null)
    tell('phone', { code: 'phone_unreadable', text: phoneText.slice(0, 40) }, 'warning')

  const employmentText = dashless(words('employment'))
  if (employmentText !== undefined && nip) {
    const employment = employmentIn(employmentText)
    const text = employmentText.slice(0, 40)
    if (!employment) tell('employment', { code: 'employment_unknown', text })
    else if (employment !== nip.employment) tell('employment', { code: 'employment_differs', text })
  }

  const isSound =
    nip && name !== undefined && unit && problems.every(({ severity }) => severity === 'warning')
  if (!isSound) return { problems }
  const { digits, employment } = nip
  return { entry: { nip: digits, name, unitId: unit.id, position, superior, phone, employment }, problems }
}

function unitIn(
  found: FoundUnit,
  text: string,
  tell: (field: RosterField, fault: RosterFault) => void,
): { id: number } | undefined {
  if ('unit' in found) return found.unit
  const shown = text.slice(0, 80)
  if ('ambiguous' in found)
    tell('unit', {
      code: 'unit_ambiguous',
      text: shown,
      near: found.ambiguous.map(({ code }) => code).join(', '),
    })
  else if (found.near.length > 0)
    tell('unit', {
      code: 'unit_near',
      text: shown,
      near: found.near.map(({ name, code }) => `${name} (${code})`).join('; '),
    })
  else tell('unit', { code: 'unit_unknown', text: shown })
  return undefined
}

/** `CPNS` is a civil servant on trial, `PPPK Paruh Waktu` a contract of some hours. */
function employmentIn(text: string): Employment | undefined {
  const plain = text.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (/^(c?pns|pegawainegerisipil)/.test(plain)) return 'pns'
  return /^(pppk|p3k)/.test(plain) ? 'pppk' : undefined
}

/** Offices write a hyphen where there is nothing. */
const dashless = (text: string | undefined) =>
  text !== undefined && /^[-–—.0]$/.test(text) ? undefined : text

const textOf = (cell: Cell | undefined): string => cellText(cell).replace(/\s+/g, ' ').trim()

const isFaulty = (cell: Cell | undefined) => typeof cell === 'object' && cell !== null && !('date' in cell)
