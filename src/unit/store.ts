import type { Database } from '../database/open.ts'
import type { Unit, UnitService } from './unit.ts'

export type UnitStore = ReturnType<typeof unitStore>

type NewUnit = Omit<Unit, 'id'> & { services: readonly Omit<UnitService, 'isActive'>[] }

/** For some thousand units of some services each. */
const LONGEST_SAVING_MS = 120_000

/** Units and their services. */
export function unitStore({ client }: Database) {
  return {
    /** All active units by name; a regency has some dozens to hundreds. */
    async all(): Promise<Unit[]> {
      const rows = await client.unit.findMany({
        where: { isActive: true },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      })
      return rows.map(unitOf)
    },

    /** What every unit is called, closed ones too. */
    names: (): Promise<Pick<Unit, 'id' | 'code' | 'name'>[]> =>
      client.unit.findMany({ select: { id: true, code: true, name: true } }),

    /** The unit's services in their order, retired ones too: earlier answers refer to them. */
    async services(unit: number): Promise<UnitService[]> {
      const rows = await client.service.findMany({
        where: { unitId: unit },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
      })
      return rows.map(({ code, name, isActive }) => ({ code, name, isActive }))
    },

    /** Adds a unit with its services, or brings the one of this code up to date; gives its id. */
    async save(unit: NewUnit): Promise<number> {
      return client.$transaction((transaction) => saveOne(transaction, unit))
    },

    /** The same of many, all or none. */
    async saveAll(units: readonly NewUnit[]): Promise<void> {
      await client.$transaction(
        async (transaction) => {
          for (const unit of units) await saveOne(transaction, unit)
        },
        { timeout: LONGEST_SAVING_MS },
      )
    },
  }
}

async function saveOne(
  transaction: Pick<Database['client'], 'unit' | 'service'>,
  { services, ...unit }: NewUnit,
): Promise<number> {
  const { code } = unit
  const { id } = await transaction.unit.upsert({ where: { code }, create: unit, update: unit })
  for (const [position, service] of services.entries()) {
    const key = { unitId: id, code: service.code }
    const data = { ...key, name: service.name, position }
    await transaction.service.upsert({ where: { unitId_code: key }, create: data, update: data })
  }
  return id
}

function unitOf(row: {
  id: number
  code: string
  name: string
  district: string | null
  population: number | null
  timeZone: string | null
}): Unit {
  const { id, code, name, district, population, timeZone } = row
  return {
    id,
    code,
    name,
    ...(district !== null && { district }),
    ...(population !== null && { population }),
    ...(timeZone !== null && { timeZone }),
  }
}
