import { migrate } from '../migrate.ts'
import { isUpToDate } from '../migrationState.ts'
import { readMigrations } from '../migrations.ts'
import { openDatabase } from '../open.ts'
import { DatabaseProblem } from '../problem.ts'
import { openSoleSqlite, type SoleSqlite } from '../soleSqlite.ts'
import { compareTable } from './compareTable.ts'
import { copyTable } from './copyTable.ts'
import { readTables, type Table } from './tables.ts'
import { inTransaction, type Target } from './target.ts'

/** What was moved. */
export interface Moved {
  /** Rows by table. */
  rows: Record<string, number>
  /** Texts out of which a NUL character was left, because PostgreSQL cannot hold it. */
  mended: number
}

/** Filled by a migration, so never empty; what the regency has made of it comes with the move. */
const FILLED_BY_MIGRATION = ['Holiday']

/**
 * Copies a whole SQLite database into an empty PostgreSQL database, which is migrated first, keeps all ids, and
 * compares every row afterwards. It happens in one transaction: until everything was found the same, there is
 * nothing. The source stays as it is; nobody can use it meanwhile.
 *
 * @param path of the SQLite file @param url of the PostgreSQL database
 * @throws {DatabaseProblem} when a bot runs on the source, the target is in use, or anything differs
 */
export async function moveDatabase(path: string, url: string): Promise<Moved> {
  const source = openSoleSqlite(path)
  try {
    if (!(await isUpToDate(source, readMigrations('sqlite'))))
      throw new DatabaseProblem(
        `The database ${path} is not at the schema of this version: run suluh migrate.`,
      )
    const shown = await prepare(url)
    const tables = await readTables(source)
    const moved = await inTransaction(url, shown, (target) => copy(source, target, tables))
    await inTransaction(url, shown, (target) => target.query('ANALYZE'))
    return moved
  } finally {
    source.close()
  }
}

/** Migrates the target. @returns its address without the password */
async function prepare(url: string): Promise<string> {
  const target = await openDatabase(url)
  try {
    await migrate(target)
    return target.url
  } finally {
    await target.close()
  }
}

async function copy(source: SoleSqlite, target: Target, tables: readonly Table[]): Promise<Moved> {
  const names = tables.map(({ name }) => `"${name}"`)
  // A bot that is started on it meanwhile waits, and finds all or nothing.
  await target.query(`LOCK TABLE ${names.join(', ')} IN ACCESS EXCLUSIVE MODE`)
  for (const { name } of tables) await makeSureOfEmpty(target, name)
  const moved: Moved = { rows: {}, mended: 0 }
  for (const table of tables) {
    const { rows, mended } = await copyTable(source, target, table).catch((fault) => explain(table, fault))
    moved.rows[table.name] = rows
    moved.mended += mended
    await goOnCounting(target, table)
  }
  for (const table of tables) await compareTable(source, target, table)
  return moved
}

async function makeSureOfEmpty(target: Target, table: string): Promise<void> {
  if (FILLED_BY_MIGRATION.includes(table)) {
    await target.query(`DELETE FROM "${table}"`)
    return
  }
  const found = await target.query(`SELECT 1 AS "one" FROM "${table}" LIMIT 1`)
  if (found.length > 0)
    throw new DatabaseProblem(
      `The target is not empty (table ${table} has rows): make a new database with createdb and move to that.`,
    )
}

/** Numbers go on after the last one that was ever given: one that was deleted is still on somebody's buttons. */
async function goOnCounting(target: Target, { name, lastNumber }: Table): Promise<void> {
  if (lastNumber === undefined || lastNumber < 1) return
  await target.query(`SELECT setval(pg_get_serial_sequence('"${name}"', 'id'), $1)`, [lastNumber])
}

/** What PostgreSQL refuses, without the values that it quotes. */
function explain({ name }: Table, fault: unknown): never {
  const { code, message } = fault as { code?: string; message: string }
  throw new DatabaseProblem(
    `Table ${name} could not be copied: ${message.replace(/"[^"]*"/g, '"…"')} (${code ?? 'no code'}). Nothing was kept.`,
    { cause: fault },
  )
}
