import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { open, rename, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import Libsql from 'libsql'
import { DatabaseProblem } from '../problem.ts'
import { isDamaged } from './isDamaged.ts'
import { countRows, type RowCounts } from './rowCounts.ts'
import { vacuumInto } from './vacuumInto.ts'

/** A backup that was made and looked at. */
export interface Backup {
  file: string
  bytes: number
  rows: RowCounts
}

/**
 * Copies a SQLite database that is being written to into a file of its own, as it was at one moment, for its owner
 * only. Deleted rows are not in the copy, nor anything of the order in which rows came. It gets its name only when it
 * is whole: SQLite's own check has found no fault, and no table lacks rows.
 *
 * @param source path of the database @param target path of the file, which must not exist
 * @throws {DatabaseProblem} with a sentence for the operator; nothing is left behind then
 */
export async function backupSqlite(source: string, target: string): Promise<Backup> {
  const file = resolve(target)
  if (!existsSync(source)) throw new DatabaseProblem(`There is no database ${source}: correct DATABASE_URL.`)
  refuseToReplace(file)
  const draft = `${file}.${randomBytes(4).toString('hex')}.part`
  const watcher = new Libsql(source)
  try {
    await (await open(draft, 'wx', 0o600)).close()
    const before = look(watcher)
    await vacuumInto(source, draft)
    const rows = check(draft, before, () => look(watcher))
    refuseToReplace(file)
    await rename(draft, file)
    await keepName(dirname(file))
    return { file, bytes: (await stat(file)).size, rows }
  } catch (fault) {
    throw explain(fault, source, file)
  } finally {
    watcher.close()
    for (const companion of ['', '-journal', '-wal', '-shm']) rmSync(draft + companion, { force: true })
  }
}

function refuseToReplace(file: string) {
  if (existsSync(file))
    throw new DatabaseProblem(`${file} is there already: choose another name, or move it away.`)
}

interface Look {
  rows: RowCounts
  /** Stays the same as long as nobody else writes. */
  state: number
}

function look(database: Libsql.Database): Look {
  const { data_version: state } = database.prepare('PRAGMA data_version').get() as { data_version: number }
  return { rows: countRows(database), state }
}

/** @returns the rows of each table, when nothing is wrong */
function check(draft: string, before: Look, lookAgain: () => Look): RowCounts {
  const copy = new Libsql(draft)
  try {
    const damage = isDamaged(copy)
    if (damage) throw new DatabaseProblem(`The copy is not sound (${damage}), so it was thrown away.`)
    const rows = countRows(copy)
    const after = lookAgain()
    const isStill = before.state === after.state
    for (const [table, count] of Object.entries(before.rows)) {
      // Of a database that is written to meanwhile nobody can tell the count at the moment of the copy.
      const isWhole = isStill ? rows[table] === count : rows[table] || !count || !after.rows[table]
      if (!isWhole)
        throw new DatabaseProblem(
          `The copy has ${rows[table] ?? 'no'} rows of ${table} where there are ${count}, so it was thrown away.`,
        )
    }
    return rows
  } finally {
    copy.close()
  }
}

/** A power cut shall not take the name away again. */
async function keepName(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

function explain(fault: unknown, source: string, file: string): unknown {
  const { code = '', message = '' } = fault as { code?: string; message?: string }
  const folder = dirname(file)
  if (code === 'ENOENT') return new DatabaseProblem(`There is no folder ${folder}: make it first.`)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new DatabaseProblem(`${file} cannot be written: give this user write access to ${folder}.`)
  if (code === 'ENOSPC' || /full/.test(message))
    return new DatabaseProblem(`The disk of ${file} is full: free about as much as ${source} takes.`)
  if (/malformed|not a database/.test(message))
    return new DatabaseProblem(
      `The database ${source} is damaged (${message}): put an older backup in place.`,
    )
  return fault
}
