import type { Row, Value } from './link.ts'
import { momentText } from './momentText.ts'
import type { SqliteResult } from './sqliteConnection.ts'

/** A value as Prisma's adapter would store it, so that both ways in give the same rows. */
export function toSqlite(value: Value): string | number | bigint | null {
  if (typeof value === 'boolean') return Number(value)
  if (value instanceof Date) return momentText(value)
  return value
}

/** The rows as {@link Row} promises, by the declared types of their columns. */
export function fromSqlite({ columns, columnTypes, rows }: SqliteResult): Row[] {
  return rows.map((values) => {
    const row: Row = {}
    columns.forEach((name, i) => {
      row[name] = fromColumn(values[i] as Value, columnTypes[i])
    })
    return row
  })
}

function fromColumn(value: Value, type: string | undefined): Value {
  if (value === null) return null
  if (type === 'BOOLEAN') return Boolean(value)
  if (type === 'DATETIME' && typeof value === 'string') return new Date(value)
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value
  return value
}
