import type { Row, Value } from '../link.ts'
import { DatabaseProblem } from '../problem.ts'
import type { SoleSqlite } from '../soleSqlite.ts'
import { inBatches } from './inBatches.ts'
import { rowsOf } from './rowsOf.ts'
import { selectByKey } from './selectByKey.ts'
import type { Table } from './tables.ts'
import type { Target } from './target.ts'
import { withoutNul } from './withoutNul.ts'

/**
 * Reads all rows of a table on both sides in the order of its key and compares each value.
 * @throws {DatabaseProblem} naming the first difference by table, row and column, never by what stands there
 */
export async function compareTable(source: SoleSqlite, target: Target, table: Table): Promise<void> {
  const { name, columns } = table
  const differs = (row: number, what: string) =>
    new DatabaseProblem(`Table ${name} is not the same on both sides: row ${row} ${what}. Nothing was kept.`)

  await target.query(`DECLARE arrived CURSOR FOR ${selectByKey(table, 'postgresql')}`)
  let position = 0
  // As many rows as were read here: so what comes from there fits into the memory too.
  for (const batch of inBatches(rowsOf(source, table))) {
    const arrived = await target.query<Row>(`FETCH ${batch.length} FROM arrived`)
    for (const [index, row] of batch.entries()) {
      position += 1
      const other = arrived[index]
      if (!other) throw differs(position, 'is missing')
      const wrong = columns.find((column) => !isSame(row[column.name], other[column.name]))
      if (wrong) throw differs(position, `has another ${wrong.name}`)
    }
  }
  if ((await target.query('FETCH 1 FROM arrived')).length > 0) throw differs(position + 1, 'is one too many')
  await target.query('CLOSE arrived')
}

function isSame(before: Value | undefined, after: Value | undefined): boolean {
  if (before === undefined || after === undefined) return false
  if (before instanceof Date) return after instanceof Date && before.getTime() === after.getTime()
  return withoutNul(before) === after
}
