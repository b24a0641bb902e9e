import type { Row } from '../database/link.ts'
import type { Database } from '../database/open.ts'
import { groupedActStore } from './act/store.ts'
import type { Attachment } from './attachment/attachment.ts'
import { applyAct, type Draft, type DraftAct, type DraftOpening, emptyDraft, type NewDraft } from './draft.ts'
import { randomId, type UsedOccasions } from './respondent.ts'
import {
  BY_FOCUS,
  DELETE_ATTACHMENT,
  DELETE_DRAFT,
  DELETE_SUPERSEDED,
  finishInPostgresql,
  INSERT_ACT,
  INSERT_ACT_IF_FOCUSED,
  INSERT_ATTACHMENT,
  INSERT_DRAFT,
  INSERT_PARTICIPATION,
  INSERT_RESPONSE,
  keepAttachments,
  SELECT_ACTS,
  SELECT_DRAFT,
  SELECT_NEXT_POSITION,
} from './statements.ts'

/** A finished response: what was answered, and nothing about who, unless the survey is a named one. */
export interface FinishedResponse {
  id: string
  version: number
  unit: number | null
  period: string
  /** Calendar day only: a time of day could be matched with when somebody was seen in the chat. */
  finishedOn: string
  language: string
  answers: Record<string, string>
  isExample?: boolean
  /** Telegram id, in named surveys only. */
  person?: number
}

export type SurveyStore = ReturnType<typeof surveyStore>

