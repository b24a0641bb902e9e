import type { Step } from '../../database/link.ts'
import type { Database } from '../../database/open.ts'

export type RegistrationStore = ReturnType<typeof registrationStore>

/** Somebody who is telling who they are. */
export interface OpenRegistration {
  /** What they typed; unset while it is asked for. */
  nip: string | null
}

/** What people tell of who they are, until it is proved. */
export function registrationStore({ client, read, write, writeTogether }: Database) {
  return {
    async open(person: number, now: Date): Promise<OpenRegistration | undefined> {
      const sql = 'SELECT "nip" FROM "Registration" WHERE "person" = ? AND "until" > ?'
      return (await read<{ nip: string | null }>(sql, [person, now]))[0]
    },

    async save(person: number, nip: string | null, until: Date): Promise<void> {
      await write(
        `INSERT INTO "Registration" ("person", "nip", "until") VALUES (?, ?, ?)
          ON CONFLICT ("person") DO UPDATE SET "nip" = excluded."nip", "until" = excluded."until"`,
        [person, nip, until],
      )
    },

    /** Ends it; false when there was none. */
    async close(person: number): Promise<boolean> {
      return (await write('DELETE FROM "Registration" WHERE "person" = ?', [person])) > 0
    },

    /**
     * Counts a try, and tells whether it is within the limit. It is written before the others are counted: of tries at
     * the same moment, by several instances too, never more pass than may. One that does not pass is not counted.
     */
    async tries(subjects: readonly string[], limit: number, at: Date, since: Date): Promise<boolean> {
      await write('DELETE FROM "ProofAttempt" WHERE "at" <= ?', [since])
      const written = await Promise.all(
        subjects.map((subject) => client.proofAttempt.create({ data: { subject, at } })),
      )
      const counts = await Promise.all(
        subjects.map((subject) => client.proofAttempt.count({ where: { subject, at: { gt: since } } })),
      )
      const passes = counts.every((count) => count <= limit)
      if (!passes)
        await client.proofAttempt.deleteMany({ where: { id: { in: written.map(({ id }) => id) } } })
      return passes
    },

    async isCode(employee: number, hash: string, now: Date): Promise<boolean> {
      const sql =
        'SELECT 1 AS "found" FROM "RegistrationCode" WHERE "employeeId" = ? AND "hash" = ? AND "until" > ?'
      return (await read(sql, [employee, hash, now])).length > 0
    },

    /** Gives an employee a new code, in place of the one before. */
    issueCode: (given: {
      employee: number
      hash: string
      until: Date
      actor: number
      now: Date
    }): Promise<boolean> =>
      writeTogether([
        {
          sql: `INSERT INTO "RegistrationCode" ("employeeId", "hash", "until") VALUES (?, ?, ?)
            ON CONFLICT ("employeeId") DO UPDATE SET "hash" = excluded."hash", "until" = excluded."until"`,
          values: [given.employee, given.hash, given.until],
        },
        audit(given.now, given.actor, 'code-issued', given.employee),
      ]),

    /**
     * Lets the account be this employee's, and no other's; one that was theirs before is theirs no more.
     * @param hash the code that proved it, which is used up; without it, Telegram's word for the number did
     * @returns false when the code is used up, or the account is another employee's
     */
    link: (given: { person: number; employee: number; hash?: string; now: Date }): Promise<boolean> => {
      const { person, employee, hash, now } = given
      return writeTogether([
        hash === undefined
          ? { sql: 'DELETE FROM "RegistrationCode" WHERE "employeeId" = ?', values: [employee] }
          : {
              sql: 'DELETE FROM "RegistrationCode" WHERE "employeeId" = ? AND "hash" = ? AND "until" > ?',
              values: [employee, hash, now],
              needs: 1,
            },
        { sql: 'DELETE FROM "EmployeeAccount" WHERE "employeeId" = ?', values: [employee] },
        {
          sql: `DELETE FROM "EmployeeAccount" WHERE "person" = ?
            AND "employeeId" IN (SELECT "id" FROM "Employee" WHERE NOT "isActive")`,
          values: [person],
        },
        {
          sql: 'INSERT INTO "EmployeeAccount" ("person", "employeeId") VALUES (?, ?) ON CONFLICT DO NOTHING',
          values: [person, employee],
          needs: 1,
        },
        { sql: 'DELETE FROM "Registration" WHERE "person" = ?', values: [person] },
      ])
    },

    /** Takes the account from an employee; false when they had none. */
    unlink: (employee: number, actor: number, now: Date): Promise<boolean> =>
      writeTogether([
        { sql: 'DELETE FROM "EmployeeAccount" WHERE "employeeId" = ?', values: [employee], needs: 1 },
        audit(now, actor, 'account-unlinked', employee),
      ]),
  }
}

const audit = (at: Date, actor: number, act: string, employee: number): Step => ({
  sql: 'INSERT INTO "AuditEntry" ("at", "actor", "act", "employeeId") VALUES (?, ?, ?, ?)',
  values: [at, actor, act, employee],
})
