import type { Row } from '../database/link.ts'
import type { Database } from '../database/open.ts'
import type { PersonRole } from './role.ts'

/** What is remembered of somebody: as little as the conversation needs. */
export interface Person {
  language: string | null
  isReachable: boolean
  /** Wants nothing that the bot begins by itself. */
  isSilent: boolean
  /** What they say they are, where they live or work, and the office of a civil servant. */
  role: PersonRole | null
  district: string | null
  unitId: number | null
}

type PersonRow = Person & Row

const SELECT_PERSON =
  'SELECT "language", "isReachable", "isSilent", "role", "district", "unitId" FROM "Person"'

export type PersonStore = ReturnType<typeof personStore>

export function personStore({ client, read }: Database) {
  return {
    async find(id: number): Promise<Person | undefined> {
      const [row] = await read<PersonRow>(`${SELECT_PERSON} WHERE "id" = ?`, [id])
      return row
    },

    async save(id: number, change: Partial<Person>): Promise<void> {
      await client.person.upsert({
        where: { id: BigInt(id) },
        create: { id: BigInt(id), ...change },
        update: change,
      })
    },
  }
}
