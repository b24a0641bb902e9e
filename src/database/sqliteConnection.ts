import Libsql from 'libsql'
import { LRUCache } from 'lru-cache'
import type { StatementListener } from './link.ts'

/** One open SQLite file. Every call runs to its end before it returns; taking turns is the caller's affair. */
export interface SqliteConnection {
  execute(sql: string, values: readonly unknown[]): SqliteResult
  /** The rows of a query one after the other, for more than the memory would hold. */
  iterate(sql: string): Iterable<SqliteResult['rows'][number]> & Pick<SqliteResult, 'columns' | 'columnTypes'>
  /** Several statements, without values. */
  script(sql: string): void
  /** False also after SQLite itself has rolled a transaction back, as it does when the disk is full. */
  isInTransaction(): boolean
  /** Moves all that is in the write-ahead log into the file itself and empties the log, if nobody reads just now. */
  emptyLog(): void
  close(): void
}

/** Rows as arrays; a row with a BIGINT column has its integers there as bigint. */
export interface SqliteResult {
  columns: string[]
  /** Declared types in capitals, such as `BIGINT`; empty for an expression. */
  columnTypes: string[]
  rows: unknown[][]
  rowsAffected: number
}

/**
 * Opens the file with the settings that everything relies on:
 * - WAL and `synchronous=FULL`: what was answered to a person survives a power cut;
 * - `secure_delete`: a deleted draft leaves no trace in the file;
 * - `busy_timeout`: a backup or a second instance makes us wait, not fail.
 *
 * @param isSole nobody else may have the file open meanwhile, not even to read
 */
export function connectSqlite(
  path: string,
  onStatement: StatementListener = () => {},
  { isSole = false } = {},
): SqliteConnection {
  const db = new Libsql(path)
  // Before anything else touches the file: a log that was opened for several stays so.
  if (isSole) db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA busy_timeout = 500; BEGIN IMMEDIATE; COMMIT')
  db.exec(`
    PRAGMA busy_timeout = 5000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
  `)
  // Preparing costs as much as running. Bounded because lists in a query give ever new texts.
  const prepared = new LRUCache<string, Prepared>({ max: 300 })

  function prepare(sql: string): Prepared {
    const known = prepared.get(sql)
    if (known) return known
    const statement = db.prepare(sql)
    const fresh = statement.reader ? describe(statement) : { statement, columns: [], columnTypes: [] }
    prepared.set(sql, fresh)
    return fresh
  }

  // Without waiting for other readers: that would stop the whole program.
  function emptyLog() {
    if (db.open)
      db.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = 5000')
  }

  return {
    execute(sql, values) {
      onStatement(sql)
      const { statement, columns, columnTypes } = prepare(sql)
      if (columns.length === 0) {
        return { columns, columnTypes, rows: [], rowsAffected: statement.run(values).changes }
      }
      const rows = statement.all(values) as unknown[][]
      return {
        columns,
        columnTypes,
        rows: hasBigInts(columnTypes) ? rows.map((row) => plainIntegers(row, columnTypes)) : rows,
        rowsAffected: 0,
      }
    },
    iterate(sql) {
      onStatement(sql)
      const { statement, columns, columnTypes } = prepare(sql)
      return {
        columns,
        columnTypes,
        *[Symbol.iterator]() {
          for (const row of statement.iterate([]) as Iterable<unknown[]>)
            yield hasBigInts(columnTypes) ? plainIntegers(row, columnTypes) : row
        },
      }
    },
    script(sql) {
      onStatement(sql)
      prepared.clear()
      db.exec(sql)
    },
    isInTransaction: () => db.inTransaction,
    emptyLog,
    close() {
      prepared.clear()
      // libsql lets go of the file only when its prepared statements have been collected, so SQLite's own
      // tidying up would come late; what was written shall be in the file itself now.
      try {
        emptyLog()
      } finally {
        db.close()
      }
    },
  }
}

interface Prepared {
  statement: Libsql.Statement
  columns: string[]
  columnTypes: string[]
}

function describe(statement: Libsql.Statement): Prepared {
  const described = statement.columns()
  const columnTypes = described.map(({ type }) => type?.toUpperCase() ?? '')
  statement.raw(true)
  // Telegram's ids outgrow 32 bits; only then is the detour through bigint worth its cost.
  statement.safeIntegers(hasBigInts(columnTypes))
  return { statement, columns: described.map(({ name }) => name), columnTypes }
}

const hasBigInts = (columnTypes: readonly string[]) => columnTypes.includes('BIGINT')

/** Only BIGINT columns hold bigints: Prisma joins rows by their keys, and 1n is not 1. */
function plainIntegers(row: unknown[], columnTypes: readonly string[]): unknown[] {
  return row.map((value, index) =>
    typeof value === 'bigint' && columnTypes[index] === 'INTEGER' ? Number(value) : value,
  )
}
