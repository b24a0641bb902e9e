import type { Cell } from '../../src/spreadsheet/cell.ts'
import { LIMITS, type Limits } from '../../src/spreadsheet/limits.ts'
import { readContent } from '../../src/spreadsheet/readContent.ts'
import type { Sheet } from '../../src/spreadsheet/sheet.ts'

/** Reads a file in this thread, CSV too. */
export const readHere = (bytes: Uint8Array, limits: Partial<Limits> = {}) =>
  readContent(bytes, { limits: { ...LIMITS, ...limits }, csv: true })

/** The sheets of a file that can be read. */
export async function sheetsIn(bytes: Uint8Array): Promise<Sheet[]> {
  const content = await readHere(bytes)
  if ('problem' in content) throw new Error(`it cannot be read: ${content.problem.code}`)
  return content.sheets
}

/** The cells of the first sheet by row, without the numbers of rows. */
export async function cellsIn(bytes: Uint8Array): Promise<Cell[][]> {
  const [first] = await sheetsIn(bytes)
  return (first?.rows ?? []).map(({ cells }) => cells)
}
