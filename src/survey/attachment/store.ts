import type { Row } from '../../database/link.ts'
import type { Database } from '../../database/open.ts'

export type AttachmentStore = ReturnType<typeof attachmentStore>

/** Files given as answers in responses that were handed in. Those of drafts are written with the act (see survey/store). */
export function attachmentStore({ read, write }: Database) {
  return {
    /** Some that are still to be fetched from Telegram. */
    async pending(most: number): Promise<{ name: string; fileId: string }[]> {
      return read<{ name: string; fileId: string } & Row>(
        `SELECT "name", "fileId" FROM "Attachment" WHERE "draftId" IS NULL AND NOT "isStored" LIMIT ${most}`,
        [],
      )
    },

    /** It is in the folder now; Telegram's id is of no more use. */
    async stored(name: string): Promise<void> {
      await write('UPDATE "Attachment" SET "isStored" = ? WHERE "name" = ?', [true, name])
    },

    /** It can never be fetched: the answer keeps its name, and exports say that the file is missing. */
    async lost(name: string): Promise<void> {
      await write('DELETE FROM "Attachment" WHERE "name" = ?', [name])
    },
  }
}
