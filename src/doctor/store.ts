import type { Row } from '../database/link.ts'
import type { Database } from '../database/open.ts'

export type DoctorStore = ReturnType<typeof doctorStore>

/** How much stands in the outbox. */
export interface OutboxBacklog {
  pending: number
  failed: number
  /** The longest-waiting message whose time has come. */
  oldestDue: Date | undefined
}

/** What `suluh doctor` reads: counts and times, nothing about anybody. */
export function doctorStore({ client, read }: Database) {
  return {
    /** Holidays of a year, and how many of them are not announced yet. */
    async holidays(year: number): Promise<{ all: number; estimated: number }> {
      const where = { day: { startsWith: `${year}-` } }
      const [all, estimated] = await Promise.all([
        client.holiday.count({ where }),
        client.holiday.count({ where: { ...where, isEstimated: true } }),
      ])
      return { all, estimated }
    },

    async outbox(now: Date): Promise<OutboxBacklog> {
      const [pending, failed, oldest] = await Promise.all([
        client.outgoing.count({ where: { status: { in: ['pending', 'held', 'claimed'] } } }),
        client.outgoing.count({ where: { status: 'failed' } }),
        client.outgoing.findFirst({
          where: { status: 'pending', notBefore: { lte: now } },
          orderBy: { notBefore: 'asc' },
          select: { notBefore: true },
        }),
      ])
      return { pending, failed, oldestDue: oldest?.notBefore }
    },

    /** Who has which lease, and how far its beat has come. */
    async leases(): Promise<{ name: string; holder: string; beat: number }[]> {
      return read<{ name: string; holder: string; beat: number } & Row>(
        'SELECT "name", "holder", "beat" FROM "Lease" ORDER BY "name"',
        [],
      )
    },

    /** The last run of each job that has times of its own. */
    async lastRuns(): Promise<{ job: string; startedAt: Date; outcome: string | null }[]> {
      return read<{ job: string; startedAt: Date; outcome: string | null } & Row>(
        `SELECT "job", "startedAt", "outcome" FROM "JobRun" WHERE "startedAt" =
           (SELECT MAX("startedAt") FROM "JobRun" AS other WHERE other."job" = "JobRun"."job") ORDER BY "job"`,
        [],
      )
    },
  }
}
