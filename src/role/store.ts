import { isRowId } from '../database/isRowId.ts'
import type { Row, Step, Value } from '../database/link.ts'
import type { Database } from '../database/open.ts'
import { type Grant, type Offer, type Role, roleNamed } from './role.ts'

export type RoleStore = ReturnType<typeof roleStore>

/** More are never listed: a regency has some hundred units. */
const MOST_GRANTS = 2_000
const MOST_OFFERS = 500

/** Roles: who has them, which links offer them, and who changed it when. */
export function roleStore({ read, write, writeTogether }: Database) {
  return {
    async grantsOf(person: number): Promise<Grant[]> {
      return (await read<GrantRow>(`SELECT ${GRANT} FROM "RoleGrant" WHERE "person" = ?`, [person])).flatMap(
        grantOf,
      )
    },

    async grants(): Promise<Grant[]> {
      const sql = `SELECT ${GRANT} FROM "RoleGrant" ORDER BY "role", "unitId", "id" LIMIT ${MOST_GRANTS}`
      return (await read<GrantRow>(sql, [])).flatMap(grantOf)
    },

    async grant(id: number): Promise<Grant | undefined> {
      if (!isRowId(id)) return undefined
      return (await read<GrantRow>(`SELECT ${GRANT} FROM "RoleGrant" WHERE "id" = ?`, [id])).flatMap(
        grantOf,
      )[0]
    },

    /** Links that are still open. */
    async offers(now: Date): Promise<Offer[]> {
      const sql = `SELECT ${OFFER} FROM "RoleOffer" WHERE "until" > ? ORDER BY "id" LIMIT ${MOST_OFFERS}`
      return (await read<OfferRow>(sql, [now])).flatMap(offerOf)
    },

    async offer(id: number): Promise<Offer | undefined> {
      if (!isRowId(id)) return undefined
      return (await read<OfferRow>(`SELECT ${OFFER} FROM "RoleOffer" WHERE "id" = ?`, [id])).flatMap(
        offerOf,
      )[0]
    },

    async offerOf(hash: string, now: Date): Promise<Offer | undefined> {
      const sql = `SELECT ${OFFER} FROM "RoleOffer" WHERE "hash" = ? AND "until" > ?`
      return (await read<OfferRow>(sql, [hash, now])).flatMap(offerOf)[0]
    },

    /** Keeps a new link, and forgets those whose time is over. */
    async addOffer(offer: Omit<Offer, 'id'> & { hash: string }, now: Date): Promise<void> {
      const { hash, role, unitId, offeredBy, until } = offer
      await write('DELETE FROM "RoleOffer" WHERE "until" <= ?', [now])
      await writeTogether([
        {
          sql: 'INSERT INTO "RoleOffer" ("hash", "role", "unitId", "offeredBy", "until") VALUES (?, ?, ?, ?, ?)',
          values: [hash, role, unitId, offeredBy, until],
        },
        audit({ at: now, actor: offeredBy, act: 'role-offered', ...offer }),
      ])
    },

    /** Turns an offer into a grant; false when somebody was quicker, or it is not there any more. */
    accept: (offer: Offer, person: number, name: string, now: Date): Promise<boolean> =>
      writeTogether([
        { sql: 'DELETE FROM "RoleOffer" WHERE "id" = ? AND "until" > ?', values: [offer.id, now], needs: 1 },
        {
          sql: `INSERT INTO "RoleGrant" ("person", "role", "unitId", "name", "grantedBy") VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING`,
          values: [person, offer.role, offer.unitId, name, offer.offeredBy],
          needs: 1,
        },
        audit({ at: now, actor: person, act: 'role-accepted', ...offer, person }),
      ]),

    withdraw: (offer: Offer, actor: number, now: Date): Promise<boolean> =>
      writeTogether([
        { sql: 'DELETE FROM "RoleOffer" WHERE "id" = ?', values: [offer.id], needs: 1 },
        audit({ at: now, actor, act: 'role-withdrawn', ...offer }),
      ]),

    /** Takes a role away, and with it the links that its holder has given out. */
    revoke: (grant: Grant, actor: number, now: Date): Promise<boolean> =>
      writeTogether([
        { sql: 'DELETE FROM "RoleGrant" WHERE "id" = ?', values: [grant.id], needs: 1 },
        { sql: 'DELETE FROM "RoleOffer" WHERE "offeredBy" = ?', values: [grant.person] },
        audit({ at: now, actor, act: 'role-revoked', ...grant }),
      ]),
  }
}

const GRANT = '"id", "person", "role", "unitId", "name", "grantedBy"'
const OFFER = '"id", "role", "unitId", "offeredBy", "until"'

/** A role as it lies in the database, perhaps of another version. */
type Stored<R extends Role> = Row & { [K in keyof R]: K extends 'role' ? string : R[K] }
type GrantRow = Stored<Grant>
type OfferRow = Stored<Offer>

const grantOf = (row: GrantRow): Grant[] => withRole<Grant>(row)
const offerOf = (row: OfferRow): Offer[] => withRole<Offer>(row)

/** The row, unless its role is one that this version does not know. */
function withRole<R extends Role>(row: { role: string }): R[] {
  const role = roleNamed(row.role)
  return role ? [{ ...row, role } as R] : []
}

function audit(entry: {
  at: Date
  actor: number
  act: string
  role: string
  unitId: number
  person?: number
}): Step {
  const { at, actor, act, role, unitId, person = null } = entry
  const values: Value[] = [at, actor, act, role, unitId, person]
  return {
    sql: 'INSERT INTO "AuditEntry" ("at", "actor", "act", "role", "unitId", "person") VALUES (?, ?, ?, ?, ?, ?)',
    values,
  }
}
