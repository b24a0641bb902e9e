import { mostSimilar } from '../expression/mostSimilar.ts'
import type { ProblemList } from './problemList.ts'
import type { Table } from './table.ts'

/** Tells the columns without which a sheet cannot be read. */
export function requireColumns(table: Table, columns: readonly string[], problems: ProblemList): void {
  for (const wanted of columns) {
    if (table.has(wanted)) continue
    const unknown = table.headings.filter(({ column }) => column === undefined).map(({ header }) => header)
    const similar = mostSimilar(wanted, unknown)
    problems.error(
      { sheet: table.sheet },
      { code: 'missing_column', wanted, ...(similar !== undefined && { similar }) },
    )
  }
}
