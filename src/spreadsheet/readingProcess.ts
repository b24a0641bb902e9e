import { type Reading, readContent, type SpreadsheetContent } from './readContent.ts'

/** What `readSpreadsheet` tells this process. */
export type Order = Reading & { bytes: Uint8Array }

/** What this process answers; a fault is a bug of ours. */
export type Answer = SpreadsheetContent | { fault: string }

process.once('message', async ({ bytes, ...reading }: Order) => {
  const answer: Answer = await readContent(bytes, reading).catch((fault) => ({ fault: String(fault) }))
  process.send?.(answer, () => process.disconnect())
})
