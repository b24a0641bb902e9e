import { readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { fromBufferPromise } from 'yauzl'

type Cell = string | number | boolean | null

/** The sheets of a workbook, row by row, read by a reader that is not ours. */
export const sheetsOf = (path: string): Map<string, Cell[][]> => sheetsOfBytes(readFileSync(path))

export function sheetsOfBytes(bytes: Buffer): Map<string, Cell[][]> {
  const workbook = read(bytes)
  return new Map(
    workbook.SheetNames.map((name) => [
      name,
      utils.sheet_to_json<Cell[]>(workbook.Sheets[name] ?? {}, { header: 1, defval: null, raw: true }),
    ]),
  )
}

/** The rows of a CSV file, as texts. */
export const rowsOf = (content: Buffer, delimiter = ';'): string[][] =>
  parse(content, { bom: true, delimiter, relax_column_count: false })

/** The files in an archive. */
export async function filesOf(path: string): Promise<Map<string, Buffer>> {
  const archive = await fromBufferPromise(readFileSync(path))
  const files = new Map<string, Buffer>()
  for await (const entry of archive.eachEntry())
    files.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)))
  return files
}

/** The values below a header. */
export function column(rows: readonly (readonly Cell[])[], header: string): Cell[] {
  const [first = [], ...rest] = rows
  const place = first.indexOf(header)
  if (place < 0) throw new Error(`no column ${header} in ${first.join(', ')}`)
  return rest.map((row) => row[place] ?? null)
}
