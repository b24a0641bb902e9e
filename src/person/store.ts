import type { Row } from '../database/link.ts'
import type { Database } from '../database/open.ts'

/** What is remembered of somebody: as little as the conversation needs. */
export interface Person {
  language: string | null
  isReachable: boolean
}

type PersonRow = Person & Row

export type PersonStore = ReturnType<typeof personStore>

export function personStore({ client, read }: Database) {
  return {
    async find(id: number): Promise<Person | undefined> {
      const [row] = await read<PersonRow>('SELECT "language", "isReachable" FROM "Person" WHERE "id" = ?', [
        id,
      ])
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
