import type { Row } from '../../database/link.ts'
import type { Database } from '../../database/open.ts'

export type AttachmentStore = ReturnType<typeof attachmentStore>

/** Files given as answers in responses that were handed in. Those of drafts are written with the act (see survey/store). */
export function attachmentStore({ engine, read, write }: Database) {
  return {
    /** The next ones in the order of their names that are still to be fetched from Telegram. */
    async pending(after: string, most: number): Promise<{ name: string; fileId: string }[]> {
      return read<{ name: string; fileId: string } & Row>(
        `SELECT "name", "fileId" FROM "Attachment"
         WHERE "draftId" IS NULL AND NOT "isStored" AND "name" > ? ORDER BY "name" LIMIT ${most}`,
        [after],
      )
    },

    /** It is in the folder now; Telegram's id is of no more use. */
    async stored(name: string): Promise<void> {
      if (engine === 'postgresql') await write(LAY_DOWN_IN_POSTGRESQL, [name, name])
      else await write(`UPDATE "Attachment" SET "isStored" = true, "fileId" = '' WHERE "name" = ?`, [name])
    },

    /** It can never be fetched: the answer keeps its name, and exports say that the file is missing. */
    async lost(name: string): Promise<void> {
      await write('DELETE FROM "Attachment" WHERE "name" = ?', [name])
    },
  }
}

/**
 * PostgreSQL keeps rows in the order in which they came, and files come right after their responses: each is
 * therefore laid down among others in a random order, as responses are (see survey/statements).
 */
const LAY_DOWN_IN_POSTGRESQL = `WITH neighbours AS (
  SELECT "name" FROM "Attachment" WHERE "isStored" AND "draftId" IS NULL
  ORDER BY "name" < ?, "name" LIMIT 24 FOR UPDATE SKIP LOCKED
), moved AS (
  DELETE FROM "Attachment" WHERE "name" = ? OR "name" IN (SELECT "name" FROM neighbours)
  RETURNING "name", "mimeType", "size"
)
INSERT INTO "Attachment" ("name", "fileId", "mimeType", "size", "isStored", "draftId")
SELECT "name", '', "mimeType", "size", true, NULL FROM moved ORDER BY random()`
