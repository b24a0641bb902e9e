import type { Speak } from '../texts.ts'

/** Reasons that the outbox and we keep for what was not sent, and the words for them. */
const REASONS = {
  unreachable: 'broadcastReason.unreachable',
  'enough invitations this week': 'broadcastReason.enough',
  'wants no messages': 'broadcastReason.stopped',
  'no consent': 'broadcastReason.stopped',
  'survey closed': 'broadcastReason.closed',
  cancelled: 'broadcastReason.cancelled',
} as const

/** Why a message was not sent, in the reader's words; what only operators know stays in English. */
export function reasonText(speak: Speak, reason: string): string {
  const key = Object.hasOwn(REASONS, reason) ? REASONS[reason as keyof typeof REASONS] : undefined
  return key ? speak.plain(key) : reason
}
