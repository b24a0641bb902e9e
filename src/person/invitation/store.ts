import type { Database } from '../../database/open.ts'

export type ConsentStore = ReturnType<typeof consentStore>

/** What people agreed to, each for one purpose, and what they do not want to be asked again. */
export function consentStore({ read, writeTogether }: Database) {
  return {
    async has(purpose: string, person: number): Promise<boolean> {
      const rows = await read('SELECT 1 AS "one" FROM "Consent" WHERE "purpose" = ? AND "person" = ?', [
        purpose,
        person,
      ])
      return rows.length > 0
    },

    /** Whether somebody has agreed or declined. */
    async isDecided(purpose: string, person: number, mark: string): Promise<boolean> {
      return (await read(SELECT_DECISION, [purpose, person, mark])).length > 0
    },

    /**
     * Keeps what was agreed to last; an earlier refusal is forgotten.
     * @param month `YYYY-MM`
     */
    async agree(
      consent: { purpose: string; person: number; version: number; month: string },
      mark: string,
    ): Promise<void> {
      const { purpose, person, version, month } = consent
      await writeTogether([
        { sql: DELETE_CONSENT, values: [purpose, person] },
        {
          sql: 'INSERT INTO "Consent" ("purpose", "person", "version", "month") VALUES (?, ?, ?, ?)',
          values: [purpose, person, version, month],
        },
        { sql: 'DELETE FROM "Participation" WHERE "respondent" = ?', values: [mark] },
      ])
    },

    /** Takes a consent away, and keeps that it is not to be asked for again, without who. */
    async decline(purpose: string, person: number, mark: string): Promise<void> {
      await writeTogether([
        { sql: DELETE_CONSENT, values: [purpose, person] },
        {
          sql: 'INSERT INTO "Participation" ("respondent") VALUES (?) ON CONFLICT DO NOTHING',
          values: [mark],
        },
      ])
    },
  }
}

const SELECT_DECISION = `SELECT 1 AS "one" FROM "Consent" WHERE "purpose" = ? AND "person" = ?
UNION ALL SELECT 1 FROM "Participation" WHERE "respondent" = ?`
const DELETE_CONSENT = 'DELETE FROM "Consent" WHERE "purpose" = ? AND "person" = ?'
