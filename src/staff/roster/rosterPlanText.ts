import { formatNumber } from '../../numbers.ts'
import type { Speak } from '../../texts.ts'
import type { RosterEntry } from '../employee.ts'
import { groupedNip } from '../nip.ts'
import type { EntryField, RosterPlan } from './rosterPlan.ts'

/** What a plan comes to: so many new, changed, unchanged, and gone. */
export function rosterPlanSummary(speak: Speak, plan: RosterPlan): string[] {
  const count = (number: number) => formatNumber(number, speak.language)
  return [
    speak.plain('roster.added', { count: count(plan.added.length) }),
    speak.plain('roster.changed', { count: count(plan.changed.length) }),
    speak.plain('roster.left', { count: count(plan.left) }),
    speak.plain('roster.deactivated', { count: count(plan.deactivated.length) }),
  ]
}

/** Everybody who is concerned, one a line: for those who may see the whole roster. */
export function rosterPlanLines(
  speak: Speak,
  plan: RosterPlan,
  unitNames: ReadonlyMap<number, string>,
): string[] {
  const unitOf = (id: number) => unitNames.get(id) ?? `#${id}`
  const shown = (entry: RosterEntry, field: EntryField): string =>
    field === 'unitId' ? unitOf(entry.unitId) : (entry[field] ?? '–')
  const person = ({ nip, name, unitId }: RosterEntry) => `${groupedNip(nip)}  ${name}  (${unitOf(unitId)})`
  return [
    ...plan.added.map((entry) => `+ ${person(entry)}`),
    ...plan.changed.map(({ entry, before, fields, isBack }) => {
      const changes = fields.map(
        (field) => `${speak.plain(`rosterField.${field}`)}: ${shown(before, field)} → ${shown(entry, field)}`,
      )
      return `~ ${person(entry)}: ${[...(isBack ? [speak.plain('roster.isBack')] : []), ...changes].join('; ')}`
    }),
    ...plan.deactivated.map((employee) => `- ${person(employee)}`),
  ]
}
