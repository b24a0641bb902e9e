import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../packageRoot.ts'
import { LIMITS, type Limits } from './limits.ts'
import type { SpreadsheetContent } from './readContent.ts'
import type { Answer, Order } from './readingProcess.ts'

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
  const child = fork(PROGRAM, {
    // A thread would not do: V8 ends the whole process when an allocation in one of them cannot be had.
    execArgv: [`--max-old-space-size=${limits.heapMegabytes}`, '--max-semi-space-size=8'],
    serialization: 'advanced',
    // What reads strangers' files is told no secrets, and libraries complain of damage in words from the file.
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  try {
    return await answerOf(child, { bytes, limits, csv: options.csv ?? false })
  } finally {
    process.off('exit', kill)
    kill()
  }
}

function answerOf(child: ChildProcess, order: Order): Promise<SpreadsheetContent> {
  const tooComplex: SpreadsheetContent = { problem: { code: 'too_complex' } }
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(tooComplex), order.limits.seconds * 1000)
    child.once('message', (answer: Answer) =>
      'fault' in answer ? reject(new Error(`reading a spreadsheet: ${answer.fault}`)) : resolve(answer),
    )
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      // This is how V8 ends a process that would take more memory than it may.
      if (signal === 'SIGABRT' || code === 134) resolve(tooComplex)
      else reject(new Error(`the process that reads a spreadsheet ended with ${signal ?? code}`))
    })
    child.send(order)
  })
}
