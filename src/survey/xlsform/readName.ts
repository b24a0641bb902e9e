import { NAME } from '../definition/definition.ts'
import type { ProblemList } from './problemList.ts'
import type { Table } from './table.ts'
import type { TextRow } from './textSheet.ts'

/** Names among which a new one must not be confused: those of the same group, in lower case. */
export type Siblings = Map<string, { name: string; row: number }>

const LONGEST = 200
/** ODK keeps what it notes about an answer under this name. */
const RESERVED = 'meta'

/**
 * The name of a row; when it has no good one, another that tells the row.
 * @param fallback of a note, which needs no name
 */
export function readName(
  table: Table,
  row: TextRow,
  siblings: Siblings,
  problems: ProblemList,
  fallback?: string,
): string {
  const name = table.cell(row, 'name')
  const place = table.place(row, 'name')
  if (name === '') {
    if (fallback === undefined) problems.error(place, { code: 'missing_name' })
    return fallback ?? `row_${row.number}`
  }
  if (name === RESERVED) problems.error(place, { code: 'reserved_name', name })
  if (name === '__proto__') problems.error(place, { code: 'reserved_name', name })
  else if (!NAME.test(name) || name.length > LONGEST)
    problems.error(place, { code: 'invalid_name', name: name.slice(0, LONGEST) })
  else {
    const other = siblings.get(name.toLowerCase())
    if (other && other.name !== name)
      problems.warn(place, { code: 'similar_names', name, other: other.name, otherRow: other.row })
    siblings.set(name.toLowerCase(), { name, row: row.number })
    return name
  }
  return `row_${row.number}`
}
