import type { Engine, Row } from '../../database/link.ts'
import { rowsOf } from '../../database/listParameter.ts'
import { momentText } from '../../database/momentText.ts'
import type { Database } from '../../database/open.ts'
import { MOST_REMINDERS } from './reminderLadder.ts'

/** A draft whose reminders are to be looked at. */
export interface DueDraft {
  id: string
  /** Sealed; unset in drafts of earlier releases. */
  chat: string | null
  remindAt: Date
  /** The step that was reached, 0 for none. */
  reminders: number
  version: number
  unit: number | null
  period: string
  lastActAt: Date
}

/** What was decided about a draft. */
export interface ReminderNote {
  id: string
  /** As it was when that was decided. */
  remindAt: Date
  /** When it is looked at next; never when unset. */
  next: Date | null
  reminders: number
}

export type ReminderStore = ReturnType<typeof reminderStore>

/** What `reminders` holds once a person does not want any (more) of this draft. */
const UNWANTED = MOST_REMINDERS + 1

const SELECT_DUE = `SELECT "id", "chat", "remindAt", "reminders", "versionId" AS "version", "unitId" AS "unit", "period",
  "focusedAt", (SELECT MAX("actedAt") FROM "DraftAnswer" WHERE "draftId" = "Draft"."id") AS "actedAt"
FROM "Draft" WHERE "remindAt" <= ?`

/** All notes of a piece in one statement and one parameter: a thousand of their own would be a thousand round trips. */
const updateNotes = (engine: Engine) =>
  `UPDATE "Draft" SET "remindAt" = note."next", "reminders" = note."reminders"
    FROM ${rowsOf(engine, { id: 'text', remindAt: 'timestamp', next: 'timestamp', reminders: 'int' })} AS note
    WHERE "Draft"."id" = note."id" AND "Draft"."remindAt" = note."remindAt" AND "Draft"."reminders" <= ?`

/** When drafts are looked at again, and how often somebody was reminded of each. */
export function reminderStore({ engine, read, write }: Database) {
  const sql = updateNotes(engine)

  return {
    /** Drafts that are due at a moment, those first that have waited longest; a piece at a time. */
    async due(now: Date, after: DueDraft | undefined, most: number): Promise<DueDraft[]> {
      const from = after ? [after.remindAt, after.remindAt, after.id] : []
      const where = after ? ' AND ("remindAt" > ? OR ("remindAt" = ? AND "id" > ?))' : ''
      const sql = `${SELECT_DUE}${where} ORDER BY "remindAt", "id" LIMIT ?`
      const rows = await read<DueRow>(sql, [now, ...from, most])
      return rows.map(({ focusedAt, actedAt, ...row }) => {
        // SQLite gives the result of a function as the text that it keeps.
        const acted = actedAt === null ? focusedAt : new Date(actedAt)
        return { ...row, lastActAt: acted > focusedAt ? acted : focusedAt }
      })
    },

    /** Takes note, except where another instance, or the person, has changed something meanwhile. */
    async note(notes: readonly ReminderNote[]): Promise<void> {
      if (notes.length === 0) return
      const rows = notes.map(({ remindAt, next, ...note }) => ({
        ...note,
        remindAt: momentText(remindAt),
        next: next && momentText(next),
      }))
      await write(sql, [JSON.stringify(rows), MOST_REMINDERS])
    },

    /** No reminder of this draft any more. */
    async refuse(id: string): Promise<void> {
      await write('UPDATE "Draft" SET "remindAt" = NULL, "reminders" = ? WHERE "id" = ?', [UNWANTED, id])
    },

    /** Whether the person does not want to be reminded of this draft; so, too, when it is gone. */
    async isRefused(id: string): Promise<boolean> {
      const [row] = await read<{ reminders: number }>('SELECT "reminders" FROM "Draft" WHERE "id" = ?', [id])
      return row === undefined || row.reminders >= UNWANTED
    },
  }
}

type DueRow = Omit<DueDraft, 'lastActAt'> & Row & { focusedAt: Date; actedAt: Date | string | null }
