import type { Row } from '../link.ts'
import type { SoleSqlite } from '../soleSqlite.ts'

/** A table as the SQLite file itself describes it: what is in the schema can never be forgotten. */
export interface Table {
  name: string
  columns: readonly Column[]
  /** Columns of the primary key, in its order. */
  key: readonly string[]
  /** The number that was given last, where SQLite counts them: it is never given again. */
  lastNumber: number | undefined
}

export interface Column {
  name: string
  type: ColumnType
}

/** What Prisma declares columns as in SQLite. */
export const COLUMN_TYPES = ['TEXT', 'INTEGER', 'BIGINT', 'BOOLEAN', 'DATETIME'] as const
export type ColumnType = (typeof COLUMN_TYPES)[number]

/** All tables but the list of migrations, each after those that its rows point to. */
export async function readTables(source: SoleSqlite): Promise<Table[]> {
  const names = await source.read<{ name: string } & Row>(
    `SELECT name FROM sqlite_master
     WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '_prisma_migrations' ORDER BY name`,
    [],
  )
  const tables = await Promise.all(names.map(({ name }) => readTable(source, name)))
  return parentsFirst(tables)
}

type Pointing = Table & { pointsTo: readonly string[] }

async function readTable({ read }: SoleSqlite, name: string): Promise<Pointing> {
  const columns = await read<{ name: string; type: string; position: number } & Row>(
    `SELECT name, type, pk AS position FROM pragma_table_info('${name}')`,
    [],
  )
  const parents = await read<{ parent: string } & Row>(
    `SELECT DISTINCT "table" AS parent FROM pragma_foreign_key_list('${name}')`,
    [],
  )
  const [counted] = await read<{ seq: number } & Row>(`SELECT seq FROM sqlite_sequence WHERE name = ?`, [
    name,
  ])
  return {
    name,
    columns: columns.map(({ name: column, type }) => ({ name: column, type: knownType(type) })),
    key: columns
      .filter(({ position }) => position > 0)
      .sort((one, other) => one.position - other.position)
      .map(({ name: column }) => column),
    lastNumber: counted?.seq,
    pointsTo: parents.map(({ parent }) => parent),
  }
}

function knownType(declared: string): ColumnType {
  const type = COLUMN_TYPES.find((known) => known === declared.toUpperCase())
  if (!type) throw new Error(`columns declared as ${declared} are not moved yet`)
  return type
}

function parentsFirst(tables: readonly Pointing[]): Table[] {
  const placed: Pointing[] = []
  while (placed.length < tables.length) {
    const next = tables.find(
      (table) =>
        !placed.includes(table) &&
        table.pointsTo.every((parent) => parent === table.name || placed.some(({ name }) => name === parent)),
    )
    if (!next) throw new Error('tables that point to each other in a circle are not moved yet')
    placed.push(next)
  }
  return placed
}
