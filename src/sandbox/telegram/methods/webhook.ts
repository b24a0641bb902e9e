import type { Method } from '../call.ts'
import { flagOf, integerOf, structureOf, textOf } from '../parameters.ts'
import { badRequest, conflict } from '../refusal.ts'

const longestSecret = 256
const usualConnections = 40
const openPorts = new Set(['', '80', '88', '443', '8443'])

/** Methods for taking updates by webhook. */
export const webhook = {
  setWebhook(world, { parameters, warn, files }) {
    const url = textOf(parameters, 'url') ?? ''
    const secretToken = textOf(parameters, 'secret_token') ?? ''
    if (secretToken.length > longestSecret) throw badRequest('secret token is too long')
    if (!/^[\w-]*$/.test(secretToken)) throw badRequest('secret token contains unallowed characters')
    if (files.has('certificate')) warn('the local Telegram takes no notice of certificates')
    const allowed = structureOf(parameters, 'allowed_updates', "can't parse allowed updates JSON object")
    if (Array.isArray(allowed)) world.updates.allow(allowed.map(String))
    if (flagOf(parameters, 'drop_pending_updates')) world.webhook.dropPending()
    if (url === '') {
      world.webhook.remove()
      return true
    }
    checkAddress(url)
    world.polling.dismiss(conflict('terminated by setWebhook request'))
    const asked = integerOf(parameters, 'max_connections') ?? usualConnections
    world.webhook.set({ url, secretToken, mostAtOnce: Math.max(1, Math.min(100, asked)) })
    return true
  },

  deleteWebhook(world, { parameters }) {
    world.webhook.remove()
    if (flagOf(parameters, 'drop_pending_updates')) world.webhook.dropPending()
    return true
  },

  getWebhookInfo: (world) => world.webhook.info(),
} satisfies Record<string, Method>

/** A Bot API server on one's own machine allows plain HTTP to that machine; for all others Telegram's rules hold. */
function checkAddress(url: string): void {
  if (!URL.canParse(url)) throw badRequest('bad webhook: invalid webhook URL specified')
  const { protocol, hostname, port } = new URL(url)
  if (/^(127\.0\.0\.1|localhost|\[::1\])$/.test(hostname)) return
  if (protocol !== 'https:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  if (!openPorts.has(port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
  }
}
