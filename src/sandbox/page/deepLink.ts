/** What Telegram allows behind `?start=`; browsers read `pattern` attributes so that the dash needs its backslash. */
export const payloadPattern = '[A-Za-z0-9_\\-]{0,64}'

/** The code of a link such as `https://t.me/bot?start=code` to this very bot, '' when it has none; else undefined. */
export function deepLink(url: string, botUsername: string): string | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed) return undefined
  const named =
    parsed.protocol === 'tg:'
      ? parsed.searchParams.get('domain')
      : ['t.me', 'telegram.me'].includes(parsed.hostname) && parsed.pathname.slice(1)
  if (!named || named.toLowerCase() !== botUsername.toLowerCase()) return undefined
  const payload = parsed.searchParams.get('start') ?? ''
  return new RegExp(`^${payloadPattern}$`).test(payload) ? payload : undefined
}
