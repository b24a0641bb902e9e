import type { Received } from '../message/received.ts'
import type { Input } from './answer/reading.ts'
import { attachmentOf, kindOfFile } from './attachment/attachment.ts'

/** Kinds of messages that tell of the chat itself and answer nothing. */
const SERVICE = [
  'pinned_message',
  'message_auto_delete_timer_changed',
  'migrate_to_chat_id',
  'forum_topic_created',
  'new_chat_members',
  'left_chat_member',
]

/**
 * A message as an answer; nothing for commands and for what Telegram itself reports.
 * A place that goes on moving, or that has a name, counts as where it is now.
 */
export function readInput(
  message: object & { text?: string },
  received: Received | undefined,
): Input | undefined {
  if (SERVICE.some((kind) => kind in message)) return undefined
  if (received?.type === 'location') {
    const { latitude, longitude, accuracy } = received
    return { type: 'location', latitude, longitude, ...(accuracy !== undefined && { accuracy }) }
  }
  if (received && received.type !== 'contact') {
    const kind = kindOfFile(received)
    if (!kind) return { type: 'other' }
    const { caption } = received
    const attachment = attachmentOf(received, kind)
    return { type: 'file', kind, attachment, ...(caption !== undefined && { caption }) }
  }
  if (message.text === undefined) return { type: 'other' }
  return message.text.startsWith('/') ? undefined : { type: 'text', text: message.text }
}
