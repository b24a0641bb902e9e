import { LONGEST_MESSAGE } from '../message/longestMessage.ts'
import type { Message } from '../message/message.ts'
import { fitsInOne } from '../message/splitHtml.ts'
import { replyMarkup } from './replyMarkup.ts'
import { captionOf, fitsCaption, mediaOf, type TelegramCall, textOf, uploadOf } from './sendingCalls.ts'

/** What a message in the chat holds, as far as is known: words alone, or a file with a caption. */
export type Holding = 'text' | 'file' | 'unknown'

/**
 * Whether a message that holds this can become another one in its place. Telegram puts no words alone where a file
 * is, edits no keyboard into a message, and an edit is one message only.
 */
export function canBecome(holds: Holding, message: Message): boolean {
  const { html, before = [], file, keyboard, removeKeyboard } = message
  if (keyboard || removeKeyboard || before.length > 0) return false
  if (file && file !== 'kept') return file.kind !== 'voice' && fitsCaption(html)
  if (keepsFile(holds, file)) return fitsCaption(html)
  return holds !== 'file' && fitsInOne(html, LONGEST_MESSAGE)
}

/** The call that changes a message into one that it {@link canBecome}; without buttons it loses those it had. */
export function editingCall(chat: number, id: number, message: Message, holds: Holding): TelegramCall {
  const { html, file } = message
  const where = { chat_id: chat, message_id: id }
  const offer = replyMarkup(message)
  if (file && file !== 'kept') {
    const media = { type: file.kind, media: mediaOf(file), ...captionOf(html) }
    return { method: 'editMessageMedia', parameters: { ...where, media, ...offer }, ...uploadOf(file) }
  }
  return keepsFile(holds, file)
    ? { method: 'editMessageCaption', parameters: { ...where, ...captionOf(html), ...offer } }
    : { method: 'editMessageText', parameters: { ...where, ...textOf(html), ...offer } }
}

const keepsFile = (holds: Holding, file: Message['file']) => file === 'kept' && holds !== 'text'
