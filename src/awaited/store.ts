import type { Row } from '../database/link.ts'
import type { Database } from '../database/open.ts'

/** What somebody was asked beside a survey: JSON of what is to be done with the answer, and how long it is waited for. */
export interface KeptPurpose {
  purpose: string
  until: Date
}

export type AwaitedStore = ReturnType<typeof awaitedStore>

/** Questions to admins, one for each at most: they survive a restart, and any instance may get the answer. */
export function awaitedStore({ read, write }: Database) {
  return {
    async find(person: number): Promise<KeptPurpose | undefined> {
      const [row] = await read<KeptPurpose & Row>(
        'SELECT "purpose", "until" FROM "AwaitedWords" WHERE "person" = ?',
        [person],
      )
      return row
    },

    /** A new question takes the place of the one before. */
    async keep(person: number, { purpose, until }: KeptPurpose): Promise<void> {
      await write(
        `INSERT INTO "AwaitedWords" ("person", "purpose", "until") VALUES (?, ?, ?)
         ON CONFLICT ("person") DO UPDATE SET "purpose" = excluded."purpose", "until" = excluded."until"`,
        [person, purpose, until],
      )
    },

    /** Forgets this very question: one that was asked meanwhile stays. */
    async forget(person: number, purpose: string): Promise<void> {
      await write('DELETE FROM "AwaitedWords" WHERE "person" = ? AND "purpose" = ?', [person, purpose])
    },
  }
}
