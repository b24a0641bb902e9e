import { setImmediate } from 'node:timers/promises'
import { groupWrites } from './groupWrites.ts'
import type { Link, Row, StatementListener, Value } from './link.ts'
import { reshapeSqlite } from './reshapeSqlite.ts'
import { sqliteAdapters } from './sqliteAdapters.ts'
import { connectSqlite, type SqliteConnection } from './sqliteConnection.ts'
import { makeFile, pathOfUrl } from './sqliteFile.ts'
import { sqliteProblem } from './sqliteProblem.ts'
import { fromSqlite, toSqlite } from './sqliteValues.ts'
import { type Turns, takeTurns } from './turns.ts'
import { writeTogether } from './writeTogether.ts'

/** Opens a SQLite file, creating it readable by its owner only. @param url `file:` and a path */
export function openSqlite(url: string, onStatement: StatementListener = () => {}): Link {
  const path = pathOfUrl(url)
  const turns = takeTurns()
  const connection = openFile(path, (sql) => {
    onStatement(sql)
    sweeping.soon()
  })
  const sweeping = sweepLog(connection, turns)

  return {
    engine: 'sqlite',
    url: `file:${path}`,
    adapters: sqliteAdapters(connection, turns),
    write: groupWrites(connection, turns),
    writeTogether: writeTogether(connection, turns),
    read: <R extends Row>(sql: string, values: readonly Value[]) =>
      turns.between(() => fromSqlite(connection.execute(sql, values.map(toSqlite))) as R[]),
    async reshape(work) {
      const leave = await turns.take()
      try {
        return await reshapeSqlite(path, onStatement, work)
      } finally {
        leave()
      }
    },
    async close() {
      // Writes that wait for their common commit go first.
      await setImmediate()
      await turns.between(connection.close)
      sweeping.stop()
    },
  }
}

function openFile(path: string, onStatement: StatementListener): SqliteConnection {
  try {
    makeFile(path)
    return connectSqlite(path, onStatement)
  } catch (error) {
    throw sqliteProblem(path, error)
  }
}

/** How long what was deleted may still be found in SQLite's log file. */
const SWEEP_AFTER_MS = 10_000

/**
 * Empties the write-ahead log some seconds after it was used. SQLite would keep it until a thousand pages
 * have come together; in a quiet bot, answers that were deleted when somebody finished could be read there
 * for weeks, next to the person they came from.
 */
function sweepLog(connection: SqliteConnection, turns: Turns): { soon(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  return {
    soon() {
      timer ??= setTimeout(() => {
        timer = undefined
        // Nothing is lost when it fails, and where the disk is at fault the next write says so.
        turns.between(connection.emptyLog).catch(() => {})
      }, SWEEP_AFTER_MS).unref()
    },
    stop: () => clearTimeout(timer),
  }
}
