import type { Logger } from 'pino'
import type { Update } from 'telegraf/types'
import { OperatorProblem } from '../operatorProblem.ts'
import { ALLOWED_UPDATES } from './allowedUpdates.ts'
import type { TelegramApi } from './api.ts'
import { NotStored } from './notStored.ts'
import type { Pause } from './pause.ts'
import { TelegramRefusal } from './refusal.ts'

const BATCH = 100
const POLL_SECONDS = 50
/** Time for the answer to arrive after the poll has ended. */
const GRACE_MS = 10_000
const LONGEST_PAUSE_MS = 30_000
/** How soon another instance goes on when the one that polls has died. */
const NOT_OURS_MS = 1_000

export interface Polling {
  /** Takes no more updates, waits for those in hand and tells Telegram about them. */
  stop(): Promise<void>
  /** Rejects when there is no point in going on: the token is no longer valid. */
  ended: Promise<void>
}

/**
 * Fetches updates and hands them on, side by side; a batch is confirmed when every update in it has been dealt
 * with, so that one which dies with the process is delivered again. Network loss, floods and a second instance
 * are waited out with growing pauses.
 */
export function pollUpdates(parts: {
  api: TelegramApi
  handle: (update: Update) => Promise<void>
  log: Logger
  pause: Pause
  /** Whether this is the instance that asks; of several, one does. Always when absent. */
  isOurs?: () => Promise<boolean>
}): Polling {
  const { api, handle, log, pause, isOurs = async () => true } = parts
  const stopping = new AbortController()
  const { signal } = stopping
  let offset = 0

  async function poll(): Promise<void> {
    let failures = 0
    while (!signal.aborted) {
      if (!(await isOurs())) {
        await pause(NOT_OURS_MS, signal)
        continue
      }
      try {
        const updates = await fetchUpdates()
        if (failures > 0) log.info('Telegram answers again')
        failures = 0
        await allHandled(updates)
        // Only within the batch: after a week of silence Telegram may begin anew with lower ids.
        if (updates.length > 0) offset = Math.max(...updates.map(({ update_id }) => update_id)) + 1
      } catch (fault) {
        if (signal.aborted) return
        failures++
        await pause(pauseAfter(fault, failures), signal)
      }
    }
  }

  /** @throws NotStored when one is to be fetched again, and all the others with it: each is stored once only */
  async function allHandled(updates: Update[]): Promise<void> {
    const outcomes = await Promise.allSettled(updates.map(handle))
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
  }

  async function fetchUpdates(): Promise<Update[]> {
    const options = { timeoutMs: POLL_SECONDS * 1000 + GRACE_MS, signal }
    const parameters = { offset, limit: BATCH, timeout: POLL_SECONDS, allowed_updates: ALLOWED_UPDATES }
    return (await api.call('getUpdates', parameters, options)) as Update[]
  }

  /** @throws the fault itself when waiting cannot help */
  function pauseAfter(fault: unknown, failures: number): number {
    const pauseMs = Math.min(LONGEST_PAUSE_MS, 500 * 2 ** failures)
    if (fault instanceof NotStored) {
      log.warn({ pauseMs }, 'the database is out of reach; updates are fetched again')
      return pauseMs
    }
    if (!(fault instanceof TelegramRefusal)) {
      log.warn({ fault: (fault as Error).message, pauseMs }, 'Telegram cannot be reached; trying again')
      return pauseMs
    }
    if (fault.code === 401 || fault.code === 404)
      throw new OperatorProblem('Telegram no longer accepts BOT_TOKEN; copy it once more from @BotFather')
    if (fault.refusal.kind === 'wait') return fault.refusal.seconds * 1000
    const why = fault.code === 409 ? 'another instance polls with this token' : fault.message
    log.warn({ why, pauseMs }, 'Telegram refuses to give updates; trying again')
    return pauseMs
  }

  const ended = poll()
  return {
    ended,
    async stop() {
      stopping.abort()
      await ended.catch(() => undefined)
      if (offset === 0) return
      await api
        .call('getUpdates', { offset, limit: 1, timeout: 0, allowed_updates: ALLOWED_UPDATES })
        .catch((fault: Error) =>
          log.warn({ fault: fault.message }, 'the last updates could not be confirmed'),
        )
    },
  }
}
