import { type Html, plainText } from '../message/html.ts'
import type { TelegramCall } from './sendingCalls.ts'

/** The same call with the photo as a document, which may be of any size and shape. */
export function asDocument(call: TelegramCall): TelegramCall {
  const { photo, media, ...rest } = call.parameters
  if (call.method === 'sendPhoto')
    return { ...call, method: 'sendDocument', parameters: { ...rest, document: photo } }
  return { ...call, parameters: { ...rest, media: { ...(media as object), type: 'document' } } }
}

/** The same call without formatting, for when Telegram could not read ours. */
export function asPlainText(call: TelegramCall): TelegramCall {
  const parameters = unmarked(call.parameters)
  const media = parameters.media as Record<string, unknown> | undefined
  return { ...call, parameters: { ...parameters, ...(media && { media: unmarked(media) }) } }
}

function unmarked({ parse_mode: _, ...fields }: Record<string, unknown>): Record<string, unknown> {
  for (const name of ['text', 'caption'])
    if (name in fields) fields[name] = plainText(String(fields[name]) as Html)
  return fields
}
