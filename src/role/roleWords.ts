import type { Speak } from '../texts.ts'
import type { Role } from './role.ts'

export type UnitNames = ReadonlyMap<number, { name: string }>

/** What a role is called: `Admin BKPSDM`, `Admin unit: Dinas Sosial`. */
export function roleWords(speak: Speak, { role, unitId }: Role, units: UnitNames): string {
  const unit = units.get(unitId)?.name ?? `#${unitId}`
  return speak.plain(`roleName.${role}`, { unit })
}
