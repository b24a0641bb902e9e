import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { chmod, open } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import Libsql from 'libsql'
import { isUpToDate } from '../migrationState.ts'
import { readMigrations } from '../migrations.ts'
import { DatabaseProblem } from '../problem.ts'
import { openSoleSqlite, type SoleSqlite } from '../soleSqlite.ts'
import { isDamaged } from './isDamaged.ts'
import { countRows, type RowCounts } from './rowCounts.ts'

export interface Restored {
  rows: RowCounts
  /** Where the database that was there before lies now. */
  before: string | undefined
}

/**
 * Puts a backup in the place of the database. What was there is kept beside it under another name. Its write-ahead
 * log goes with it: SQLite would mix what stands there into the backup.
 *
 * @throws {DatabaseProblem} when a bot runs on the database, the backup is not sound, or a newer version made it;
 * nothing has changed then
 */
export async function restoreSqlite(backup: string, database: string, now: Date): Promise<Restored> {
  const source = resolve(backup)
  if (!existsSync(source)) throw new DatabaseProblem(`There is no backup ${source}.`)
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const before = existsSync(database) ? `${database}.before-restore-${stamp}` : undefined
  const draft = `${database}.${randomBytes(4).toString('hex')}.part`
  const sole = before === undefined ? undefined : takeAway(database)
  try {
    copyFileSync(source, draft)
    await chmod(draft, 0o600)
    const rows = await check(draft, source)
    await sync(draft)
    sole?.becomeOneFile()
    if (before !== undefined) keep(database, before)
    // At no moment is there no database: a bot that starts now would make an empty one.
    renameSync(draft, database)
    await sync(dirname(database))
    return { rows, before }
  } finally {
    sole?.close()
    for (const companion of ['', '-journal', '-wal', '-shm']) rmSync(draft + companion, { force: true })
  }
}

/** @returns nothing for a database that is beyond reading: it is the usual reason for a restore */
function takeAway(database: string): SoleSqlite | undefined {
  try {
    return openSoleSqlite(database)
  } catch (fault) {
    if (/ is in use: /.test((fault as Error).message)) throw fault
    return undefined
  }
}

function keep(database: string, before: string) {
  linkSync(database, before)
  for (const companion of ['-wal', '-shm'])
    if (existsSync(database + companion)) renameSync(database + companion, before + companion)
}

async function check(draft: string, source: string): Promise<RowCounts> {
  const copy = new Libsql(draft)
  try {
    const damage = isDamaged(copy)
    if (damage) throw new DatabaseProblem(`The backup ${source} is not sound (${damage}).`)
    const rows = countRows(copy)
    if (!rows._prisma_migrations) throw new DatabaseProblem(`${source} is no backup of Suluh.`)
    const read = async (sql: string) => copy.prepare(sql).all()
    // Throws for one that only a newer program knows.
    await isUpToDate({ url: `file:${source}`, read: read as never }, readMigrations('sqlite'))
    return rows
  } catch (fault) {
    if (fault instanceof DatabaseProblem) throw fault
    throw new DatabaseProblem(`${source} is no sound SQLite database (${(fault as Error).message}).`)
  } finally {
    copy.close()
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path)
  await handle.sync().finally(() => handle.close())
}
