import { z } from 'zod'

/** What `getWebhookInfo` tells of where Telegram brings updates; as much as is looked at. */
export const webhookInfo = z.object({
  url: z.string(),
  pending_update_count: z.int(),
  last_error_date: z.int().optional(),
  last_error_message: z.string().optional(),
})

/** Telegram keeps the last error for ever; older ones are over. */
const FRESH_SECONDS = 600

/**
 * Whether updates come in, by what Telegram says. Only hosts are named: the rest of the address is secret.
 * @param publicUrl the setting; absent when the bot asks for updates
 * @throws with one line on what is wrong
 */
export function webhookState(
  info: z.infer<typeof webhookInfo>,
  publicUrl: string | undefined,
  now: Date,
): string {
  const { url, pending_update_count: pending, last_error_message: message } = info
  const waiting = pending > 0 ? `; ${pending} updates wait` : ''
  if (publicUrl === undefined)
    return url === ''
      ? `the bot asks Telegram for updates (PUBLIC_URL is not set)${waiting}`
      : `Telegram brings updates to ${hostOf(url)}; without PUBLIC_URL the next start ends that`
  if (url === '') return `Telegram brings nothing yet; the next start tells it ${hostOf(publicUrl)}${waiting}`
  if (!url.startsWith(`${publicUrl}/`))
    throw new Error(
      `Telegram brings updates to ${hostOf(url)}, not to ${hostOf(publicUrl)}; start the bot, and make sure that no other uses its token`,
    )
  const age = now.getTime() / 1000 - (info.last_error_date ?? 0)
  if (message !== undefined && age < FRESH_SECONDS)
    throw new Error(`Telegram cannot bring updates to ${hostOf(url)}: ${message}${waiting}`)
  return `Telegram brings updates to ${hostOf(url)}${waiting}`
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'an unreadable address')
