import type { Database } from '../../database/open.ts'
import type { Quota } from '../surveyInfo.ts'

export type QuotaStore = ReturnType<typeof quotaStore>

/** How often an answer was given in responses that were handed in. */
export function quotaStore({ read, engine }: Database) {
  const answer = engine === 'postgresql' ? `("answers"::json ->> ?)` : `json_extract("answers", ?)`
  const keyOf = (path: string) => (engine === 'postgresql' ? path : `$."${path}"`)
  const sql = `SELECT COUNT(*) AS "n" FROM "Response" WHERE "period" = ? AND NOT "isExample" AND ${answer} = ?
    AND "versionId" IN (SELECT "id" FROM "SurveyVersion" WHERE "surveyId" = ?)`

  return {
    /** Responses of a survey in a period with this answer, made-up ones left out. */
    async count(survey: number, period: string, { path, value }: Quota): Promise<number> {
      const [row] = await read<{ n: number }>(sql, [period, keyOf(path), value, survey])
      return Number(row?.n ?? 0)
    },
  }
}
