import { OperatorProblem } from '../operatorProblem.ts'
import { ALLOWED_UPDATES } from './allowedUpdates.ts'
import type { TelegramApi } from './api.ts'
import type { Pause } from './pause.ts'
import { persist } from './persist.ts'
import { TelegramRefusal } from './refusal.ts'
import type { WebhookAddress } from './webhookAddress.ts'

/** Updates that Telegram brings at once; more wait with it. The most it allows. */
const MOST_AT_ONCE = 100

/**
 * Tells Telegram where to bring updates. Only when it does not know: it limits how often it may be told, and every
 * instance says the same. The secret is not told by Telegram, but changes only together with the address.
 * @throws OperatorProblem when Telegram does not take the address
 */
export async function registerWebhook(
  api: TelegramApi,
  { url, secret }: WebhookAddress,
  pause: Pause,
): Promise<void> {
  const wanted = { url, max_connections: MOST_AT_ONCE, allowed_updates: ALLOWED_UPDATES }
  const call = (method: string, parameters: object) => persist(pause, () => api.call(method, parameters))
  const { url: at, max_connections, allowed_updates } = (await call('getWebhookInfo', {})) as typeof wanted
  if (isSame({ url: at, max_connections, allowed_updates }, wanted)) return
  await call('setWebhook', { ...wanted, secret_token: secret }).catch((fault: unknown) => {
    if (!(fault instanceof TelegramRefusal)) throw fault
    throw new OperatorProblem(`Telegram does not take PUBLIC_URL (${fault.message})`)
  })
}

interface Known {
  url?: string
  max_connections?: number
  allowed_updates?: readonly string[]
}

const isSame = (known: Known, wanted: Known) =>
  known.url === wanted.url &&
  known.max_connections === wanted.max_connections &&
  known.allowed_updates?.toSorted().join() === wanted.allowed_updates?.toSorted().join()
