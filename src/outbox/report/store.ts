import type { Row, Value } from '../../database/link.ts'
import type { Database } from '../../database/open.ts'
import type { OutgoingStatus } from '../outgoing.ts'
import type { BroadcastSummary, OutboxCount, OutboxLine, OutboxTrouble } from './lines.ts'

export type OutboxReportStore = ReturnType<typeof outboxReportStore>

/** What stands in the outbox, counted. None of it names a reader or repeats what was said. */
export function outboxReportStore({ read }: Database) {
  return {
    /** Counted from the index alone but for the reasons, so that it may be asked while a broadcast runs. */
    async summary(broadcast: number): Promise<BroadcastSummary> {
      const counts = await read<{ status: OutgoingStatus; count: number } & Row>(
        `SELECT "status", COUNT(*) AS "count" FROM "Outgoing" WHERE "broadcastId" = ? GROUP BY "status"`,
        [broadcast],
      )
      const reasons = await read<{ status: OutgoingStatus; reason: string; count: number } & Row>(
        `SELECT "status", "reason", COUNT(*) AS "count" FROM "Outgoing"
         WHERE "broadcastId" = ? AND "status" IN ('skipped', 'missed', 'failed', 'unknown') AND "reason" IS NOT NULL
         GROUP BY "status", "reason" ORDER BY COUNT(*) DESC, "reason"`,
        [broadcast],
      )
      return {
        total: counts.reduce((sum, { count }) => sum + count, 0),
        byStatus: Object.fromEntries(counts.map(({ status, count }) => [status, count])),
        reasons,
      }
    },

    /** What waits, the next to go first. */
    async waiting(now: Date): Promise<OutboxLine[]> {
      const rows = await read(
        `SELECT "kind", "priority", "status", "reason", "isDue", COUNT(*) AS "count",
           MIN("notBefore") AS "from", MAX("notBefore") AS "until", MIN("expiresAt") AS "expiresFrom"
         FROM (SELECT "kind", "priority", "status", "reason", "notBefore", "expiresAt", "notBefore" <= ? AS "isDue"
           FROM "Outgoing" WHERE "status" IN ('pending', 'held', 'claimed')) AS "waiting"
         GROUP BY "kind", "priority", "status", "reason", "isDue"
         ORDER BY MIN("notBefore"), "kind", "status"`,
        [now],
      )
      return rows.map((row) => ({
        ...(row as Row & OutboxLine),
        isDue: Boolean(row.isDue),
        from: momentOf(row.from) ?? now,
        until: momentOf(row.until) ?? now,
        expiresFrom: momentOf(row.expiresFrom) ?? null,
      }))
    },

    /** Everything that was ever put in and not deleted, by kind and what became of it. */
    counts: () =>
      read<OutboxCount & Row>(
        `SELECT "kind", "status", COUNT(*) AS "count" FROM "Outgoing"
         GROUP BY "kind", "status" ORDER BY "kind", "status"`,
        [],
      ),

    /** How many there are in each state, for whoever watches. */
    states: () =>
      read<{ status: OutgoingStatus; count: number } & Row>(
        `SELECT "status", COUNT(*) AS "count" FROM "Outgoing" GROUP BY "status"`,
        [],
      ),

    /** What did not go as it should, the newest first. */
    troubles: (most: number) =>
      read<OutboxTrouble & Row>(
        `SELECT "id", "kind", "status", "reason", "attempts", "dueAt" FROM "Outgoing"
         WHERE "status" IN ('failed', 'missed', 'unknown') ORDER BY "id" DESC LIMIT ?`,
        [most],
      ),
  }
}

/** A moment out of an expression, which SQLite gives as the text it keeps. */
const momentOf = (value: Value | undefined): Date | undefined =>
  value === null || value === undefined ? undefined : new Date(value as string | Date)
