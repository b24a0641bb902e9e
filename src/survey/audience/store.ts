import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Database } from '../../database/open.ts'

export type AnswerStateStore = ReturnType<typeof answerStateStore>

/** Names in one statement: an answer somebody waits for must not wait behind it. */
const CHUNK = 500

/** Which of many people have answered or begun to, found by the names that only the secret key makes. */
export function answerStateStore({ read }: Database) {
  async function among(sql: (list: string) => string, names: readonly string[], ...values: number[]) {
    const found = new Set<string>()
    for (let first = 0; first < names.length; first += CHUNK) {
      const some = names.slice(first, first + CHUNK)
      const list = some.map(() => '?').join(', ')
      for (const { name } of await read<{ name: string }>(sql(list), [...values, ...some])) found.add(name)
      await nextTurn()
    }
    return found
  }

  return {
    /** Those of these names under which somebody has answered. */
    finished: (names: readonly string[]) =>
      among(
        (list) => `SELECT "respondent" AS "name" FROM "Participation" WHERE "respondent" IN (${list})`,
        names,
      ),

    /** Those of these people, by their names on drafts, who have an unfinished response to a survey. */
    unfinished: (names: readonly string[], survey: number) =>
      among(
        (list) => `SELECT "d"."person" AS "name" FROM "Draft" AS "d" JOIN "SurveyVersion" AS "v"
          ON "v"."id" = "d"."versionId" WHERE "v"."surveyId" = ? AND "v"."number" > 0 AND "d"."person" IN (${list})`,
        names,
        survey,
      ),
  }
}
