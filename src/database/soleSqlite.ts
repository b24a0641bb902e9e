import { existsSync } from 'node:fs'
import type { Link, Row } from './link.ts'
import { DatabaseProblem } from './problem.ts'
import { connectSqlite } from './sqliteConnection.ts'
import { sqliteProblem } from './sqliteProblem.ts'
import { fromSqlite, toSqlite } from './sqliteValues.ts'

/** A SQLite database that nobody else can open, not even to read, until it is closed. */
export interface SoleSqlite extends Pick<Link, 'read' | 'url'> {
  path: string
  /** The rows of a query one after the other, with the types of {@link Row}. */
  iterate(sql: string): Iterable<Row>
  /** Moves all that stands in the write-ahead log into the file itself, and removes the log. */
  becomeOneFile(): void
  close(): void
}

/**
 * Takes a SQLite database for oneself. A bot that runs on it is found out by the lock that each of its connections
 * has on the file, and one that is started meanwhile waits and then says that the database is locked.
 * @throws {DatabaseProblem} when it is in use, missing or damaged
 */
export function openSoleSqlite(path: string): SoleSqlite {
  if (!existsSync(path)) throw new DatabaseProblem(`There is no database ${path}: correct DATABASE_URL.`)
  try {
    const connection = connectSqlite(path, undefined, { isSole: true })
    return {
      path,
      url: `file:${path}`,
      read: async <R extends Row>(sql: string, values: Parameters<Link['read']>[1]) =>
        fromSqlite(connection.execute(sql, values.map(toSqlite))) as R[],
      *iterate(sql) {
        const found = connection.iterate(sql)
        for (const row of found)
          yield* fromSqlite({
            columns: found.columns,
            columnTypes: found.columnTypes,
            rows: [row],
            rowsAffected: 0,
          })
      },
      becomeOneFile: () => connection.script('PRAGMA journal_mode = DELETE'),
      close: connection.close,
    }
  } catch (fault) {
    if ((fault as { code?: string }).code?.startsWith('SQLITE_BUSY'))
      throw new DatabaseProblem(`The database ${path} is in use: stop the bot first.`, { cause: fault })
    throw sqliteProblem(path, fault)
  }
}
