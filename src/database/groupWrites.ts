import type { Link, Value } from './link.ts'
import type { SqliteConnection } from './sqliteConnection.ts'
import { toSqlite } from './sqliteValues.ts'
import type { Turns } from './turns.ts'

/**
 * Gathers the writes that arrive in one turn of the event loop and commits them together: waiting for
 * the disk is most of what a small write costs. Each is still answered for itself: one that breaks a
 * constraint fails alone, and none is reported as done before the common commit.
 */
export function groupWrites(connection: SqliteConnection, turns: Turns): Link['write'] {
  let waiting: Write[] = []

  function flush() {
    const group = waiting
    waiting = []
    try {
      for (const answer of runGroup(connection, group)) answer()
    } catch (error) {
      for (const write of group) write.reject(error)
    }
  }

  return (sql, values) =>
    new Promise((resolve, reject) => {
      waiting.push({ sql, values: values.map(toSqlite), resolve, reject })
      if (waiting.length === 1) setImmediate(() => void turns.between(flush))
    })
}

interface Write {
  sql: string
  values: Value[]
  resolve(count: number): void
  reject(error: unknown): void
}

/** @returns what is to be told to each, now that all is safe */
function runGroup(connection: SqliteConnection, group: readonly Write[]): (() => void)[] {
  if (group.length === 1) return group.map((write) => runOne(connection, write))
  connection.execute('BEGIN IMMEDIATE', [])
  try {
    const answers = group.map((write) => runOne(connection, write))
    connection.execute('COMMIT', [])
    return answers
  } finally {
    if (connection.isInTransaction()) connection.execute('ROLLBACK', [])
  }
}

function runOne(connection: SqliteConnection, { sql, values, resolve, reject }: Write): () => void {
  const isTogether = connection.isInTransaction()
  try {
    const { rowsAffected } = connection.execute(sql, values)
    return () => resolve(rowsAffected)
  } catch (error) {
    // A broken constraint undoes its own statement only; a full disk undoes what went before it too.
    if (isTogether && !connection.isInTransaction()) throw error
    return () => reject(error)
  }
}
