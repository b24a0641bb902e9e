import { createHmac } from 'node:crypto'

/** Where Telegram brings updates, and what it shows so that nobody else can. */
export interface WebhookAddress {
  /** Path on this server. */
  path: string
  url: string
  /** Value of the header `X-Telegram-Bot-Api-Secret-Token`. */
  secret: string
}

/**
 * Both follow from the token, so every instance has the same without being told, and a new token changes both. The
 * path alone, which stands in the logs of proxies, gives neither the token nor the secret away.
 * @param publicUrl without a slash at its end; what comes after its host is part of the path
 */
export function webhookAddress(token: string, publicUrl: string): WebhookAddress {
  const derived = (purpose: string) => createHmac('sha256', token).update(purpose).digest('base64url')
  const path = `/telegram/${derived('webhook path 1').slice(0, 32)}`
  return { path, url: publicUrl + path, secret: derived('webhook secret 1') }
}
