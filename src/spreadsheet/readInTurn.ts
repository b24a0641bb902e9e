import type { SpreadsheetContent } from './readContent.ts'
import { type ReadingOptions, readSpreadsheet } from './readSpreadsheet.ts'

export type ReadSpreadsheet = (bytes: Uint8Array, options?: ReadingOptions) => Promise<SpreadsheetContent>

/**
 * Reads spreadsheets one after the other, for a process that many people send files to: each reading may take
 * its full share of memory.
 * @param most how many may wait; the sender of a further one is told that the bot is busy
 */
export function readInTurn(most = 10, read: ReadSpreadsheet = readSpreadsheet): ReadSpreadsheet {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return async (bytes, options) => {
    if (waiting > most) return { problem: { code: 'busy' } }
    waiting += 1
    const turn = last.then(() => read(bytes, options))
    // The next in line goes on whatever became of this one; its fault is this one's caller's.
    last = turn.catch(() => undefined)
    try {
      return await turn
    } finally {
      waiting -= 1
    }
  }
}
