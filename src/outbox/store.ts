import type { Row, Value } from '../database/link.ts'
import { momentText } from '../database/momentText.ts'
import type { Database } from '../database/open.ts'
import { MESSAGE_CLASSES, type Outgoing, type OutgoingStatus } from './outgoing.ts'
import type { Done, PutBack, WaitingRow } from './row.ts'
import { outboxStatements } from './statements.ts'

/** A message as it is put in, with the moment before which it does not go. */
export type NewRow = Outgoing & { notBefore: Date; reason?: string | undefined }

export type OutboxStore = ReturnType<typeof outboxStore>

/** Rows in one statement. */
const CHUNK = 1_000

/** The messages that the bot begins by itself: putting them in, sending them, and what became of them. */
export function outboxStore({ engine, read, write }: Database) {
  const sql = outboxStatements(engine)

  async function inChunks<T>(
    all: readonly T[],
    work: (some: readonly T[]) => Promise<number>,
  ): Promise<number> {
    let count = 0
    for (let first = 0; first < all.length; first += CHUNK)
      count += await work(all.slice(first, first + CHUNK))
    return count
  }

  return {
    /** @returns how many were new; the others' keys have been put in before */
    put: (rows: readonly NewRow[]) =>
      inChunks(rows, (some) => write(sql.put, [JSON.stringify(some.map(asColumns))])),

    /** What is to be sent now, the urgent ones first. @param most how many of each class */
    due: (now: Date, [urgent, normal, bulk]: readonly [number, number, number]) =>
      read<WaitingRow & Row>(sql.due, [now, urgent, now, normal, now, bulk]),

    /** Takes rows that nobody has taken meanwhile. @returns the ids of those that are this instance's now */
    async claim(ids: readonly number[], holder: string): Promise<Set<number>> {
      const rows = await read<{ id: number }>(sql.claim, [holder, JSON.stringify(ids)])
      return new Set(rows.map(({ id }) => id))
    },

    /**
     * A message to a group goes out now: if this instance dies, nobody knows whether it did.
     * @returns false when it is not this holder's any more
     */
    async begin(id: number, holder: string, now: Date): Promise<boolean> {
      return (await write(sql.begin, [now, id, holder])) === 1
    },

    done: (rows: readonly Done[], holder: string) =>
      inChunks(rows, (some) => write(sql.done, [JSON.stringify(some.map(withTimes)), holder])),

    putBack: (rows: readonly PutBack[], holder: string) =>
      inChunks(rows, (some) => write(sql.back, [JSON.stringify(some.map(withTimes)), holder])),

    /** What another instance had claimed waits again; what it may have said to a group is in doubt: their ids. */
    async recover(holder: string, reason: string): Promise<number[]> {
      const doubtful = await read<{ id: number }>(sql.doubt, [reason, holder])
      await write(sql.takeBack, [holder])
      return doubtful.map(({ id }) => id)
    },

    /** Those that wait and whose key begins so. @returns how many there were */
    cancel: (prefix: string) => write(sql.cancel, engine === 'postgresql' ? [prefix] : [prefix, prefix]),

    /** All messages of a broadcast that are in one of these states, the next to go first, a thousand at a time. */
    async turn(broadcast: number, from: readonly OutgoingStatus[], to: OutgoingStatus): Promise<number> {
      let count = 0
      for (;;) {
        const turned = await write(sql.turn(to, from, count === 0), [broadcast, CHUNK])
        count += turned
        if (turned < CHUNK) return count
      }
    },

    /** Invitations that these chats were sent since, or are just being sent. */
    invitations: (chats: readonly number[], since: Date) =>
      read<{ id: number; chat: number; status: OutgoingStatus } & Row>(sql.invitations, [
        JSON.stringify(chats),
        since,
      ]),

    /** Forgets what was due before this moment and is done with. */
    async prune(before: Date): Promise<void> {
      await write(sql.prune, [before])
    },

    /** A group has another id now. */
    async move(from: number, to: number): Promise<void> {
      await write(sql.move, [to, from])
    },
  }
}

const asColumns = (row: NewRow) => ({
  key: row.key,
  kind: row.kind,
  payload: JSON.stringify(row.payload),
  chat: row.chat,
  thread: row.thread,
  priority: MESSAGE_CLASSES.indexOf(row.class),
  timeZone: row.timeZone,
  dueAt: momentText(row.dueAt),
  notBefore: momentText(row.notBefore),
  expiresAt: row.expiresAt && momentText(row.expiresAt),
  reason: row.reason,
  isInvitation: row.isInvitation ?? false,
  isForgetful: row.isForgetful ?? false,
  broadcastId: row.broadcast,
})

const withTimes = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]: [string, Value]) => [
      name,
      value instanceof Date ? momentText(value) : value,
    ]),
  )
