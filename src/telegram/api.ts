import { type Dispatcher, Pool } from 'undici'
import { exchange } from './exchange.ts'
import type { Upload } from './openUpload.ts'
import { type RefusedEnvelope, refusalOf, TelegramRefusal } from './refusal.ts'
import { uploadForm } from './uploadForm.ts'

/** Telegram out of reach, or answering with something that is no answer: worth another try. */
export class TelegramUnreachable extends Error {
  override name = 'TelegramUnreachable'
  /** The call may have been carried out all the same: only its answer was lost. */
  readonly mayHaveArrived: boolean
  constructor(message: string, mayHaveArrived = false) {
    super(message)
    this.mayHaveArrived = mayHaveArrived
  }
}

interface CallOptions {
  /** How long the answer may take; long polling takes its time. */
  timeoutMs?: number
  signal?: AbortSignal
  /** A file that goes with the call; a parameter names it as `attach://file`. */
  upload?: Upload
}

export interface TelegramApi {
  /**
   * Calls a method of the Bot API, once: with JSON, or with a form when a file goes with it.
   * @throws TelegramRefusal when Telegram says no, TelegramUnreachable when it says nothing sensible
   */
  call(method: string, parameters: object, options?: CallOptions): Promise<unknown>
  /**
   * Begins to fetch a file; the bytes come as they are read. Reading fails when nothing comes for half a minute.
   * @param path what `getFile` told, checked by the caller
   * @throws as `call`
   */
  download(path: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>
  close(): Promise<void>
}

const CONNECTIONS = 256
const CONNECT_TIMEOUT_MS = 10_000
const TIMEOUT_MS = 30_000
/** After the last byte of a big file Telegram has to look at it. */
const UPLOAD_ANSWER_MS = 120_000
/** 50 MB at 100 kB a second, and some more. */
const UPLOAD_MS = 600_000

/**
 * The Bot API over kept-alive connections. Telegraf's own client makes every call cost three times as much,
 * and drops object parameters in some of them.
 */
export function telegramApi(apiRoot: string, token: string): TelegramApi {
  const { origin, pathname } = new URL(apiRoot)
  const root = pathname.replace(/\/$/, '')
  const base = `${root}/bot${token}/`
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
  })
  const headers = { 'content-type': 'application/json' }

  return {
    async call(method, parameters, options = {}) {
      const envelope = await envelopeOf(method, parameters, options)
      if (envelope.ok) return envelope.result
      const { error_code: code = 0, description = '' } = envelope
      if (code >= 500) throw new TelegramUnreachable(`${method}: ${code} ${description}`)
      throw new TelegramRefusal(method, code, description, refusalOf(envelope))
    },

    async download(path, signal) {
      const request = { path: `${root}/file/bot${token}/${path}`, method: 'GET', signal } as const
      const { statusCode, body } = await pool.request(request).catch(unreachable('download'))
      if (statusCode === 200) return bytesOf(body)
      await body.dump().catch(unreachable('download'))
      if (statusCode >= 500) throw new TelegramUnreachable(`download: ${statusCode}`)
      throw new TelegramRefusal('download', statusCode, '', { kind: 'unknown-file' })
    },

    close: () => pool.close(),
  }

  function envelopeOf(method: string, parameters: object, options: CallOptions): Promise<Envelope> {
    const { timeoutMs, upload, signal } = options
    const request = { path: base + method, method: 'POST' } as const
    if (upload) {
      const body = uploadForm(parameters, upload)
      const enough = AbortSignal.timeout(UPLOAD_MS)
      const signals = signal ? AbortSignal.any([signal, enough]) : enough
      return answerTo(method, { ...request, body, headersTimeout: timeoutMs ?? UPLOAD_ANSWER_MS }, signals)
    }
    const timeout = timeoutMs !== undefined && { headersTimeout: timeoutMs }
    return answerTo(method, { ...request, headers, body: JSON.stringify(parameters), ...timeout }, signal)
  }

  async function answerTo(
    method: string,
    request: Dispatcher.DispatchOptions,
    signal: AbortSignal | undefined,
  ): Promise<Envelope> {
    try {
      return JSON.parse(await exchange(pool, request, signal)) as Envelope
    } catch (fault) {
      return unreachable(method)(fault)
    }
  }
}

type Envelope = { ok: true; result: unknown } | ({ ok: false } & RefusedEnvelope)

/** Faults of a call that never left this machine. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** The token is part of the address: only the kind of fault may be told. */
function unreachable(what: string) {
  return (fault: unknown): never => {
    const { code, name } = fault as NodeJS.ErrnoException
    throw new TelegramUnreachable(`${what}: ${code ?? name}`, !NEVER_LEFT.has(code ?? ''))
  }
}

async function* bytesOf(body: AsyncIterable<Uint8Array>) {
  try {
    yield* body
  } catch (fault) {
    unreachable('download')(fault)
  }
}
