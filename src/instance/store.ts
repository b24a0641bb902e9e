import type { Row } from '../database/link.ts'
import type { Database } from '../database/open.ts'

/** Who does something, and how far its beat has come. */
export interface KeptLease {
  holder: string
  beat: number
}

/** An instance as the others see it. */
export interface KeptInstance {
  name: string
  beat: number
  /** Replies a second that it sends. */
  load: number
}

export type InstanceStore = ReturnType<typeof instanceStore>

/**
 * What instances of the program know of each other. Everything is changed by comparing: of two who want the same, one
 * gets it, whatever their clocks say.
 */
export function instanceStore({ read, write }: Database) {
  return {
    async lease(name: string): Promise<KeptLease | undefined> {
      const [row] = await read<KeptLease & Row>('SELECT "holder", "beat" FROM "Lease" WHERE "name" = ?', [
        name,
      ])
      return row
    },

    /** Takes what nobody has. @returns false when somebody has it */
    async takeFree(name: string, holder: string): Promise<boolean> {
      const sql = `INSERT INTO "Lease" ("name", "holder", "beat") VALUES (?, ?, 0) ON CONFLICT ("name") DO NOTHING`
      return (await write(sql, [name, holder])) === 1
    },

    /** Takes over from a holder whose beat stands still. @returns false when it has moved after all */
    async takeOver(name: string, from: KeptLease, holder: string): Promise<boolean> {
      const sql = `UPDATE "Lease" SET "holder" = ?, "beat" = "beat" + 1
        WHERE "name" = ? AND "holder" = ? AND "beat" = ?`
      return (await write(sql, [holder, name, from.holder, from.beat])) === 1
    },

    /** Raises the beat. @returns false when somebody else has it now */
    async renew(name: string, holder: string): Promise<boolean> {
      const sql = 'UPDATE "Lease" SET "beat" = "beat" + 1 WHERE "name" = ? AND "holder" = ?'
      return (await write(sql, [name, holder])) === 1
    },

    async giveBack(name: string, holder: string): Promise<void> {
      await write('DELETE FROM "Lease" WHERE "name" = ? AND "holder" = ?', [name, holder])
    },

    /** Says that this instance lives, and what it has to do. */
    async announce(instance: string, load: number): Promise<void> {
      await write(
        `INSERT INTO "Lease" ("name", "holder", "beat", "load") VALUES (?, ?, 0, ?)
         ON CONFLICT ("name") DO UPDATE SET "beat" = "Lease"."beat" + 1, "load" = excluded."load"`,
        [PREFIX + instance, instance, load],
      )
    },

    /** All instances that have said so and have not been forgotten. */
    async instances(): Promise<KeptInstance[]> {
      const rows = await read<{ holder: string; beat: number; load: number } & Row>(
        `SELECT "holder", "beat", "load" FROM "Lease" WHERE "name" LIKE '${PREFIX}%'`,
        [],
      )
      return rows.map(({ holder, beat, load }) => ({ name: holder, beat, load }))
    },

    /** Forgets an instance whose beat stands still, or that ends. */
    async forget(instance: string, beat?: number): Promise<void> {
      const name = PREFIX + instance
      if (beat === undefined) await write('DELETE FROM "Lease" WHERE "name" = ?', [name])
      else await write('DELETE FROM "Lease" WHERE "name" = ? AND "beat" = ?', [name, beat])
    },
  }
}

/** Names of leases that are only signs of life. */
const PREFIX = 'instance:'
