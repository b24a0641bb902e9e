import type { Employee, RosterEntry } from '../employee.ts'

/** What can differ between what was known of somebody and what a new roster says. */
export const ENTRY_FIELDS = ['name', 'unitId', 'position', 'superior', 'phone', 'employment'] as const
export type EntryField = (typeof ENTRY_FIELDS)[number]

export interface ChangedEntry {
  entry: RosterEntry
  before: Employee
  fields: EntryField[]
  /** They had left, and are back. */
  isBack: boolean
}

/** What becomes of the roster when a new one takes its place. */
export interface RosterPlan {
  added: RosterEntry[]
  changed: ChangedEntry[]
  /** How many stay as they are. */
  left: number
  /** Those who are not in the new one: they are kept and count no more. */
  deactivated: Employee[]
  /** How many counted before. */
  active: number
}

/** Compares a new roster with everybody who is or was in the present one. */
export function rosterPlan(present: readonly Employee[], entries: readonly RosterEntry[]): RosterPlan {
  const known = new Map(present.map((employee) => [employee.nip, employee]))
  const named = new Set(entries.map(({ nip }) => nip))
  const plan: RosterPlan = { added: [], changed: [], left: 0, deactivated: [], active: 0 }
  for (const entry of entries) {
    const before = known.get(entry.nip)
    if (!before) {
      plan.added.push(entry)
      continue
    }
    const fields = ENTRY_FIELDS.filter((field) => entry[field] !== before[field])
    const isBack = !before.isActive
    if (fields.length > 0 || isBack) plan.changed.push({ entry, before, fields, isBack })
    else plan.left += 1
  }
  const active = present.filter(({ isActive }) => isActive)
  plan.active = active.length
  plan.deactivated = active.filter(({ nip }) => !named.has(nip))
  return plan
}

/** Part of the employees above which nobody is let go without being asked about it. */
const MANY = 0.2

/** Whether so many would be deactivated that the file is probably not the whole roster. */
export const deactivatesMany = ({ deactivated, active }: RosterPlan): boolean =>
  deactivated.length > active * MANY

export const changesNothing = ({ added, changed, deactivated }: RosterPlan): boolean =>
  added.length + changed.length + deactivated.length === 0
