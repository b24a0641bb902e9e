import type { Row } from '../database/link.ts'
import type { Database } from '../database/open.ts'
import { applyAct, type Draft, type DraftAct } from './draft.ts'
import type { PeriodKind } from './period.ts'
import { randomId } from './respondent.ts'
import {
  DELETE_DRAFT,
  DELETE_SUPERSEDED,
  FINISH_IN_POSTGRESQL,
  INSERT_ACT,
  INSERT_DRAFT,
  INSERT_RESPONSE,
  SELECT_ACTS,
  SELECT_DRAFT,
} from './statements.ts'

/** A finished response: what was answered, and nothing about who. */
export interface FinishedResponse {
  id: string
  version: number
  unit: number
  period: string
  /** Calendar day only: a time of day could be matched with when somebody was seen in the chat. */
  finishedOn: string
  language: string
  answers: Record<string, string>
  isExample?: boolean
}

export interface PublishedVersion {
  id: number
  survey: number
  code: string
  period: PeriodKind
  definition: unknown
}

export type SurveyStore = ReturnType<typeof surveyStore>

/** Everything that surveys keep: versions, drafts while they are answered, responses once they are not. */
export function surveyStore(database: Database) {
  const { client } = database

  async function findDraft(which: string, value: string): Promise<Draft | undefined> {
    const [row] = await database.read<DraftRow>(`${SELECT_DRAFT} WHERE ${which} LIMIT 1`, [value])
    if (!row) return undefined
    const draft: Draft = { ...row, values: new Map(), nextPosition: 0, seen: new Set() }
    for (const act of await database.read<ActRow>(SELECT_ACTS, [row.id])) applyAct(draft, act)
    return draft
  }

  return {
    /** Stores one act in one statement; false when this update or position is there already, or the draft is gone. */
    async record(draft: string, { position, updateId, path, value, reopens }: DraftAct): Promise<boolean> {
      const count = await database.write(INSERT_ACT, [draft, position, updateId, path, value, reopens, draft])
      return count === 1
    },

    /** The newest version of a survey. */
    async newestVersion(code: string): Promise<PublishedVersion | undefined> {
      const version = await client.surveyVersion.findFirst({
        where: { survey: { code } },
        orderBy: { number: 'desc' },
        include: { survey: true },
      })
      return version ? published(version) : undefined
    },

    async version(id: number): Promise<PublishedVersion | undefined> {
      const version = await client.surveyVersion.findUnique({ where: { id }, include: { survey: true } })
      return version ? published(version) : undefined
    },

    /** Publishes a version when it differs from the newest one; gives the number of the newest. */
    async publish(code: string, period: PeriodKind, definition: unknown): Promise<number> {
      const text = JSON.stringify(definition)
      return client.$transaction(async (transaction) => {
        const survey = await transaction.survey.upsert({
          where: { code },
          create: { code, period },
          update: {},
        })
        const newest = await transaction.surveyVersion.findFirst({
          where: { surveyId: survey.id },
          orderBy: { number: 'desc' },
        })
        if (newest?.definition === text) return newest.id
        const number = (newest?.number ?? 0) + 1
        const version = await transaction.surveyVersion.create({
          data: { surveyId: survey.id, number, definition: text },
        })
        return version.id
      })
    },

    async hasParticipated(respondent: string): Promise<boolean> {
      return (
        (await database.read('SELECT 1 AS "one" FROM "Participation" WHERE "respondent" = ?', [respondent]))
          .length > 0
      )
    },

    /** Opens a draft unless the respondent has one; either way, the draft that is there afterwards. */
    async openDraft(draft: NewDraft, now: Date): Promise<Draft> {
      const { id, respondent, person, version, unit, period } = draft
      const count = await database.write(INSERT_DRAFT, [id, respondent, person, version, unit, period, now])
      if (count === 1) return { ...draft, values: new Map(), nextPosition: 0, seen: new Set() }
      const opened = await this.draftOf(respondent)
      if (!opened) throw new Error('a draft that was just opened is gone')
      return opened
    },

    draft: (id: string) => findDraft('"id" = ?', id),
    draftOf: (respondent: string) => findDraft('"respondent" = ?', respondent),

    /** The draft that this person turned to last, if any is unfinished. */
    focusedDraft: (person: string) => findDraft('"person" = ? ORDER BY "focusedAt" DESC', person),

    async focus(id: string, now: Date): Promise<void> {
      await database.write('UPDATE "Draft" SET "focusedAt" = ? WHERE "id" = ?', [now, id])
    },

    /** Keeps only the last act on each question of a draft, with its position. */
    async compact(id: string): Promise<void> {
      await database.write(DELETE_SUPERSEDED, [id, id])
    },

    /** Deletes a draft and opens another, in one transaction. */
    async replaceDraft(old: string, draft: NewDraft, now: Date): Promise<void> {
      const { id, respondent, person, version, unit, period } = draft
      await database.writeTogether([
        { sql: DELETE_DRAFT, values: [old], needs: 1 },
        { sql: INSERT_DRAFT, values: [id, respondent, person, version, unit, period, now] },
      ])
    },

    async discard(id: string): Promise<void> {
      await database.write(DELETE_DRAFT, [id])
    },

    /** Adds examples that are not there yet; gives how many the unit and period of each have now. */
    async addExamples(responses: FinishedResponse[]): Promise<number> {
      const [first] = responses
      if (!first) return 0
      const where = { unitId: first.unit, period: first.period, isExample: true }
      const present = await client.response.count({ where })
      if (present === 0) await client.response.createMany({ data: responses.map(rowOf) })
      return present || responses.length
    },

    /** How many responses to a survey each unit has in a period. */
    async countByUnit(code: string, period: string): Promise<Map<number, number>> {
      const where = { period, version: { survey: { code } } }
      const groups = await client.response.groupBy({ by: ['unitId'], where, _count: { _all: true } })
      return new Map(groups.map(({ unitId, _count }) => [unitId, _count._all]))
    },

    /** What was answered about a unit in a period: values by path, and whether it is made up. */
    async responses(
      code: string,
      unit: number,
      period: string,
    ): Promise<{ answers: Record<string, string>; isExample: boolean }[]> {
      const rows = await client.response.findMany({
        where: { unitId: unit, period, version: { survey: { code } } },
        select: { answers: true, isExample: true },
      })
      return rows.map(({ answers, isExample }) => ({ answers: JSON.parse(answers), isExample }))
    },

    /**
     * Turns a draft into a response that nothing ties to the person: a new id, a day instead of a time,
     * the draft with all its traces gone. False when the draft is gone already.
     */
    async finish(draft: Draft, response: FinishedResponse): Promise<boolean> {
      const { id, version, unit, period, finishedOn, language, answers, isExample = false } = response
      const values = [id, version, unit, period, finishedOn, language, JSON.stringify(answers), isExample]
      if (database.engine === 'postgresql') {
        const neighbours = [unit, period, finishedOn, randomId()]
        return (await database.write(FINISH_IN_POSTGRESQL, [draft.id, ...values, ...neighbours])) > 0
      }
      return database.writeTogether([
        { sql: DELETE_DRAFT, values: [draft.id], needs: 1 },
        { sql: 'INSERT INTO "Participation" ("respondent") VALUES (?)', values: [draft.respondent] },
        { sql: INSERT_RESPONSE, values },
      ])
    },
  }
}

function rowOf(response: FinishedResponse) {
  const { version, unit, answers, isExample = false, ...rest } = response
  return { ...rest, versionId: version, unitId: unit, answers: JSON.stringify(answers), isExample }
}

function published(row: {
  id: number
  definition: string
  survey: { id: number; code: string; period: string }
}): PublishedVersion {
  return {
    id: row.id,
    survey: row.survey.id,
    code: row.survey.code,
    period: row.survey.period as PeriodKind,
    definition: JSON.parse(row.definition),
  }
}

type NewDraft = Omit<Draft, 'values' | 'open' | 'lastPath' | 'nextPosition' | 'seen'>
type DraftRow = NewDraft & Row
type ActRow = DraftAct & Row
