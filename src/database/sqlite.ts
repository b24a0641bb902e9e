import { accessSync, closeSync, constants, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { groupWrites } from './groupWrites.ts'
import type { Link, Row, StatementListener, Value } from './link.ts'
import { DatabaseProblem } from './problem.ts'
import { sqliteAdapters } from './sqliteAdapters.ts'
import { connectSqlite, type SqliteConnection } from './sqliteConnection.ts'
import { sqliteProblem } from './sqliteProblem.ts'
import { fromSqlite, toSqlite } from './sqliteValues.ts'
import { takeTurns } from './turns.ts'

/** Opens a SQLite file, creating it readable by its owner only. @param url `file:` and a path */
export function openSqlite(url: string, onStatement?: StatementListener): Link {
  const path = pathOf(url)
  const connection = openFile(path, onStatement)
  const turns = takeTurns()

  return {
    engine: 'sqlite',
    url: `file:${path}`,
    adapters: sqliteAdapters(connection, turns),
    write: groupWrites(connection, turns),
    read: <R extends Row>(sql: string, values: readonly Value[]) =>
      turns.between(() => fromSqlite(connection.execute(sql, values.map(toSqlite))) as R[]),
    async reshape(work) {
      const leave = await turns.take()
      try {
        return await reshape(path, onStatement, work)
      } finally {
        leave()
      }
    },
    close: () => turns.between(connection.close),
  }
}

/** `file:data/x.db`, `file:/data/x.db` and `file:///data/x.db` all name a file; what follows `?` is for other tools. */
function pathOf(url: string): string {
  const address = url.replace(/[?#].*$/s, '')
  const path = address.startsWith('file://') ? fileURLToPath(address) : address.slice('file:'.length)
  if (path === '' || path.endsWith('/') || path === ':memory:') {
    throw new DatabaseProblem(`DATABASE_URL must name a file, as in file:data/suluh.db, but it is "${url}".`)
  }
  return resolve(path)
}

function openFile(path: string, onStatement: StatementListener | undefined): SqliteConnection {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const found = statSync(path, { throwIfNoEntry: false })
    if (found?.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' })
    // A file that exists is only looked at: opening and closing it here would take away the locks of
    // connections this process has to it. Its companions (-wal, -shm) get its mode from SQLite.
    if (found) accessSync(path, constants.W_OK)
    else closeSync(openSync(path, 'a', 0o600))
    return connectSqlite(path, onStatement)
  } catch (error) {
    throw sqliteProblem(path, error)
  }
}

/**
 * The migration tools get a connection of their own: tables are rebuilt with foreign keys off, which
 * SQLite can only switch outside a transaction, and dropping a table with them on would empty others.
 */
async function reshape<T>(
  path: string,
  onStatement: StatementListener | undefined,
  work: (adapters: Link['adapters']) => Promise<T>,
): Promise<T> {
  const connection = openFile(path, onStatement)
  try {
    connection.script('PRAGMA foreign_keys = OFF')
    await begin(connection)
    const result = await work(sqliteAdapters(connection, takeTurns()))
    const { rows } = connection.execute('PRAGMA foreign_key_check', [])
    if (rows[0]) throw new Error(`rows of table ${rows[0][0]} would point to nothing`)
    connection.script('COMMIT')
    return result
  } finally {
    if (connection.isInTransaction()) connection.script('ROLLBACK')
    connection.close()
  }
}

/** Waits for another instance that migrates, for a minute; not inside SQLite, which would stop this program. */
async function begin(connection: SqliteConnection): Promise<void> {
  connection.script('PRAGMA busy_timeout = 0')
  for (let attempt = 0; ; attempt++) {
    try {
      connection.script('BEGIN IMMEDIATE')
      return
    } catch (error) {
      if (!isBusy(error) || attempt === 600) throw error
      await setTimeout(100)
    }
  }
}

function isBusy(error: unknown): boolean {
  return (error as { code?: string }).code?.startsWith('SQLITE_BUSY') ?? false
}
