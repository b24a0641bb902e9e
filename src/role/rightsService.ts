import type { Employee } from '../staff/employee.ts'
import { type Deed, mayDo, type Rights } from './rights.ts'
import type { RoleStore } from './store.ts'

export type RightsOf = ReturnType<typeof rightsService>

/** What people may do. It is read anew each time, so that what was taken away is gone at once, everywhere. */
export function rightsService(parts: {
  store: Pick<RoleStore, 'grantsOf'>
  /** Who is named in ADMIN_IDS. */
  isFirst: (person: number) => boolean
  employeeOf: (person: number) => Promise<Employee | undefined>
}) {
  const { store, isFirst, employeeOf } = parts

  async function of(person: number): Promise<Rights> {
    const [grants, employee] = await Promise.all([store.grantsOf(person), employeeOf(person)])
    return {
      isFirst: isFirst(person),
      isPersonnel: grants.some(({ role }) => role === 'personnel'),
      units: new Set(grants.filter(({ role }) => role === 'unit').map(({ unitId }) => unitId)),
      ...(employee?.isActive && { employee }),
    }
  }

  return {
    of,
    /** Whether this person may do this, now. */
    may: async (person: number, deed: Deed): Promise<boolean> => mayDo(await of(person), deed),
  }
}
