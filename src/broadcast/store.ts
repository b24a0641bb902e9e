import type { Row } from '../database/link.ts'
import type { Database } from '../database/open.ts'
import type { OutgoingStatus } from '../outbox/outgoing.ts'
import { audienceSchema } from './audience.ts'
import { type Broadcast, type BroadcastChange, type BroadcastState, contentSchema } from './broadcast.ts'

/** Somebody who agreed to be invited, as far as it matters to whom a broadcast goes. */
export interface Consenting {
  person: number
  role: string | null
  district: string | null
  unit: number | null
  isReachable: boolean
  isSilent: boolean
}

/** What became of one message of a broadcast, without whom it was for. */
export interface MessageFate {
  status: OutgoingStatus
  reason: string | null
  sentAt: Date | null
}

export type BroadcastStore = ReturnType<typeof broadcastStore>

/** Broadcasts, those who agreed to be written to, and what became of the messages. */
export function broadcastStore({ client, read, write }: Database) {
  return {
    async create(
      given: Pick<Broadcast, 'content' | 'audience' | 'author' | 'createdAt'>,
    ): Promise<Broadcast> {
      const { content, audience, author, createdAt } = given
      const row = await client.broadcast.create({
        data: {
          kind: 'invitation',
          payload: JSON.stringify(content),
          audience: JSON.stringify(audience),
          author: BigInt(author),
          createdAt,
        },
      })
      return broadcastOf(row)
    },

    async find(id: number): Promise<Broadcast | undefined> {
      if (id > LARGEST_ID) return undefined
      const row = await client.broadcast.findUnique({ where: { id } })
      return row ? broadcastOf(row) : undefined
    },

    /** Those in one of these states, the oldest first. */
    async inStates(states: readonly BroadcastState[], most: number): Promise<Broadcast[]> {
      const where = { state: { in: [...states] } }
      return (await client.broadcast.findMany({ where, orderBy: { id: 'asc' }, take: most })).map(broadcastOf)
    },

    /** What an admin has begun to write and not sent, the newest first. */
    async draftsOf(author: number, most: number): Promise<Broadcast[]> {
      const where = { state: 'draft', author: BigInt(author) }
      return (await client.broadcast.findMany({ where, orderBy: { id: 'desc' }, take: most })).map(
        broadcastOf,
      )
    },

    /** All but what is still being written, the newest first, and how many there are. */
    async list(first: number, most: number): Promise<{ broadcasts: Broadcast[]; count: number }> {
      const where = { state: { not: 'draft' } }
      const [rows, count] = await Promise.all([
        client.broadcast.findMany({ where, orderBy: { id: 'desc' }, skip: first, take: most }),
        client.broadcast.count({ where }),
      ])
      return { broadcasts: rows.map(broadcastOf), count }
    },

    /** Changes a broadcast that is in one of these states; false when it is not (any more): another was quicker. */
    async change(id: number, from: readonly BroadcastState[], change: BroadcastChange): Promise<boolean> {
      const { content, audience, approver, ...rest } = change
      const data = {
        ...rest,
        ...(content && { payload: JSON.stringify(content) }),
        ...(audience && { audience: JSON.stringify(audience) }),
        ...(approver !== undefined && { approver: BigInt(approver) }),
      }
      const { count } = await client.broadcast.updateMany({ where: { id, state: { in: [...from] } }, data })
      return count === 1
    },

    /** Throws away what was never sent; false when it is more than that by now. */
    async discard(id: number): Promise<boolean> {
      return (await client.broadcast.deleteMany({ where: { id, state: 'draft' } })).count === 1
    },

    /** Everyone up to this person has been looked at. */
    async reached(id: number, person: number): Promise<void> {
      const sql =
        'UPDATE "Broadcast" SET "lastPerson" = ? WHERE "id" = ? AND "lastPerson" < ? AND NOT "isQueued"'
      await write(sql, [person, id, person])
    },

    /** Everybody has been looked at; the place of the last one is no longer needed. */
    async allReached(id: number): Promise<void> {
      await write('UPDATE "Broadcast" SET "isQueued" = ?, "lastPerson" = 0 WHERE "id" = ?', [true, id])
    },

    /** A response was begun, or handed in, from this broadcast. */
    async counted(id: number, what: 'begun' | 'finished'): Promise<void> {
      await write(`UPDATE "Broadcast" SET "${what}" = "${what}" + 1 WHERE "id" = ?`, [id])
    },

    /** Those who agreed to be invited and come after a person by id, so many. */
    async consenting(after: number, most: number): Promise<Consenting[]> {
      const rows = await read<Row>(SELECT_CONSENTING, [after, most])
      return rows.map((row) => ({
        person: Number(row.person),
        role: row.role as string | null,
        district: row.district as string | null,
        unit: row.unitId as number | null,
        isReachable: row.isReachable === null || Boolean(row.isReachable),
        isSilent: Boolean(row.isSilent),
      }))
    },

    /** Messages of a broadcast that come after one by id, with the id of each. */
    fates: (id: number, after: number, most: number) =>
      read<MessageFate & { id: number } & Row>(
        `SELECT "id", "status", "reason", "sentAt" FROM "Outgoing"
         WHERE "broadcastId" = ? AND "id" > ? ORDER BY "id" LIMIT ?`,
        [id, after, most],
      ),

    /** Whether so many messages of a broadcast were sent. */
    async hasSent(id: number, many: number): Promise<boolean> {
      const rows = await read(
        `SELECT 1 AS "one" FROM "Outgoing" WHERE "broadcastId" = ? AND "status" = 'sent' LIMIT ?`,
        [id, many],
      )
      return rows.length >= many
    },
  }
}

/** The people first, and only then what is known of them: a filter must not make one statement read everybody. */
const SELECT_CONSENTING = `SELECT "c"."person", "p"."role", "p"."district", "p"."unitId", "p"."isReachable", "p"."isSilent"
FROM (SELECT "person" FROM "Consent" WHERE "purpose" = 'invitation' AND "person" > ? ORDER BY "person" LIMIT ?) AS "c"
LEFT JOIN "Person" AS "p" ON "p"."id" = "c"."person" ORDER BY "c"."person"`

/** PostgreSQL's integers go no further, and complain of those that do. */
const LARGEST_ID = 2 ** 31 - 1

type BroadcastRow = Awaited<ReturnType<Database['client']['broadcast']['findUniqueOrThrow']>>

function broadcastOf(row: BroadcastRow): Broadcast {
  const { id, author, approver, createdAt, startsAt, expiresAt, isQueued, begun, finished, cardMessage } = row
  return {
    id,
    content: contentSchema.parse(JSON.parse(row.payload)),
    audience: audienceSchema.parse(JSON.parse(row.audience)),
    author: Number(author),
    state: row.state as BroadcastState,
    ...(approver !== null && { approver: Number(approver) }),
    createdAt,
    ...(startsAt && { startsAt }),
    ...(expiresAt && { expiresAt }),
    lastPerson: Number(row.lastPerson),
    isQueued,
    begun,
    finished,
    ...(cardMessage !== null && { cardMessage }),
  }
}
