import type { TextSheet } from './textSheet.ts'

/** A row to write: texts by header. */
export type WrittenRow = ReadonlyMap<string, string>

/**
 * A sheet with a column for each header that a row has.
 * @param order how the columns stand; those of one kind, such as `label::id` and `label::en`, stand together
 */
export function sheetOfRows(name: string, rows: readonly WrittenRow[], order: readonly string[]): TextSheet {
  const kindOf = (header: string) => {
    const at = order.indexOf(header.split('::')[0] ?? '')
    return at < 0 ? order.length : at
  }
  const headers = [...new Set(rows.flatMap((row) => [...row.keys()]))]
    .map((header, at) => ({ header, at }))
    .sort((one, other) => kindOf(one.header) - kindOf(other.header) || one.at - other.at)
    .map(({ header }) => header)
  const cells = rows.map((row) => headers.map((header) => row.get(header) ?? ''))
  return { name, rows: [headers, ...cells].map((each, at) => ({ number: at + 1, cells: each })) }
}
