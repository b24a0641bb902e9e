import type { Database } from '../database/open.ts'

/** What is remembered of somebody: as little as the conversation needs. */
export interface Person {
  language: string | null
  isReachable: boolean
}

export type PersonStore = ReturnType<typeof personStore>

export function personStore({ client }: Database) {
  return {
    async find(id: number): Promise<Person | undefined> {
      const row = await client.person.findUnique({ where: { id: BigInt(id) } })
      return row ? { language: row.language, isReachable: row.isReachable } : undefined
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
