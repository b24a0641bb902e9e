import type { NipProblem } from '../nip.ts'

/** What is wrong in a roster, and where. Errors keep all of it out; a warning leaves out what it is about. */
export type RosterProblem = {
  severity: 'error' | 'warning'
  /** Empty in CSV. */
  sheet: string
  /** As the spreadsheet shows it; none for what concerns a whole sheet. */
  row?: number
  /** Letters of the column. */
  column?: string
} & RosterFault

export type RosterFault =
  /** No sheet has the headings of a roster. */
  | { code: 'no_header' | 'no_rows' }
  | { code: 'column_missing' | 'column_twice'; heading: string }
  | { code: 'merged'; range: string }
  | { code: 'too_many_rows'; most: number }
  | NipProblem
  /** Excel keeps 15 digits of a number: the others are lost. */
  | { code: 'nip_missing' | 'nip_number' | 'name_missing' | 'unit_missing' }
  | { code: 'nip_twice' | 'phone_twice'; other: number }
  | { code: 'text_too_long'; most: number }
  | { code: 'is_date'; text: string }
  | { code: 'unit_unknown' | 'phone_unreadable' | 'employment_unknown' | 'employment_differs'; text: string }
  | { code: 'unit_near' | 'unit_ambiguous'; text: string; near: string }
  | { code: 'superior_self' | 'superior_unknown' }
  | { code: 'superior_circle'; rows: string }
  /** The cell shows an error of its formula, or the file keeps no result of it. */
  | { code: 'cell_error'; text: string }
  | { code: 'cell_uncalculated' }
