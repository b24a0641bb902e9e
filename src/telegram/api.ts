import { Pool } from 'undici'
import { exchange } from './exchange.ts'

/** What Telegram refused, sorted into the few kinds that call for different deeds. */
export type Refusal =
  /** Too fast: the same call may be tried again after so many seconds. */
  | { kind: 'wait'; seconds: number }
  /** The person stopped the bot, or is not there (any more). */
  | { kind: 'gone' }
  /** The group became a supergroup with another id. */
  | { kind: 'moved'; to: number }
  /** Telegram could not read our HTML: our defect. */
  | { kind: 'unreadable' }
  /** The message says already what it should say. */
  | { kind: 'unchanged' }
  /** The message is not there (any more), or the press is too old to be answered. */
  | { kind: 'moot' }
  | { kind: 'refused' }

/** A call that Telegram answered with a refusal. The message holds Telegram's words, never ours to people. */
export class TelegramRefusal extends Error {
  override name = 'TelegramRefusal'
  readonly method: string
  readonly code: number
  readonly refusal: Refusal
  constructor(method: string, code: number, description: string, refusal: Refusal) {
    super(`${method}: ${code} ${description}`)
    this.method = method
    this.code = code
    this.refusal = refusal
  }
}

/** Telegram out of reach, or answering with something that is no answer: worth another try. */
export class TelegramUnreachable extends Error {
  override name = 'TelegramUnreachable'
}

interface Envelope {
  ok: boolean
  result?: unknown
  error_code?: number
  description?: string
  parameters?: { retry_after?: number; migrate_to_chat_id?: number }
}

interface CallOptions {
  /** How long the answer may take; long polling takes its time. */
  timeoutMs?: number
  signal?: AbortSignal
}

export interface TelegramApi {
  /**
   * Calls a method of the Bot API with JSON, once.
   * @throws TelegramRefusal when Telegram says no, TelegramUnreachable when it says nothing sensible
   */
  call(method: string, parameters: object, options?: CallOptions): Promise<unknown>
  close(): Promise<void>
}

const CONNECTIONS = 256
const CONNECT_TIMEOUT_MS = 10_000
const TIMEOUT_MS = 30_000

/**
 * The Bot API over kept-alive connections. Telegraf's own client makes every call cost three times as much,
 * and drops object parameters in some of them.
 */
export function telegramApi(apiRoot: string, token: string): TelegramApi {
  const { origin, pathname } = new URL(apiRoot)
  const base = `${pathname.replace(/\/$/, '')}/bot${token}/`
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
  })
  const headers = { 'content-type': 'application/json' }

  return {
    async call(method, parameters, options = {}) {
      const envelope = await envelopeOf(method, JSON.stringify(parameters), options)
      if (envelope.ok) return envelope.result
      const { error_code: code = 0, description = '' } = envelope
      if (code >= 500) throw new TelegramUnreachable(`${method}: ${code} ${description}`)
      throw new TelegramRefusal(method, code, description, refusalOf(envelope))
    },
    close: () => pool.close(),
  }

  async function envelopeOf(
    method: string,
    body: string,
    { timeoutMs, signal }: CallOptions,
  ): Promise<Envelope> {
    const timeout = timeoutMs !== undefined && { headersTimeout: timeoutMs }
    try {
      const request = { path: base + method, method: 'POST', headers, body, ...timeout } as const
      return JSON.parse(await exchange(pool, request, signal)) as Envelope
    } catch (fault) {
      // The token is part of the address: only the kind of fault may be told.
      throw new TelegramUnreachable(
        `${method}: ${(fault as NodeJS.ErrnoException).code ?? (fault as Error).name}`,
      )
    }
  }
}

const MOOT = [
  'message to edit not found',
  'message to delete not found',
  "message can't be edited",
  'query is too old',
  'message_id_invalid',
]

/** Sorts a refusal by its code and the beginning of its text; Telegram changes the rest at will. */
export function refusalOf({ error_code, description = '', parameters }: Envelope): Refusal {
  const text = description.toLowerCase()
  if (error_code === 429) return { kind: 'wait', seconds: parameters?.retry_after ?? 1 }
  if (parameters?.migrate_to_chat_id) return { kind: 'moved', to: parameters.migrate_to_chat_id }
  if (error_code === 403 || text.includes('chat not found') || text.includes('user is deactivated'))
    return { kind: 'gone' }
  if (text.includes("can't parse entities")) return { kind: 'unreadable' }
  if (text.includes('message is not modified')) return { kind: 'unchanged' }
  return MOOT.some((words) => text.includes(words)) ? { kind: 'moot' } : { kind: 'refused' }
}
