import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { MessageKind, Rendered } from '../outbox/outgoing.ts'
import type { SurveyAudience } from '../survey/audience/service.ts'
import { approvalMessage, decidedMessage } from './approvalMessages.ts'
import type { BroadcastFacts } from './facts.ts'
import { invitationMessage } from './invitationMessage.ts'
import type { Broadcasts } from './service.ts'

const payloadSchema = z.object({ broadcast: z.int() })

/** How long what a broadcast says may be a little old: thousands of messages are rendered from it. */
const FRESH_MS = 5_000

/** The messages of broadcasts as the outbox renders them: the invitation, and what admins are told. */
export function broadcastKinds(parts: {
  broadcasts: Pick<Broadcasts, 'find' | 'facts' | 'preview'>
  surveys: Pick<SurveyAudience, 'isOpen'>
  hasConsent: (person: number) => Promise<boolean>
  isAdmin: (person: number) => boolean
  timeZone: string
}): MessageKind[] {
  const { broadcasts, surveys, hasConsent, isAdmin, timeZone } = parts
  const known = new LRUCache<number, BroadcastFacts>({ max: 20, ttl: FRESH_MS })

  async function factsOf(payload: unknown): Promise<BroadcastFacts | undefined> {
    const { broadcast: id } = payloadSchema.parse(payload)
    const fresh = known.get(id)
    if (fresh) return fresh
    const broadcast = await broadcasts.find(id)
    const facts = broadcast && (await broadcasts.facts(broadcast))
    if (facts) known.set(id, facts)
    return facts
  }

  return [
    {
      name: 'invitation',
      async render({ chat, payload, speak }): Promise<Rendered> {
        const { broadcast, invitedTo } = (await factsOf(payload)) ?? {}
        if (!broadcast || broadcast.state === 'cancelled') return { skip: 'cancelled' }
        if (!invitedTo || !surveys.isOpen(invitedTo.info)) return { skip: 'survey closed' }
        if (!(await hasConsent(chat))) return { skip: 'no consent' }
        return invitationMessage(speak, broadcast, invitedTo)
      },
    },
    {
      name: 'broadcast-approval',
      async render({ chat, payload, speak }): Promise<Rendered> {
        if (!isAdmin(chat)) return { skip: 'no admin any more' }
        const broadcast = await broadcasts.find(payloadSchema.parse(payload).broadcast)
        if (broadcast?.state !== 'awaiting') return { skip: 'decided meanwhile' }
        const preview = await broadcasts.preview(broadcast)
        const example = preview.invitedTo && invitationMessage(speak, broadcast, preview.invitedTo)
        return approvalMessage(speak, preview, example, timeZone)
      },
    },
    {
      name: 'broadcast-decided',
      async render({ payload, speak }): Promise<Rendered> {
        const broadcast = await broadcasts.find(payloadSchema.parse(payload).broadcast)
        return broadcast
          ? decidedMessage(speak, await broadcasts.facts(broadcast))
          : { skip: 'the broadcast is gone' }
      },
    },
  ]
}
