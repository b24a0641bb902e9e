import type { Database } from '../../database/open.ts'
import { HOLIDAY_KINDS, type Holiday } from './holiday.ts'

export type HolidayStore = ReturnType<typeof holidayStore>

/** The days on which offices are closed. */
export function holidayStore({ client, writeTogether, write }: Database) {
  async function find(where: object): Promise<Holiday[]> {
    const rows = await client.holiday.findMany({ where, orderBy: [{ day: 'asc' }, { kind: 'asc' }] })
    return rows.flatMap(({ kind, ...rest }) => {
      const known = HOLIDAY_KINDS.find((each) => each === kind)
      return known ? [{ ...rest, kind: known }] : []
    })
  }

  return {
    all: (): Promise<Holiday[]> => find({}),

    year: (year: number): Promise<Holiday[]> => find({ day: { startsWith: `${year}-` } }),

    /** Adds them, or brings those of the same day and kind up to date: all of them or none. */
    async save(holidays: readonly Holiday[]): Promise<void> {
      const sql = `INSERT INTO "Holiday" ("day", "kind", "name", "isEstimated") VALUES (?, ?, ?, ?)
        ON CONFLICT ("day", "kind") DO UPDATE SET "name" = excluded."name", "isEstimated" = excluded."isEstimated"`
      await writeTogether(
        holidays.map(({ day, kind, name, isEstimated }) => ({ sql, values: [day, kind, name, isEstimated] })),
      )
    },

    /** @returns false when it is not there (any more) */
    async remove({ day, kind }: Pick<Holiday, 'day' | 'kind'>): Promise<boolean> {
      return (await write('DELETE FROM "Holiday" WHERE "day" = ? AND "kind" = ?', [day, kind])) === 1
    },

    /** It was announced officially. @returns false when it is not there (any more) */
    async confirm({ day, kind }: Pick<Holiday, 'day' | 'kind'>): Promise<boolean> {
      const sql = 'UPDATE "Holiday" SET "isEstimated" = ? WHERE "day" = ? AND "kind" = ?'
      return (await write(sql, [false, day, kind])) === 1
    },

    /** Makes it a holiday of another kind; false when it is gone, or the day has one of that kind. */
    async changeKind({ day, kind }: Pick<Holiday, 'day' | 'kind'>, to: Holiday['kind']): Promise<boolean> {
      const sql = `UPDATE "Holiday" SET "kind" = ? WHERE "day" = ? AND "kind" = ?
        AND NOT EXISTS (SELECT 1 FROM "Holiday" AS other WHERE other."day" = ? AND other."kind" = ?)`
      return (await write(sql, [to, day, kind, day, to])) === 1
    },
  }
}
