import { PrismaLibSql } from '@prisma/adapter-libsql'
import type { SqliteConnection, SqliteResult } from './sqliteConnection.ts'
import type { Turns } from './turns.ts'

/** The client that `@prisma/adapter-libsql` talks to; as much of it as the adapter uses. */
type LibsqlClient = ReturnType<PrismaLibSql['createClient']>

/**
 * Prisma's adapter over our one connection.
 *
 * libsql's own client gives its connection away at every transaction and opens another: two file
 * descriptors lost each time, and the settings of the connection with them. Here BEGIN and COMMIT run on
 * the connection that is there.
 */
export function sqliteAdapters(connection: SqliteConnection, turns: Turns): PrismaLibSql {
  const client = {
    execute: (statement: Statement) => turns.between(() => run(connection, statement)),
    executeMultiple: (script: string) => turns.between(() => connection.script(script)),
    transaction: () => begin(connection, turns),
    // The connection outlives the adapter: whoever opened it closes it.
    close() {},
  } as unknown as LibsqlClient

  return new (class extends PrismaLibSql {
    override createClient() {
      return client
    }
  })({ url: 'file:' })
}

interface Statement {
  sql: string
  args: unknown[]
}

// IMMEDIATE, because a transaction that reads first and writes later fails at once, without waiting,
// when another process has written in between.
async function begin(connection: SqliteConnection, turns: Turns) {
  const leave = await turns.take()
  try {
    connection.execute('BEGIN IMMEDIATE', [])
  } catch (error) {
    leave()
    throw error
  }

  function end(sql: 'COMMIT' | 'ROLLBACK') {
    try {
      if (connection.isInTransaction()) connection.execute(sql, [])
      else if (sql === 'COMMIT') throw lostTransaction()
    } finally {
      if (connection.isInTransaction()) connection.execute('ROLLBACK', [])
      leave()
    }
  }

  return {
    async execute(statement: Statement) {
      // Else the rest of a transaction that SQLite gave up would be written piece by piece.
      if (!connection.isInTransaction()) throw lostTransaction()
      return run(connection, statement)
    },
    commit: async () => end('COMMIT'),
    rollback: async () => end('ROLLBACK'),
  }
}

function run(connection: SqliteConnection, { sql, args }: Statement): SqliteResult {
  return connection.execute(
    sql,
    args.map((value) => (typeof value === 'boolean' ? Number(value) : value)),
  )
}

function lostTransaction() {
  return Object.assign(new Error('SQLite has given up this transaction; nothing of it was stored'), {
    code: 'TRANSACTION_CLOSED',
    rawCode: 1,
  })
}
