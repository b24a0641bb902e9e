import type { Link, Step } from './link.ts'
import type { SqliteConnection } from './sqliteConnection.ts'
import { toSqlite } from './sqliteValues.ts'
import type { Turns } from './turns.ts'

/** {@link Link.writeTogether} on SQLite: all in one turn of the one connection. */
export function writeTogether(connection: SqliteConnection, turns: Turns): Link['writeTogether'] {
  return (steps) => turns.between(() => runAll(connection, steps))
}

function runAll(connection: SqliteConnection, steps: readonly Step[]): boolean {
  connection.execute('BEGIN IMMEDIATE', [])
  try {
    for (const { sql, values, needs = 0 } of steps) {
      if (connection.execute(sql, values.map(toSqlite)).rowsAffected < needs) return false
    }
    connection.execute('COMMIT', [])
    return true
  } finally {
    // Also after a step that changed too little: nothing of the others may remain.
    if (connection.isInTransaction()) connection.execute('ROLLBACK', [])
  }
}