/** Responses: drafts while they are answered, responses once they are not. */
export function surveyStore(database: Database) {
  const { client } = database
  // SQLite's connection commits together by itself what comes together.
  const storeTogether = database.engine === 'postgresql' ? groupedActStore(database) : undefined

  async function findDraft(which: string, value: string): Promise<Draft | undefined> {
    const [row] = await database.read<DraftRow>(`${SELECT_DRAFT} WHERE ${which} LIMIT 1`, [value])
    if (!row) return undefined
    const { focusedAt, broadcast, ...named } = row
    const draft: Draft = { ...emptyDraft(named), turnedAt: focusedAt.getTime() }
    if (broadcast !== null) draft.broadcast = broadcast
    for (const { consequences, ...act } of await database.read<ActRow>(SELECT_ACTS, [row.id]))
      applyAct(draft, { ...act, ...(consequences && JSON.parse(consequences)) })
    return draft
  }

  return {
    /**
     * Stores one act in one statement; false when this update or position is there already, or the draft is gone.
     * @param attachment the file that it brings, and the name of the one that it takes the place of
     * @param focusedSince only if the person has turned to no other draft since then (milliseconds since 1970)
     */
    async record(
      draft: string,
      act: DraftAct,
      attachment?: Attachment & { replaces?: string | undefined },
      focusedSince?: number,
    ): Promise<boolean> {
      const { position, updateId, path, value, reopens, kept, dropped, actedAt = null } = act
      const consequences = kept || dropped ? JSON.stringify({ kept, dropped }) : null
      if (storeTogether && !attachment && focusedSince === undefined)
        return storeTogether({ draft, position, updateId, path, value, reopens, consequences, actedAt })
      const since = focusedSince === undefined ? [] : [new Date(focusedSince), new Date(focusedSince)]
      const sql = focusedSince === undefined ? INSERT_ACT : INSERT_ACT_IF_FOCUSED
      const values = [position, updateId, path, value, reopens, consequences, actedAt, draft, ...since]
      if (!attachment) return (await database.write(sql, values)) === 1
      const { name, fileId, mimeType, size, replaces } = attachment
      return database.writeTogether([
        { sql, values, needs: 1 },
        { sql: INSERT_ATTACHMENT, values: [name, fileId, mimeType, size, false, draft] },
        ...(replaces ? [{ sql: DELETE_ATTACHMENT, values: [draft, replaces] }] : []),
      ])
    },

    async hasParticipated(respondent: string): Promise<boolean> {
      return (
        (await database.read('SELECT 1 AS "one" FROM "Participation" WHERE "respondent" = ?', [respondent]))
          .length > 0
      )
    },

    /** Opens a draft unless the respondent has one; either way, the draft that is there afterwards. */
    async openDraft(draft: NewDraft, opening: DraftOpening): Promise<Draft> {
      const isNew = (await database.write(INSERT_DRAFT, rowOfDraft(draft, opening))) === 1
      if (isNew) return { ...emptyDraft(draft), turnedAt: opening.now.getTime() }
      const opened = await this.draftOf(draft.respondent)
      if (!opened) throw new Error('a draft that was just opened is gone')
      return opened
    },

    /** Where the next act of a draft goes; nothing when the draft is gone. */
    async nextPosition(id: string): Promise<number | undefined> {
      const [row] = await database.read<{ next: number }>(SELECT_NEXT_POSITION, [id])
      return row && Number(row.next)
    },

    draft: (id: string) => findDraft('"id" = ?', id),
    draftOf: (respondent: string) => findDraft('"respondent" = ?', respondent),

    /** The draft that this person turned to or acted in last, if any is unfinished. */
    focusedDraft: (person: string) => findDraft(`"person" = ? ${BY_FOCUS}`, person),

    async focus(id: string, now: Date): Promise<void> {
      await database.write('UPDATE "Draft" SET "focusedAt" = ? WHERE "id" = ?', [now, id])
    },

    /** Notes by which broadcast a draft was begun; false when another is noted already, or the draft is gone. */
    async markInvited(id: string, broadcast: number): Promise<boolean> {
      const sql = 'UPDATE "Draft" SET "broadcastId" = ? WHERE "id" = ? AND "broadcastId" IS NULL'
      return (await database.write(sql, [broadcast, id])) === 1
    },

    /** Keeps only the last act on each question of a draft, with its position. */
    async compact(id: string): Promise<void> {
      await database.write(DELETE_SUPERSEDED, [id, id])
    },

    /** Deletes a draft and opens another, in one transaction. */
    async replaceDraft(old: string, draft: NewDraft, opening: DraftOpening): Promise<void> {
      await database.writeTogether([
        { sql: DELETE_DRAFT, values: [old], needs: 1 },
        { sql: INSERT_DRAFT, values: rowOfDraft(draft, opening) },
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

    /**
     * Turns a draft into a response that nothing ties to the person: a new id, a day instead of a time,
     * the draft with all its traces gone. False when the draft is gone already.
     * False too when the person has answered on this occasion already: then the draft is still there.
     * @param once the occasions that are used up, where one may not answer again and again
     * @param files names of the files that were given as answers, which stay with the response
     */
    async finish(
      draft: Draft,
      response: FinishedResponse,
      { once, files }: { once: UsedOccasions | undefined; files: readonly string[] },
    ): Promise<boolean> {
      const {
        id,
        version,
        unit,
        period,
        finishedOn,
        language,
        answers,
        isExample = false,
        person = null,
      } = response
      const values = [
        id,
        version,
        unit,
        period,
        finishedOn,
        language,
        JSON.stringify(answers),
        isExample,
        person,
      ]
      if (database.engine === 'postgresql') {
        const neighbours = [unit, period, finishedOn, randomId()]
        const all = [once?.now ?? null, once?.otherwise ?? null, draft.id, ...values, ...neighbours]
        const sql = finishInPostgresql(unit !== null)
        if (files.length === 0) return (await database.write(sql, all)) > 0
        return database.writeTogether([
          { sql: keepAttachments(files.length), values: [draft.id, ...files] },
          { sql, values: all, needs: 1 },
        ])
      }
      return database.writeTogether([
        ...(files.length > 0 ? [{ sql: keepAttachments(files.length), values: [draft.id, ...files] }] : []),
        { sql: DELETE_DRAFT, values: [draft.id], needs: 1 },
        ...(once
          ? [
              { sql: INSERT_PARTICIPATION, values: [once.now], needs: 1 },
              { sql: INSERT_PARTICIPATION, values: [once.otherwise] },
            ]
          : []),
        { sql: INSERT_RESPONSE, values },
      ])
    },
  }
}

const rowOfDraft = (
  { id, respondent, person, version, unit, period }: NewDraft,
  { now, reminding }: DraftOpening,
) => [
  id,
  respondent,
  person,
  version,
  unit,
  period,
  now,
  reminding?.chat ?? null,
  reminding?.remindAt ?? null,
]

function rowOf(response: FinishedResponse) {
  const { version, unit, answers, isExample = false, person, ...rest } = response
  const named = person === undefined ? {} : { person: BigInt(person) }
  return { ...rest, ...named, versionId: version, unitId: unit, answers: JSON.stringify(answers), isExample }
}

type DraftRow = NewDraft & Row & { focusedAt: Date; broadcast: number | null }
type ActRow = DraftAct & Row & { consequences: string | null }
