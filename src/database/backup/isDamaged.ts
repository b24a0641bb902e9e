import type Libsql from 'libsql'

/** What is wrong with a SQLite file by SQLite's own check of every page and index; nothing when it is sound. */
export function isDamaged(database: Libsql.Database): string | undefined {
  const found = database.prepare('PRAGMA integrity_check(1)').get() as { integrity_check: string }
  if (found.integrity_check !== 'ok') return found.integrity_check
  const orphan = database.prepare('PRAGMA foreign_key_check').get() as { table: string } | undefined
  return orphan && `rows of ${orphan.table} point to nothing`
}
