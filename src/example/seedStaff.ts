import type { Database } from '../database/open.ts'
import { rosterPlan } from '../staff/roster/rosterPlan.ts'
import { rosterStore } from '../staff/roster/store.ts'
import { randomId } from '../survey/respondent.ts'
import { unitService } from '../unit/service.ts'
import { unitStore } from '../unit/store.ts'
import { exampleStaff } from './staff.ts'

/**
 * Puts the civil servants of the example regency into the roster, whose units have to be there. Running it again adds
 * nobody; it never touches a roster that an office has imported.
 * @returns how many there are of them now
 */
export async function seedStaff(database: Database, now: Date): Promise<number> {
  const store = rosterStore(database)
  const units = unitService(unitStore(database))
  const present = await store.everybody()
  if (present.length > 0) return present.filter(({ isActive }) => isActive).length
  const ids = new Map((await units.all()).map(({ id, code }) => [code, id]))
  const entries = exampleStaff().map(({ unit, ...employee }) => ({ ...employee, unitId: ids.get(unit) ?? 0 }))
  await store.apply(rosterPlan(present, entries), {
    ...{ version: await store.version(), id: randomId(), actor: null, now },
  })
  return entries.length
}
