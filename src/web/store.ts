import { isUpToDate } from '../database/migrationState.ts'
import { readMigrations } from '../database/migrations.ts'
import type { Database } from '../database/open.ts'
import { DatabaseProblem } from '../database/problem.ts'
import type { OutgoingStatus } from '../outbox/outgoing.ts'

/** States of messages that are not over, or that somebody should look at; the others would have to be counted for ever. */
const OPEN: readonly OutgoingStatus[] = ['pending', 'held', 'claimed', 'failed', 'unknown']

export type WebStore = ReturnType<typeof webStore>

/** What those who watch over the bot ask of the database. */
export function webStore({ link, engine, read }: Database) {
  const migrations = readMigrations(engine)
  const sql = `SELECT "status", COUNT(*) AS "n" FROM "Outgoing"
    WHERE "status" IN (${OPEN.map(() => '?').join(', ')}) GROUP BY "status"`

  return {
    /** @throws when the database does not answer */
    async migrationState(): Promise<'ok' | 'missing' | 'newer'> {
      try {
        return (await isUpToDate(link, migrations)) ? 'ok' : 'missing'
      } catch (fault) {
        if (fault instanceof DatabaseProblem) return 'newer'
        throw fault
      }
    },

    /** Messages of the outbox by state, those that are over left out. */
    async outbox(): Promise<{ status: string; n: number }[]> {
      const rows = await read<{ status: string; n: number }>(sql, OPEN)
      return OPEN.map((status) => ({
        status,
        n: Number(rows.find((row) => row.status === status)?.n ?? 0),
      }))
    },
  }
}
