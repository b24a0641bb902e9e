import type { Employment } from './nip.ts'

/** What the roster says of a civil servant. */
export interface RosterEntry {
  /** 18 digits. */
  nip: string
  name: string
  /** Id of the unit where they work. */
  unitId: number
  position: string | null
  /** NIP of their superior, who need not be in the roster. */
  superior: string | null
  /** Digits with the country first. */
  phone: string | null
  employment: Employment
}

/** Somebody in the roster, now or before. */
export interface Employee extends RosterEntry {
  id: number
  /** False for those whom the newest roster does not have any more. */
  isActive: boolean
}

/** Somebody in a list, and whether they have told the bot who they are. */
export type ListedEmployee = Employee & { isRegistered: boolean }
