import type { Logger } from 'pino'
import type { TelegramFiles } from '../../telegram/files.ts'
import type { Pause } from '../../telegram/pause.ts'
import { fileIdOf } from './attachment.ts'
import type { AttachmentStore } from './store.ts'

export type AttachmentFetching = ReturnType<typeof fetchAttachments>

/** Files fetched in one round, a few of them side by side. */
const A_ROUND = 20
const AT_ONCE = 3

/** Pauses after rounds in which Telegram could not be reached. */
const PAUSES_MS = [10_000, 60_000, 5 * 60_000, 15 * 60_000]

/**
 * Brings the files of responses that were handed in from Telegram into the folder of files, in the background. What
 * is still to be done stands in the database: a restart begins where the last one stopped.
 */
export function fetchAttachments(parts: {
  store: AttachmentStore
  files: TelegramFiles
  pause: Pause
  log: Logger
}) {
  const { store, files, pause, log } = parts
  const stopping = new AbortController()
  const { signal } = stopping
  let working: Promise<void> | undefined
  let isWanted = false
  /** Up to where the pending files have been gone through. */
  let last = ''

  async function work(): Promise<void> {
    let failures = 0
    while (isWanted && !signal.aborted) {
      isWanted = false
      if (await round()) {
        failures = 0
        continue
      }
      await pause(PAUSES_MS[Math.min(failures++, PAUSES_MS.length - 1)] ?? 0, signal)
      isWanted = true
    }
  }

  /** False when not all could be fetched now. What fails does not stand in the way of what comes after it. */
  async function round(): Promise<boolean> {
    let isWell = last === ''
    for (;;) {
      const pending = await store.pending(last, A_ROUND)
      const left = [...pending]
      let fetched = 0
      const fetchInTurn = async () => {
        for (let next = left.shift(); next && !signal.aborted; next = left.shift())
          if (await fetchOne(next)) fetched++
      }
      await Promise.all(Array.from({ length: AT_ONCE }, fetchInTurn))
      if (fetched < pending.length) isWell = false
      last = pending.length < A_ROUND ? '' : (pending.at(-1)?.name ?? '')
      // When none of so many can be had, Telegram is out of reach: the others are for later.
      if (last === '' || fetched === 0 || signal.aborted) return isWell
    }
  }

  async function fetchOne({ name, fileId }: { name: string; fileId: string }): Promise<boolean> {
    try {
      const outcome = await files.storeFile(fileId, { id: fileIdOf(name), signal })
      if ('kept' in outcome) await store.stored(name)
      else {
        log.warn({ why: outcome.problem }, 'a file given as an answer cannot be had any more')
        await store.lost(name)
      }
      return true
    } catch (fault) {
      if (!signal.aborted)
        log.warn({ fault: (fault as Error).message }, 'a file could not be fetched; trying again')
      return false
    }
  }

  function wake(): void {
    isWanted = true
    working ??= work()
      .catch((fault: Error) => {
        // Of the database: the next response, or the next start, tries again.
        isWanted = false
        log.error({ fault: fault.message }, 'fetching files has failed')
      })
      .finally(() => {
        working = undefined
        // Asked for while the last look was over already.
        if (isWanted && !signal.aborted) wake()
      })
  }

  return {
    /** There may be something to fetch. Returns at once. */
    wake,

    /** Stops after what is under way. */
    async stop(): Promise<void> {
      stopping.abort()
      await working
    },
  }
}
