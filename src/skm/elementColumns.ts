import { quoted } from '../spreadsheet/quoted.ts'

/** Where the elements are found: `columns[i]` is the index of the column of `keys[i]`. */
export type ElementColumns = { columns: number[]; ignored: string[] } | { problem: string }

/**
 * Finds the elements in a header. A column is named by an element's key or by its number in the order of `keys`
 * (U1, U2, …), whatever its case and spaces. Names of all other columns are given back as ignored.
 */
export function elementColumns(header: readonly string[], keys: readonly string[]): ElementColumns {
  const columns: number[] = []
  const ignored: string[] = []
  for (const [index, title] of header.entries()) {
    const name = title.replace(/\s/g, '').toLowerCase()
    const element = keys.findIndex(
      (key, position) => name === key.toLowerCase() || name === `u${position + 1}`,
    )
    const earlier = columns[element]
    if (element < 0) {
      if (name !== '') ignored.push(title)
    } else if (earlier === undefined) columns[element] = index
    else
      return {
        problem: `columns ${quoted(header[earlier] ?? '')} and ${quoted(title)} are both ${nameOf(element, keys)}`,
      }
  }
  const missing = keys.flatMap((_, element) =>
    columns[element] === undefined ? [nameOf(element, keys)] : [],
  )
  if (missing.length === keys.length)
    return {
      problem: `there is no header: the first row must name the columns U1 to U${keys.length} or ${keys.join(', ')}`,
    }
  if (missing.length > 0) return { problem: `the header lacks ${missing.join(', ')}` }
  return { columns, ignored }
}

const nameOf = (element: number, keys: readonly string[]) => `U${element + 1} (${keys[element]})`
