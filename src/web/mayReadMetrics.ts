import type { IncomingHttpHeaders } from 'node:http'
import { isEqual } from './isEqual.ts'

/** By which proxies tell whom they speak for. */
const FORWARDING = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
]

/**
 * Whether somebody may read the metrics: whoever shows the token, and programs on this machine. A proxy on this
 * machine speaks for the whole world and need not say so: where there is one, only the token counts.
 * @param hasProxy the bot is reached from outside
 */
export function mayReadMetrics(
  { headers, address }: { headers: IncomingHttpHeaders; address: string },
  { token, hasProxy }: { token: string | undefined; hasProxy: boolean },
): boolean {
  if (token !== undefined && isEqual(headers.authorization, `Bearer ${token}`)) return true
  const isForwarded = FORWARDING.some((name) => headers[name] !== undefined)
  return !hasProxy && !isForwarded && /^(127\.|::1$|::ffff:127\.)/.test(address)
}
