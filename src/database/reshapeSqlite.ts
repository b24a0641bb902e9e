import { setTimeout } from 'node:timers/promises'
import type { Link } from './link.ts'
import { sqliteAdapters } from './sqliteAdapters.ts'
import { connectSqlite, type SqliteConnection } from './sqliteConnection.ts'
import { takeTurns } from './turns.ts'

/**
 * Lets `work` change the schema of a SQLite file in one transaction, see {@link Link.reshape}.
 *
 * It gets a connection of its own, because tables are rebuilt with foreign keys off: SQLite can only
 * switch them outside a transaction, and dropping a table with them on would empty those that point to it.
 */
export async function reshapeSqlite<T>(
  path: string,
  onStatement: (sql: string) => void,
  work: (adapters: Link['adapters']) => Promise<T>,
): Promise<T> {
  const connection = connectSqlite(path, onStatement)
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

/** Waits up to a minute for another instance that migrates; not inside SQLite, which would stop this program. */
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
