import type { Engine } from './link.ts'

/** What a column of {@link rowsOf} holds; moments as `momentText` writes them. */
export type ListedType = 'text' | 'bigint' | 'int' | 'timestamp' | 'boolean'

/**
 * A table in a statement, of which the rows come in one parameter: a JSON list of objects with these columns. So any
 * number of rows is one statement, which is planned once.
 */
export function rowsOf(engine: Engine, columns: Record<string, ListedType>): string {
  const names = Object.keys(columns)
  if (engine === 'postgresql') {
    const typed = names.map((name) => `"${name}" ${columns[name]}`)
    return `(SELECT * FROM jsonb_to_recordset(CAST(? AS jsonb)) AS "r"(${typed.join(', ')}))`
  }
  const picked = names.map((name) => `"value" ->> '$.${name}' AS "${name}"`)
  return `(SELECT ${picked.join(', ')} FROM json_each(?))`
}

/** Whole numbers for `IN`, of which all come in one parameter: a JSON list. */
export const numbersOf = (engine: Engine): string =>
  engine === 'postgresql'
    ? '(SELECT CAST("value" AS bigint) FROM jsonb_array_elements_text(CAST(? AS jsonb)))'
    : '(SELECT "value" FROM json_each(?))'
