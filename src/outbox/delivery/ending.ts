import type { WaitingRow } from '../row.ts'
import type { Ledger } from './ledger.ts'
import type { Observe } from './observe.ts'

export type Ending = ReturnType<typeof endings>

/** Ends messages that are not sent, and says why. */
export function endings({ ledger, observe }: { ledger: Ledger; observe: Observe }) {
  return (row: WaitingRow, status: 'skipped' | 'missed' | 'failed' | 'unknown', reason: string): void => {
    const { id, kind, attempts, messageId } = row
    const tries = status === 'failed' ? attempts + 1 : attempts
    ledger.done({ id, status, reason, attempts: tries, ...(messageId !== null && { messageId }) })
    observe.ended(kind, status)
  }
}
