import type { Database } from '../database/open.ts'
import type { DraftAct } from './draft.ts'

type Row = DraftAct & { draft: string }

interface Waiting {
  row: Row
  resolve(isNew: boolean): void
  reject(fault: unknown): void
}

/** Rows in one statement at most: enough to carry a rush, few enough to keep statements prepared. */
const MOST_ROWS = 32

/**
 * Writes answers as they come, and those that come while the disk is busy together in one statement:
 * a single answer costs one statement, a rush of them costs less each. Every caller waits for its commit.
 */
export function answerWriter(database: Database) {
  const waiting: Waiting[] = []
  let isWriting = false

  async function writeAll(): Promise<void> {
    isWriting = true
    // What arrived in the same turn of the event loop shall go together.
    await new Promise(setImmediate)
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST_ROWS)
      try {
        const count = await insert(batch.map(({ row }) => row))
        if (count === batch.length) for (const { resolve } of batch) resolve(true)
        else await settleOneByOne(batch)
      } catch {
        // One bad row fails them all; the others must not suffer, and the bad one's caller hears why.
        await writeOneByOne(batch)
      }
    }
    isWriting = false
  }

  /** Some rows were there before: tells each caller whether its own row stands. */
  async function settleOneByOne(batch: Waiting[]): Promise<void> {
    for (const { row, resolve, reject } of batch) {
      try {
        const [own] = await database.read(
          'SELECT "path", "value" FROM "DraftAnswer" WHERE "draftId" = ? AND "position" = ? AND "updateId" = ?',
          [row.draft, row.position, row.updateId],
        )
        resolve(own !== undefined)
      } catch (fault) {
        reject(fault)
      }
    }
  }

  async function writeOneByOne(batch: Waiting[]): Promise<void> {
    for (const { row, resolve, reject } of batch) {
      try {
        resolve((await insert([row])) === 1)
      } catch (fault) {
        reject(fault)
      }
    }
  }

  function insert(rows: Row[]): Promise<number> {
    const places = rows.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')
    const values = rows.flatMap((row) => [
      row.draft,
      row.position,
      row.updateId,
      row.path,
      row.value,
      row.reopens,
    ])
    return database.write(
      `INSERT INTO "DraftAnswer" ("draftId", "position", "updateId", "path", "value", "reopens") VALUES ${places} ON CONFLICT DO NOTHING`,
      values,
    )
  }

  return {
    /** Resolves after the commit: true when the row is new, false when its update or position was taken. */
    write(row: Row): Promise<boolean> {
      return new Promise((resolve, reject) => {
        waiting.push({ row, resolve, reject })
        // Faults reach the callers one by one; the loop itself has none to tell.
        if (!isWriting) void writeAll()
      })
    },
  }
}
