import type { Row } from '../database/link.ts'
import type { Database } from '../database/open.ts'

/** One run of a job at one of its times, as it is kept. */
export interface JobRun {
  startedAt: Date
  /** Unset while it goes on, or when its instance died. */
  finishedAt: Date | null
  outcome: JobOutcome | null
}

export type JobOutcome = 'done' | 'failed' | 'missed'

/** Which slot of which job. */
export interface SlotName {
  job: string
  slot: Date
}

export type JobRunStore = ReturnType<typeof jobRunStore>

const INSERT_RUN = `INSERT INTO "JobRun" ("job", "slot", "startedAt", "finishedAt", "outcome", "instance")
VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`

const BY_NAME = '"job" = ? AND "slot" = ?'

/** Runs of jobs: kept, so that none happens twice, whichever instance it is and whatever the clocks show. */
export function jobRunStore({ read, write }: Database) {
  return {
    /** Whether this instance is the first at a slot. */
    async begin({ job, slot }: SlotName, now: Date, instance: string): Promise<boolean> {
      return (await write(INSERT_RUN, [job, slot, now, null, null, instance])) === 1
    },

    async find({ job, slot }: SlotName): Promise<JobRun | undefined> {
      const [run] = await read<JobRun & Row>(
        `SELECT "startedAt", "finishedAt", "outcome" FROM "JobRun" WHERE ${BY_NAME}`,
        [job, slot],
      )
      return run
    },

    /** Takes up a run that was begun and not brought to an end, unless somebody else has just done so. */
    async takeUp({ job, slot }: SlotName, seen: JobRun, now: Date, instance: string): Promise<boolean> {
      const sql = `UPDATE "JobRun" SET "startedAt" = ?, "finishedAt" = NULL, "outcome" = NULL, "instance" = ?
        WHERE ${BY_NAME} AND "startedAt" = ? AND ("outcome" IS NULL OR "outcome" = 'failed')`
      return (await write(sql, [now, instance, job, slot, seen.startedAt])) === 1
    },

    /** Ends a run of this instance's. */
    async finish(
      { job, slot }: SlotName,
      end: { now: Date; outcome: JobOutcome; error?: string | undefined; instance: string },
    ): Promise<void> {
      const sql = `UPDATE "JobRun" SET "finishedAt" = ?, "outcome" = ?, "error" = ? WHERE ${BY_NAME} AND "instance" = ?`
      await write(sql, [end.now, end.outcome, end.error ?? null, job, slot, end.instance])
    },

    /** Records that a slot came too late to be run, or to be brought to an end. @returns false when that is known */
    async miss({ job, slot }: SlotName, now: Date, instance: string): Promise<boolean> {
      if ((await write(INSERT_RUN, [job, slot, now, now, 'missed', instance])) === 1) return true
      const sql = `UPDATE "JobRun" SET "finishedAt" = ?, "outcome" = 'missed' WHERE ${BY_NAME} AND "outcome" IS NULL`
      return (await write(sql, [now, job, slot])) === 1
    },

    async prune(before: Date): Promise<void> {
      await write('DELETE FROM "JobRun" WHERE "startedAt" < ?', [before])
    },
  }
}
