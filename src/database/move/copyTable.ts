import type { Row, Value } from '../link.ts'
import { toPostgresql } from '../postgresqlValues.ts'
import type { SoleSqlite } from '../soleSqlite.ts'
import { inBatches } from './inBatches.ts'
import { rowsOf } from './rowsOf.ts'
import type { ColumnType, Table } from './tables.ts'
import type { Target } from './target.ts'
import { withoutNul } from './withoutNul.ts'

const POSTGRESQL_TYPES: Record<ColumnType, string> = {
  TEXT: 'text',
  INTEGER: 'int',
  BIGINT: 'bigint',
  BOOLEAN: 'boolean',
  DATETIME: 'timestamp',
}

/** What was copied of a table. */
export interface Copied {
  rows: number
  /** Texts with a NUL character, which PostgreSQL cannot hold: it was left out. */
  mended: number
}

/**
 * Copies the rows of a table in the order of its key. Whatever tells of people has random keys: laid down in their
 * order, nothing on PostgreSQL's pages says in which order answers came, as nothing in SQLite does.
 */
export async function copyTable(source: SoleSqlite, target: Target, table: Table): Promise<Copied> {
  const insert = insertOf(table)
  const copied = { rows: 0, mended: 0 }
  for (const batch of inBatches(rowsOf(source, table))) {
    const columns = table.columns.map(({ name }) => batch.map((row) => sound(row[name] ?? null)))
    await target.query(insert, columns)
    copied.rows += batch.length
    copied.mended += batch.flatMap((row: Row) => Object.values(row)).filter(hasNul).length
  }
  return copied
}

/** A statement that takes one array for each column: however many rows there are, it is the same. */
function insertOf({ name, columns }: Table): string {
  const names = columns.map((column) => `"${column.name}"`).join(', ')
  const arrays = columns.map(({ type }, index) => `$${index + 1}::${POSTGRESQL_TYPES[type]}[]`).join(', ')
  return `INSERT INTO "${name}" (${names}) SELECT * FROM unnest(${arrays})`
}

const sound = (value: Value) => toPostgresql(withoutNul(value))
const hasNul = (value: Value) => withoutNul(value) !== value
