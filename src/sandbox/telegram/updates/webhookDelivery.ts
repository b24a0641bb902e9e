import { setMaxListeners } from 'node:events'
import { Pool } from 'undici'
import type { Clock } from '../../../clock.ts'
import { isObject, type Parameters } from '../parameters.ts'
import type { WaitingUpdate } from '../state/updates.ts'
import type { Update } from '../wire.ts'

/** Waits before a delivery is tried again; ends early when the signal says so. */
export type WebhookPause = (milliseconds: number, signal: AbortSignal) => Promise<void>

const readTimeoutMs = 60_000
const longestPauseMs = 60_000
const longestRetryAfterMs = 3600_000

export interface WebhookAddress {
  url: string
  secretToken: string
  mostAtOnce: number
}

/** What the bot made of one try. */
type Attempt = { isTaken: true } | { isTaken: false; problem: string; retryAfterMs?: number }

export interface WebhookDelivery {
  /** Brings one update to the bot, again and again until it is taken or too old. */
  deliver(waiting: WaitingUpdate): Promise<void>
  close(): Promise<void>
}

/**
 * Delivers as Telegram does: any 2xx counts, otherwise again at once and then after 2, 4, 8 … seconds up to a
 * minute, or when `Retry-After` says so.
 */
export function createWebhookDelivery(parts: {
  address: WebhookAddress
  clock: Clock
  pause: WebhookPause
  /** A call in the answer's body. */
  onCall: (method: string, parameters: Parameters) => void
  onProblem: (problem: string) => void
}): WebhookDelivery {
  const { address, clock, pause, onCall, onProblem } = parts
  const { origin, pathname, search } = new URL(address.url)
  const pool = new Pool(origin, {
    connections: address.mostAtOnce,
    headersTimeout: readTimeoutMs,
    bodyTimeout: readTimeoutMs,
  })
  const headers = {
    'content-type': 'application/json',
    ...(address.secretToken && { 'x-telegram-bot-api-secret-token': address.secretToken }),
  }
  const closing = new AbortController()
  // As many pauses as the bot allows connections may listen to it.
  setMaxListeners(0, closing.signal)

  async function attempt(update: Update): Promise<Attempt> {
    try {
      const {
        statusCode,
        headers: answered,
        body,
      } = await pool.request({
        path: pathname + search,
        method: 'POST',
        headers,
        body: JSON.stringify(update),
      })
      const text = await body.text()
      if (statusCode >= 200 && statusCode < 300) {
        callInAnswer(text, onCall)
        return { isTaken: true }
      }
      const seconds = Number(answered['retry-after'])
      const retryAfterMs = Math.min(longestRetryAfterMs, seconds * 1000)
      const problem = `Wrong response from the webhook: ${statusCode}`
      return { isTaken: false, problem, ...(seconds > 0 && { retryAfterMs }) }
    } catch (fault) {
      return { isTaken: false, problem: fault instanceof Error ? fault.message : String(fault) }
    }
  }

  return {
    async deliver({ update, expiresAt }) {
      for (let failures = 0; !closing.signal.aborted; ) {
        if (clock.now().getTime() >= expiresAt) return
        const tried = await attempt(update)
        if (tried.isTaken || closing.signal.aborted) return
        onProblem(tried.problem)
        const backoff = failures === 0 ? 0 : Math.min(longestPauseMs, 1000 * 2 ** failures)
        failures++
        const wait = tried.retryAfterMs ?? backoff
        if (wait > 0) await pause(wait, closing.signal)
      }
    },

    async close() {
      closing.abort()
      await pool.destroy()
    },
  }
}

const unanswerable = /^(get|setwebhook$|deletewebhook$|close$|logout$)/i

function callInAnswer(text: string, onCall: (method: string, parameters: Parameters) => void): void {
  const value = text.startsWith('{') ? jsonOf(text) : undefined
  if (!isObject(value) || typeof value.method !== 'string') return
  const { method, ...parameters } = value
  if (!unanswerable.test(method)) onCall(method, parameters)
}

/** Telegram takes no notice of an answer that it cannot read: the update counts as taken all the same. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
