import { answerParent } from './answerParent.ts'
import { type Reading, readContent } from './readContent.ts'

/** What `readSpreadsheet` tells this process. */
export type Order = Reading & { bytes: Uint8Array }

answerParent(({ bytes, ...reading }: Order) => readContent(bytes, reading))
