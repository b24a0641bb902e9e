import type { Logger } from 'pino'
import type { Pause } from '../../telegram/pause.ts'
import type { Done, PutBack } from '../row.ts'
import type { OutboxStore } from '../store.ts'

export type Ledger = ReturnType<typeof openLedger>

const AGAIN_MS = 1_000

/**
 * Writes down what became of messages, as soon as the writing before has ended: what comes meanwhile goes together. A
 * process that is killed has sent at most what was under way without its being known here.
 */
export function openLedger(parts: {
  store: Pick<OutboxStore, 'done' | 'putBack'>
  /** Who holds the messages. */
  holder: () => string
  pause: Pause
  log: Logger
  /** Given when the program ends: what cannot be written then, the next holder finds as it was. */
  ending: AbortSignal
  onWritten: () => void
}) {
  const { store, holder, pause, log, ending, onWritten } = parts
  let done: Done[] = []
  let back: PutBack[] = []
  let writing: Promise<void> | undefined
  let unwritten = 0

  async function write(): Promise<void> {
    // In the same turn of the loop others may end, too.
    await Promise.resolve()
    while (done.length + back.length > 0) {
      const [doneNow, backNow] = [done, back]
      done = []
      back = []
      try {
        if (doneNow.length > 0) await store.done(doneNow, holder())
        if (backNow.length > 0) await store.putBack(backNow, holder())
        unwritten -= doneNow.length + backNow.length
        onWritten()
      } catch (fault) {
        log.warn({ fault: (fault as Error).message }, 'what was sent cannot be written down; trying again')
        done.unshift(...doneNow)
        back.unshift(...backNow)
        if (ending.aborted) return
        await pause(AGAIN_MS, ending)
      }
    }
  }

  function soon(): void {
    unwritten++
    writing ??= write().finally(() => {
      writing = undefined
    })
  }

  return {
    done(row: Done): void {
      done.push(row)
      soon()
    },
    putBack(row: PutBack): void {
      back.push(row)
      soon()
    },
    /** How many are not written yet. */
    unwritten: () => unwritten,
    /** Resolves when all is written. */
    async idle(): Promise<void> {
      while (writing !== undefined) await writing
    },
  }
}
