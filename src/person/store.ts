import type { Row } from '../database/link.ts'
import { numbersOf } from '../database/listParameter.ts'
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

/** What has to be known of somebody before the bot writes to them by itself. */
export type Reader = Pick<Person, 'language' | 'isReachable' | 'isSilent'>

const SELECT_PERSON =
  'SELECT "language", "isReachable", "isSilent", "role", "district", "unitId" FROM "Person"'

export type PersonStore = ReturnType<typeof personStore>

export function personStore({ client, engine, read, write }: Database) {
  const listed = numbersOf(engine)

  return {
    async find(id: number): Promise<Person | undefined> {
      const [row] = await read<PersonRow>(`${SELECT_PERSON} WHERE "id" = ?`, [id])
      return row
    },

    /** Those of these people of whom anything is remembered. */
    async readers(ids: readonly number[]): Promise<(Reader & { id: number })[]> {
      return read<Reader & { id: number } & Row>(
        `SELECT "id", "language", "isReachable", "isSilent" FROM "Person" WHERE "id" IN ${listed}`,
        [JSON.stringify(ids)],
      )
    },

    /** Nobody is remembered only for being reachable. */
    async reach(id: number, isReachable: boolean): Promise<void> {
      const sql = isReachable
        ? 'UPDATE "Person" SET "isReachable" = true WHERE "id" = ? AND NOT "isReachable"'
        : `INSERT INTO "Person" ("id", "isReachable") VALUES (?, false)
           ON CONFLICT ("id") DO UPDATE SET "isReachable" = false`
      await write(sql, [id])
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
