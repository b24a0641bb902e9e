import type { Engine } from '../database/link.ts'
import { numbersOf, rowsOf } from '../database/listParameter.ts'
import type { OutgoingStatus } from './outgoing.ts'

/** How a message waits: with its broadcast when that is paused, and not at all when it was cancelled. */
const waiting = (broadcast: string) => `COALESCE((SELECT CASE "b"."state" WHEN 'paused' THEN 'held'
  WHEN 'cancelled' THEN 'cancelled' END FROM "Broadcast" AS "b" WHERE "b"."id" = ${broadcast}), 'pending')`

/**
 * The state as SQLite's planner cannot use it: rows that are named by their ids, or their chat, are found by those.
 * It would go through all that wait instead, each time.
 */
const STATUS = `COALESCE("Outgoing"."status", '')`

/** What is done loses reader and words where they would tell who was answering a survey. */
const FORGET = `"chat" = CASE WHEN "isForgetful" THEN NULL ELSE "chat" END,
  "payload" = CASE WHEN "isForgetful" THEN '{}' ELSE "payload" END`

const IS_GROUP_BEGUN = `"chat" < 0 AND "sentAt" IS NOT NULL`

/** The statements of the outbox, as each engine wants them. */
export function outboxStatements(engine: Engine) {
  const numbers = numbersOf(engine)
  const wanted = rowsOf(engine, {
    key: 'text',
    kind: 'text',
    payload: 'text',
    chat: 'bigint',
    thread: 'int',
    priority: 'int',
    timeZone: 'text',
    dueAt: 'timestamp',
    notBefore: 'timestamp',
    expiresAt: 'timestamp',
    reason: 'text',
    isInvitation: 'boolean',
    isForgetful: 'boolean',
    broadcastId: 'int',
  })
  const done = rowsOf(engine, {
    id: 'int',
    status: 'text',
    reason: 'text',
    attempts: 'int',
    sentAt: 'timestamp',
    messageId: 'int',
    said: 'text',
  })
  const back = rowsOf(engine, {
    id: 'int',
    notBefore: 'timestamp',
    reason: 'text',
    attempts: 'int',
    messageId: 'int',
  })
  const due = (
    priority: number,
  ) => `SELECT * FROM (SELECT "id", "kind", "payload", "chat", "thread", "priority",
    "timeZone", "dueAt", "notBefore", "expiresAt", "attempts", "messageId", "isInvitation" FROM "Outgoing"
    WHERE "status" = 'pending' AND "priority" = ${priority} AND "notBefore" <= ?
    ORDER BY "notBefore" LIMIT ?) AS "due${priority}"`

  return {
    put: `INSERT INTO "Outgoing" ("key", "kind", "payload", "chat", "thread", "priority", "timeZone", "dueAt",
        "notBefore", "expiresAt", "status", "reason", "isInvitation", "isForgetful", "broadcastId")
      SELECT "m"."key", "m"."kind", "m"."payload", "m"."chat", "m"."thread", "m"."priority", "m"."timeZone",
        "m"."dueAt", "m"."notBefore", "m"."expiresAt", ${waiting('"m"."broadcastId"')}, "m"."reason",
        "m"."isInvitation", "m"."isForgetful", "m"."broadcastId"
      FROM ${wanted} AS "m" WHERE true ON CONFLICT ("key") DO NOTHING`,

    due: [0, 1, 2].map(due).join(' UNION ALL '),

    claim: `UPDATE "Outgoing" SET "status" = 'claimed', "claimedBy" = ?
      WHERE ${STATUS} = 'pending' AND "id" IN ${numbers} RETURNING "id"`,

    /** What was said is never taken back, whoever holds the row by now. */
    done: `UPDATE "Outgoing" SET "status" = "m"."status", "reason" = "m"."reason", "attempts" = "m"."attempts",
        "sentAt" = "m"."sentAt", "messageId" = "m"."messageId", "claimedBy" = NULL,
        "said" = CASE WHEN "isForgetful" THEN NULL ELSE "m"."said" END, ${FORGET}
      FROM ${done} AS "m" WHERE "Outgoing"."id" = "m"."id" AND (
        ${STATUS} = 'claimed' AND "claimedBy" = ?
        OR "m"."status" = 'sent' AND ${STATUS} IN ('claimed', 'pending', 'held', 'unknown'))`,

    back: `UPDATE "Outgoing" SET "status" = ${waiting('"Outgoing"."broadcastId"')}, "claimedBy" = NULL, "sentAt" = NULL,
        "notBefore" = "m"."notBefore", "reason" = "m"."reason", "attempts" = "m"."attempts", "messageId" = "m"."messageId"
      FROM ${back} AS "m"
      WHERE "Outgoing"."id" = "m"."id" AND ${STATUS} = 'claimed' AND "claimedBy" = ?`,

    begin: `UPDATE "Outgoing" SET "sentAt" = ? WHERE "id" = ? AND "status" = 'claimed' AND "claimedBy" = ?`,

    takeBack: `UPDATE "Outgoing" SET "status" = ${waiting('"Outgoing"."broadcastId"')}, "claimedBy" = NULL
      WHERE "status" = 'claimed' AND "claimedBy" <> ? AND NOT (${IS_GROUP_BEGUN})`,

    doubt: `UPDATE "Outgoing" SET "status" = 'unknown', "reason" = ?, "claimedBy" = NULL, ${FORGET}
      WHERE "status" = 'claimed' AND "claimedBy" <> ? AND ${IS_GROUP_BEGUN} RETURNING "id"`,

    /** The beginning of the key is given once on PostgreSQL, twice on SQLite, which finds it by the index that way. */
    cancel: `UPDATE "Outgoing" SET "status" = 'cancelled', ${FORGET} WHERE ${
      engine === 'postgresql'
        ? `"status" IN ('pending', 'held') AND starts_with("key", ?)`
        : `${STATUS} IN ('pending', 'held') AND "key" >= ? AND "key" < ? || char(1114111)`
    }`,

    /** Some of a broadcast: the next to go come first, then any, which is found quicker. */
    turn: (to: OutgoingStatus, from: readonly OutgoingStatus[], isFirst: boolean) =>
      `UPDATE "Outgoing" SET "status" = '${to}'${to === 'cancelled' ? `, ${FORGET}` : ''} WHERE "id" IN (SELECT "id" FROM "Outgoing"
        WHERE "broadcastId" = ? AND "status" IN (${from.map((each) => `'${each}'`).join(', ')})
        ${isFirst ? 'ORDER BY "notBefore"' : ''} LIMIT ?)`,

    invitations: `SELECT "id", "chat", "status" FROM "Outgoing" WHERE "chat" IN ${numbers} AND "isInvitation"
      AND (${STATUS} = 'sent' AND "sentAt" > ? OR ${STATUS} = 'claimed')`,

    prune: `DELETE FROM "Outgoing" WHERE "dueAt" < ? AND "status" NOT IN ('pending', 'held', 'claimed')`,
    move: `UPDATE "Outgoing" SET "chat" = ? WHERE "chat" = ? AND "status" IN ('pending', 'held', 'claimed')`,
  }
}
