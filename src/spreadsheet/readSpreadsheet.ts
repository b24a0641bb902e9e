import { join } from 'node:path'
import { packageRoot } from '../packageRoot.ts'
import { inOwnProcess } from './inOwnProcess.ts'
import { LIMITS, type Limits } from './limits.ts'
import type { SpreadsheetContent } from './readContent.ts'
import type { Order } from './readingProcess.ts'

/** Built by `npm run build`: Node 20 runs no TypeScript. */
const PROGRAM = join(packageRoot, 'dist/spreadsheet/readingProcess.js')

export interface ReadingOptions {
  /** Where other limits than the usual ones hold. */
  limits?: Partial<Limits>
  /** Whether text is read as CSV. Otherwise a workbook is asked for. */
  csv?: boolean
}

/**
 * Reads a spreadsheet that somebody sent: .xlsx, .xlsm (Strict too), .xls, or CSV where wanted, told apart by
 * content and never by name. Formulas are not calculated, links not followed, macros not looked at. It happens in
 * a process of its own with its own memory, which ends when its time is up: no file can hang or exhaust this one.
 * @returns all sheets, or the one thing that is wrong with the file
 * @throws when the process cannot be started, or there is a bug in it
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
  options: ReadingOptions = {},
): Promise<SpreadsheetContent> {
  const limits = { ...LIMITS, ...options.limits }
  if (bytes.length > limits.bytes)
    return { problem: { code: 'too_large', megabytes: Math.floor(limits.bytes / 1024 / 1024) } }
  const order: Order = { bytes, limits, csv: options.csv ?? false }
  const content = await inOwnProcess<Order, SpreadsheetContent>(PROGRAM, order, limits)
  return content ?? { problem: { code: 'too_complex' } }
}
