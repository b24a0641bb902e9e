import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { packageRoot } from '../packageRoot.ts'
import { LIMITS, type Limits } from './limits.ts'
import type { SpreadsheetContent } from './readContent.ts'
import type { WorkerData } from './readingWorker.ts'

/** Built by `npm run build`: Node 20 runs no TypeScript. */
const WORKER = join(packageRoot, 'dist/spreadsheet/readingWorker.js')

export interface ReadingOptions {
  /** Where other limits than the usual ones hold. */
  limits?: Partial<Limits>
  /** Whether text is read as CSV. Otherwise a workbook is asked for. */
  csv?: boolean
}

/**
 * Reads a spreadsheet that somebody sent: .xlsx, .xlsm (Strict too), .xls, or CSV where wanted, told apart by
 * content and never by name. Formulas are not calculated, links not followed, macros not looked at. It happens in
 * a thread of its own with its own memory, which ends when its time is up: no file can hang or exhaust the process.
 * @returns all sheets, or the one thing that is wrong with the file
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
  options: ReadingOptions = {},
): Promise<SpreadsheetContent> {
  const limits = { ...LIMITS, ...options.limits }
  if (bytes.length > limits.bytes)
    return { problem: { code: 'too_large', megabytes: Math.floor(limits.bytes / 1024 / 1024) } }
  const copy = new Uint8Array(bytes)
  const data: WorkerData = { bytes: copy, limits, csv: options.csv ?? false }
  const worker = new Worker(WORKER, {
    workerData: data,
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: 16 },
    // What reads strangers' files is told no secrets, and takes no options meant for the process.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  })
  // Libraries complain of damaged files on the console, in words from the file.
  worker.stdout.resume()
  worker.stderr.resume()
  try {
    return await outcomeOf(worker, limits.seconds)
  } finally {
    await worker.terminate()
  }
}

function outcomeOf(worker: Worker, seconds: number): Promise<SpreadsheetContent> {
  const tooComplex: SpreadsheetContent = { problem: { code: 'too_complex' } }
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(tooComplex), seconds * 1000)
    worker.once('message', resolve)
    worker.once('error', (fault: NodeJS.ErrnoException) =>
      fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooComplex) : reject(fault),
    )
    worker.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`the thread that reads a spreadsheet ended with ${code} and said nothing`))
    })
  })
}
