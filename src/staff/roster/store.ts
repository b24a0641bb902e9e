import { setImmediate } from 'node:timers/promises'
import type { Row, Step, Value } from '../../database/link.ts'
import type { Database } from '../../database/open.ts'
import type { Employee, RosterEntry } from '../employee.ts'
import type { RosterPlan } from './rosterPlan.ts'

export type RosterStore = ReturnType<typeof rosterStore>

/** The one row that counts how often the roster was replaced. */
const ROSTER = 'staff'
const READ_AT_A_TIME = 1_000
const WRITTEN_AT_A_TIME = 200
const FIELDS = ['nip', 'name', 'unitId', 'position', 'superior', 'phone', 'employment'] as const
const COLUMNS = FIELDS.map((field) => `"${field}"`).join(', ')

/** The roster as a whole: comparing and replacing it. */
export function rosterStore({ read, write, writeTogether }: Database) {
  return {
    /** How often the roster was replaced. */
    async version(): Promise<number> {
      const [row] = await read<{ version: number }>('SELECT "version" FROM "Roster" WHERE "name" = ?', [
        ROSTER,
      ])
      return row?.version ?? 0
    },

    /** Everybody who is or was in it, read in pieces so that others get their turn. */
    async everybody(): Promise<Employee[]> {
      const everybody: Employee[] = []
      for (;;) {
        const rows = await read<Employee & Row>(
          `SELECT "id", ${COLUMNS}, "isActive" FROM "Employee" WHERE "id" > ? ORDER BY "id" LIMIT ${READ_AT_A_TIME}`,
          [everybody.at(-1)?.id ?? 0],
        )
        everybody.push(...rows)
        if (rows.length < READ_AT_A_TIME) return everybody
        await setImmediate()
      }
    },

    /**
     * Carries out a plan, all of it or nothing: what is new is laid aside in pieces, and takes its place in one
     * transaction at the end.
     * @param version of the roster that the plan was made for
     * @param actor the admin; nobody on the command line
     * @returns false when the roster has changed since
     */
    async apply(
      plan: RosterPlan,
      { version, id, actor, now }: { version: number; id: string; actor: number | null; now: Date },
    ): Promise<boolean> {
      const entries = [...plan.added, ...plan.changed.map(({ entry }) => entry)]
      await write('INSERT INTO "Roster" ("name", "version") VALUES (?, 0) ON CONFLICT DO NOTHING', [ROSTER])
      // What an import that was killed has left behind; one that is under way elsewhere notices, and gives up.
      await write('DELETE FROM "RosterRow"', [])
      try {
        for (const piece of piecesOf(entries)) {
          await write(
            `INSERT INTO "RosterRow" ("import", ${COLUMNS}) VALUES ${piece.map(() => `(${'?, '.repeat(FIELDS.length)}?)`).join(', ')}`,
            piece.flatMap((entry) => valuesOf(id, entry)),
          )
          await setImmediate()
        }
        return await writeTogether([
          {
            sql: 'UPDATE "Roster" SET "version" = "version" + 1 WHERE "name" = ? AND "version" = ?',
            values: [ROSTER, version],
            needs: 1,
          },
          {
            sql: `INSERT INTO "Employee" (${COLUMNS}, "isActive") SELECT ${COLUMNS}, true FROM "RosterRow" WHERE "import" = ?
              ON CONFLICT ("nip") DO UPDATE SET ${[...FIELDS.slice(1), 'isActive'].map((field) => `"${field}" = excluded."${field}"`).join(', ')}`,
            values: [id],
            needs: entries.length,
          },
          ...piecesOf(plan.deactivated).map(
            (piece): Step => ({
              sql: `UPDATE "Employee" SET "isActive" = false WHERE "id" IN (${piece.map(() => '?').join(', ')})`,
              values: piece.map((employee) => employee.id),
              needs: piece.length,
            }),
          ),
          {
            sql: `INSERT INTO "AuditEntry" ("at", "actor", "act") VALUES (?, ?, 'roster-imported')`,
            values: [now, actor],
          },
        ])
      } finally {
        await write('DELETE FROM "RosterRow" WHERE "import" = ?', [id])
      }
    },
  }
}

const valuesOf = (id: string, entry: RosterEntry): Value[] => [id, ...FIELDS.map((field) => entry[field])]

function piecesOf<T>(list: readonly T[]): T[][] {
  const pieces: T[][] = []
  for (let first = 0; first < list.length; first += WRITTEN_AT_A_TIME)
    pieces.push(list.slice(first, first + WRITTEN_AT_A_TIME))
  return pieces
}
