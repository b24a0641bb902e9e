import type { Row } from '../../database/link.ts'
import type { Database } from '../../database/open.ts'
import type { DraftAct } from '../draft.ts'
import type { Cell } from './selection.ts'

/** A response as it is read for counting and for exports. */
export interface StoredResponse {
  id: string
  /** Id of the version. */
  version: number
  unit: number | null
  period: string
  finishedOn: string
  answers: Record<string, string>
  isExample: boolean
  /** Telegram id, in named surveys only. */
  person?: number
}

/** A draft that nobody has finished, without the names by which its person is found. */
export interface OpenDraft {
  id: string
  version: number
  unit: number | null
  acts: DraftAct[]
}

export type ResultStore = ReturnType<typeof resultStore>

/** Ids asked for at a time. */
const IDS = 10_000
/** Responses and drafts read at a time; always so many placeholders, so that each statement is prepared once. */
export const RESPONSES_A_READ = 200
const DRAFTS_A_READ = 50

/** What was answered, read in pieces so small that nobody waits for them. */
export function resultStore({ read }: Database) {
  return {
    /** Ids of the surveys that were ever published, the first one first. */
    async surveys(): Promise<number[]> {
      const rows = await read<{ id: number }>(
        'SELECT "id" FROM "Survey" WHERE EXISTS (SELECT 1 FROM "SurveyVersion" WHERE "surveyId" = "Survey"."id" AND "number" > 0) ORDER BY "id" LIMIT 1000',
        [],
      )
      return rows.map(({ id }) => id)
    },

    /** Ids of the published versions of a survey, the newest first. */
    async versions(survey: number): Promise<number[]> {
      const rows = await read<{ id: number }>(
        'SELECT "id" FROM "SurveyVersion" WHERE "surveyId" = ? AND "number" > 0 ORDER BY "number" DESC',
        [survey],
      )
      return rows.map(({ id }) => id)
    },

    /** How many responses a version has in each period and about each unit. */
    async cells(version: number): Promise<Cell[]> {
      const rows = await read<Omit<Cell, 'version'> & Row>(
        'SELECT "period", "unitId" AS "unit", COUNT(*) AS "n" FROM "Response" WHERE "versionId" = ? GROUP BY "period", "unitId"',
        [version],
      )
      return rows.map(({ period, unit, n }) => ({ version, period, unit, n: Number(n) }))
    },

    /** Ids of the responses in a cell. */
    async ids({ version, period, unit }: Cell): Promise<string[]> {
      const at = unit === null ? '"unitId" IS NULL' : '"unitId" = ?'
      const sql = `SELECT "id" FROM "Response" WHERE "versionId" = ? AND "period" = ? AND ${at} AND "id" > ? ORDER BY "id" LIMIT ${IDS}`
      const where = unit === null ? [version, period] : [version, period, unit]
      const found: string[] = []
      for (;;) {
        const rows = await read<{ id: string }>(sql, [...where, found.at(-1) ?? ''])
        for (const { id } of rows) found.push(id)
        if (rows.length < IDS) return found
      }
    },

    /** Responses by their ids, {@link RESPONSES_A_READ} at most, in the order of the ids; those that are gone are left out. */
    async responses(ids: readonly string[]): Promise<StoredResponse[]> {
      const rows = await read<ResponseRow>(SELECT_RESPONSES, filled(ids, RESPONSES_A_READ))
      const found = new Map(rows.map((row) => [row.id, row]))
      return ids.flatMap((id) => {
        const row = found.get(id)
        return row ? [responseOf(row)] : []
      })
    },

    /** Ids of the open drafts of a version, up to so many. */
    async drafts(
      version: number,
      { unit, period }: { unit?: number | undefined; period?: string | undefined },
      most: number,
    ): Promise<string[]> {
      const and = [unit !== undefined && ' AND "unitId" = ?', period !== undefined && ' AND "period" = ?']
      const values = [version, unit, period, most].filter((value) => value !== undefined)
      const rows = await read<{ id: string }>(
        `SELECT "id" FROM "Draft" WHERE "versionId" = ?${and.filter(Boolean).join('')} ORDER BY "id" LIMIT ?`,
        values,
      )
      return rows.map(({ id }) => id)
    },

    /** Some drafts with what was done in them. */
    async openDrafts(ids: readonly string[]): Promise<OpenDraft[]> {
      const drafts: OpenDraft[] = []
      for (let first = 0; first < ids.length; first += DRAFTS_A_READ) {
        const some = filled(ids.slice(first, first + DRAFTS_A_READ), DRAFTS_A_READ)
        const rows = await read<Omit<OpenDraft, 'acts'> & Row>(SELECT_DRAFTS, some)
        const acts = await read<ActRow>(SELECT_ACTS, some)
        const byDraft = new Map(
          rows.map(({ id, version, unit }) => [id, { id, version, unit, acts: [] as DraftAct[] }]),
        )
        for (const act of acts) byDraft.get(act.draft)?.acts.push(actOf(act))
        drafts.push(...byDraft.values())
      }
      return drafts
    },
  }
}

const places = (count: number) => Array(count).fill('?').join(', ')
const SELECT_RESPONSES = `SELECT "id", "versionId" AS "version", "unitId" AS "unit", "period", "finishedOn", "answers", "isExample", "person"
FROM "Response" WHERE "id" IN (${places(RESPONSES_A_READ)})`
const SELECT_DRAFTS = `SELECT "id", "versionId" AS "version", "unitId" AS "unit" FROM "Draft" WHERE "id" IN (${places(DRAFTS_A_READ)})`
const SELECT_ACTS = `SELECT "draftId" AS "draft", "position", "updateId", "path", "value", "reopens", "consequences"
FROM "DraftAnswer" WHERE "draftId" IN (${places(DRAFTS_A_READ)}) ORDER BY "draftId", "position"`

/** Exactly so many ids, the last one several times over. */
const filled = (ids: readonly string[], count: number): string[] =>
  Array.from({ length: count }, (_, index) => ids[index] ?? ids.at(-1) ?? '')

type ResponseRow = Omit<StoredResponse, 'answers' | 'person'> &
  Row & { answers: string; person: number | bigint | null }
type ActRow = DraftAct & Row & { draft: string; consequences: string | null }

function responseOf({ answers, person, isExample, ...row }: ResponseRow): StoredResponse {
  const { id, version, unit, period, finishedOn } = row
  return {
    id,
    version,
    unit,
    period,
    finishedOn,
    answers: JSON.parse(answers),
    isExample: Boolean(isExample),
    ...(person !== null && { person: Number(person) }),
  }
}

function actOf({ position, updateId, path, value, reopens, consequences }: ActRow): DraftAct {
  return { position, updateId, path, value, reopens, ...(consequences && JSON.parse(consequences)) }
}
