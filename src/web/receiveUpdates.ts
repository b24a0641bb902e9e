import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { TelegramApi } from '../telegram/api.ts'
import { NotStored } from '../telegram/notStored.ts'
import type { Pause } from '../telegram/pause.ts'
import { pollUpdates } from '../telegram/polling.ts'
import { registerWebhook } from '../telegram/registerWebhook.ts'
import { webhookAddress } from '../telegram/webhookAddress.ts'
import type { Metrics } from './metrics.ts'
import { readinessOf } from './readiness.ts'
import { type UpdateOutcome, webhookRoute } from './webhookRoute.ts'
import type { WebServer } from './webServer.ts'

/** Where a webhook is listened for unless PORT says otherwise. */
const USUAL_PORT = 8080

/** Updates on their way in, by whichever way they come. */
export interface Receiving {
  /** Where it is listened, if it is. */
  port: number | undefined
  /** Rejects when there is no point in going on. */
  ended: Promise<void>
  /** Takes nothing new, and resolves when what is in hand is dealt with. */
  stop(): Promise<void>
}

interface Update {
  update_id: number
}

/**
 * Has updates brought by Telegram when there is a public address, and asks for them otherwise; and listens for whoever
 * watches over the bot where a port is given.
 * @param parts.handle deals with one update; @throws NotStored when it should be brought again
 * @param parts.lastAnswer when Telegram last answered a call, in milliseconds since 1970
 * @throws OperatorProblem when a port is taken, or Telegram does not take the address
 */
export async function receiveUpdates(parts: {
  config: Pick<Config, 'botToken' | 'publicUrl' | 'host' | 'port' | 'metricsToken'>
  api: TelegramApi
  handle: (update: Update) => Promise<void>
  lastAnswer: () => number
  migrationState: Parameters<typeof readinessOf>[0]['migrationState']
  /** Unset where nothing is listened for. */
  metrics: Metrics | undefined
  clock: Clock
  log: Logger
  pause: Pause
  /** Whether this is the instance that asks for updates, of several. */
  isPoller?: () => Promise<boolean>
}): Promise<Receiving> {
  const { config, api, lastAnswer, migrationState, metrics, clock, log, pause, isPoller } = parts
  const { publicUrl, botToken, host, metricsToken } = config
  let isStopping = false
  const webhook = publicUrl === undefined ? undefined : webhookAddress(botToken, publicUrl)
  const port = config.port ?? (webhook && USUAL_PORT)

  async function handle(update: Update): Promise<void> {
    metrics?.onUpdate(typeOf(update))
    await parts.handle(update)
  }

  async function take(update: Update): Promise<UpdateOutcome> {
    try {
      await handle(update)
      return 'taken'
    } catch (fault) {
      if (!(fault instanceof NotStored)) throw fault
      metrics?.onNotStored()
      return 'again'
    }
  }

  const askTelegram = () => api.call('getMe', {}, { timeoutMs: 3_000 })
  const readiness = readinessOf({
    clock,
    migrationState,
    lastAnswer,
    askTelegram,
    isStopping: () => isStopping,
  })
  let route: ReturnType<typeof webhookRoute> | undefined
  let server: WebServer | undefined
  if (port !== undefined && metrics) {
    // Most bots ask for their updates and never need a server: it takes a tenth of their memory.
    const { openWebServer } = await import('./webServer.ts')
    server = await openWebServer({
      host,
      port,
      readiness,
      metrics,
      metricsToken,
      hasProxy: publicUrl?.startsWith('https:') ?? false,
      addRoutes(fastify) {
        if (webhook) route = webhookRoute(fastify, { ...webhook, take, isStopping: () => isStopping })
      },
    })
  }

  try {
    if (webhook) {
      await registerWebhook(api, webhook, pause)
      return {
        port: server?.port,
        // Nothing that Telegram brings can end it.
        ended: new Promise(() => {}),
        async stop() {
          isStopping = true
          await route?.idle()
          await server?.close()
        },
      }
    }
    await api.call('deleteWebhook', {})
  } catch (fault) {
    await server?.close()
    throw fault
  }
  const polling = pollUpdates({ api, handle, log, pause, ...(isPoller && { isOurs: isPoller }) })
  return {
    port: server?.port,
    ended: polling.ended,
    async stop() {
      isStopping = true
      await polling.stop()
      await server?.close()
    },
  }
}

const TYPES = ['message', 'edited_message', 'callback_query', 'my_chat_member']

const typeOf = (update: Update) => TYPES.find((type) => type in update) ?? 'other'
