import type { Html } from '../message/html.ts'
import { LONGEST_CAPTION, LONGEST_MESSAGE } from '../message/longestMessage.ts'
import type { Message } from '../message/message.ts'
import type { MessageFile, OwnFile } from '../message/messageFile.ts'
import { fitsInOne, splitHtml } from '../message/splitHtml.ts'
import { replyMarkup } from './replyMarkup.ts'
import { ATTACHED } from './uploadForm.ts'

/** A call of the Bot API, with the file that is uploaded with it. */
export interface TelegramCall {
  method: string
  parameters: Record<string, unknown>
  file?: OwnFile
}

/**
 * The calls that say a message, in order: one, unless its words are too long for one. What it offers comes with the
 * last of them.
 * @param thread the forum topic to say it in; General has none
 */
export function sendingCalls(chat: number, message: Message, thread?: number): TelegramCall[] {
  const { html, file, before = [] } = message
  const where = { chat_id: chat, ...(thread !== undefined && { message_thread_id: thread }) }
  const offer = replyMarkup(message)
  const texts = () => [
    ...before.flatMap((words) => inTexts(words, where, {})),
    ...inTexts(html, where, offer),
  ]
  if (!file || file === 'kept') return texts()
  const isCaption = before.length === 0 && fitsCaption(html)
  const call = {
    method: METHODS[file.kind],
    parameters: { ...where, [file.kind]: mediaOf(file), ...(isCaption && { ...captionOf(html), ...offer }) },
    ...uploadOf(file),
  }
  return isCaption ? [call] : [call, ...texts()]
}

const METHODS: Record<MessageFile['kind'], string> = {
  photo: 'sendPhoto',
  document: 'sendDocument',
  audio: 'sendAudio',
  video: 'sendVideo',
  voice: 'sendVoice',
}

function inTexts(html: Html, where: object, offer: object): TelegramCall[] {
  const pieces = splitHtml(html, LONGEST_MESSAGE)
  return pieces.map((piece, index) => ({
    method: 'sendMessage',
    parameters: { ...where, ...textOf(piece), ...(index === pieces.length - 1 && offer) },
  }))
}

/** Words as the text of a message. */
export const textOf = (html: Html) => ({
  text: html,
  parse_mode: 'HTML',
  link_preview_options: { is_disabled: true },
})

/** Words as the caption of a file. */
export const captionOf = (html: Html) => (html === '' ? {} : { caption: html, parse_mode: 'HTML' })

/** Whether words are short enough to stand below a file. */
export const fitsCaption = (html: Html) => fitsInOne(html, LONGEST_CAPTION)

/** How a call names a file: by its id, or as what is uploaded with it. */
export const mediaOf = (file: MessageFile) => ('fileId' in file ? file.fileId : ATTACHED)

/** The file to upload, if it is not known by its id. */
export const uploadOf = (file: MessageFile) => ('fileId' in file ? {} : { file })
