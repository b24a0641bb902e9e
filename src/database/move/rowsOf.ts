import type { Row, Value } from '../link.ts'
import type { SoleSqlite } from '../soleSqlite.ts'
import { selectByKey } from './selectByKey.ts'
import type { Table } from './tables.ts'

/** The rows of a table in SQLite, in the order of its key. */
export function* rowsOf(source: SoleSqlite, table: Table): Generator<Row> {
  const texts = table.columns.filter(({ type }) => type === 'TEXT').map(({ name }) => name)
  for (const row of source.iterate(selectByKey(table, 'sqlite'))) {
    for (const name of texts) row[name] = decode(row[name] ?? null)
    yield row
  }
}

const decode = (bytes: Value): Value =>
  (bytes as unknown) instanceof Uint8Array ? Buffer.from(bytes as unknown as Uint8Array).toString() : bytes
