import type { Engine } from '../link.ts'
import type { Column, Table } from './tables.ts'

/** All rows of a table in the order of its key, which is the same on both engines: texts by their bytes. */
export function selectByKey({ name, columns, key }: Table, engine: Engine): string {
  const types = new Map(columns.map((column) => [column.name, column.type]))
  const order = key.map((column) => {
    const isCollated = engine === 'postgresql' && types.get(column) === 'TEXT'
    return `"${name}"."${column}"${isCollated ? ' COLLATE "C"' : ''}`
  })
  return `SELECT ${columns.map(taken[engine]).join(', ')} FROM "${name}" ORDER BY ${order.join(', ')}`
}

const taken: Record<Engine, (column: Column) => string> = {
  postgresql: ({ name }) => `"${name}"`,
  // libsql ends a text at its first NUL, but not the bytes of a text.
  sqlite: ({ name, type }) => (type === 'TEXT' ? `CAST("${name}" AS BLOB) AS "${name}"` : `"${name}"`),
}
