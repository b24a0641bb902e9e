import type Libsql from 'libsql'

/** Rows by table. */
export type RowCounts = Record<string, number>

/** Counts the rows of every table of a SQLite database. */
export function countRows(database: Libsql.Database): RowCounts {
  const tables = database
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .all() as { name: string }[]
  return Object.fromEntries(
    tables.map(({ name }) => {
      const { rows } = database.prepare(`SELECT COUNT(*) AS rows FROM "${name}"`).get() as { rows: number }
      return [name, rows]
    }),
  )
}
