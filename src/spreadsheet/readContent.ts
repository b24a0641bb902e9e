import { foreignFile } from './foreignFile.ts'
import type { Limits } from './limits.ts'
import type { Sheet } from './sheet.ts'
import type { SpreadsheetProblem } from './spreadsheetProblem.ts'
import { Unreadable } from './unreadable.ts'

export type SpreadsheetContent = { sheets: Sheet[] } | { problem: SpreadsheetProblem }

/** What to read. */
export interface Reading {
  limits: Limits
  /** Whether text is read as CSV; otherwise it is told that a workbook is wanted. */
  csv: boolean
}

/**
 * Reads a spreadsheet, told apart by content, in this process: `readSpreadsheet` does so in a process of its own,
 * where neither time nor memory can be taken from others.
 */
export async function readContent(given: Uint8Array, { limits, csv }: Reading): Promise<SpreadsheetContent> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  if (bytes.length === 0) return { problem: { code: 'empty' } }
  const foreign = foreignFile(bytes)
  if (foreign) return { problem: foreign }
  try {
    // Each kind has its library, and loading them all takes longer than reading most files.
    if (startsWith(bytes, [0x50, 0x4b])) {
      const { readXlsx } = await import('./readXlsx.ts')
      return { sheets: await readXlsx(bytes, limits) }
    }
    if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
      const { readXls } = await import('./readXls.ts')
      return { sheets: readXls(bytes, limits) }
    }
    if (!isText(bytes)) return { problem: { code: 'unknown' } }
    if (!csv) return { problem: { code: 'text' } }
    const { readCsv } = await import('./readCsv.ts')
    return { sheets: readCsv(bytes, limits) }
  } catch (fault) {
    if (fault instanceof Unreadable) return { problem: fault.problem }
    throw fault
  }
}

const startsWith = (bytes: Buffer, start: number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

/** Text has no zero bytes, unless its byte order mark says that each character has two. */
const isText = (bytes: Buffer): boolean =>
  startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]) || !bytes.includes(0)
