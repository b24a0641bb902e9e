import type { Logger } from 'pino'
import { BIGGEST_PHOTO, BIGGEST_UPLOAD } from '../message/messageFile.ts'
import type { TelegramApi } from './api.ts'
import { openUpload } from './openUpload.ts'
import type { Pause } from './pause.ts'
import { persist } from './persist.ts'
import { TelegramRefusal } from './refusal.ts'
import type { TelegramCall } from './sendingCalls.ts'
import { asDocument, asPlainText } from './simplerCall.ts'

/**
 * Calls that end well if they can: waits when told to, tries again when Telegram was out of reach, falls back to
 * plain text when our HTML was refused and to a document when a photo was, and tells when somebody is gone.
 */
export function reliableCalls(parts: {
  api: TelegramApi
  log: Logger
  pause: Pause
  onGone: (chat: number) => Promise<void>
}) {
  const { api, log, pause, onGone } = parts
  const underWay = new Set<Promise<unknown>>()

  /** Keeps count of what is under way, and has a fault logged even when nobody waits for it any more. */
  function call(given: TelegramCall): Promise<unknown> {
    const { method } = given
    const calling = carryOut(given)
    underWay.add(calling)
    calling
      .catch((fault: Error) => log.warn({ method, fault: fault.message }, 'a call to Telegram failed'))
      .finally(() => underWay.delete(calling))
    return calling
  }

  /** Nothing when the call was moot or the person is gone. */
  async function carryOut(given: TelegramCall): Promise<unknown> {
    const upload = given.file && (await openUpload(given.file))
    const bytes = upload?.blob.size ?? 0
    if (bytes > BIGGEST_UPLOAD)
      throw new TelegramRefusal(given.method, 413, `${bytes} bytes are not even tried`, { kind: 'too-big' })
    const isTooBigAPhoto = given.file?.kind === 'photo' && bytes > BIGGEST_PHOTO
    const fitting = isTooBigAPhoto ? asDocument(given) : given
    const attempt = ({ method, parameters }: TelegramCall) =>
      persist(pause, () => api.call(method, parameters, upload && { upload }))
    return attempt(fitting).catch((fault) => settle(fitting, fault, attempt))
  }

  async function settle(
    given: TelegramCall,
    fault: unknown,
    attempt: (simpler: TelegramCall) => Promise<unknown>,
  ): Promise<unknown> {
    if (!(fault instanceof TelegramRefusal)) throw fault
    const { method, parameters } = given
    switch (fault.refusal.kind) {
      case 'moot':
        log.debug({ method, code: fault.code }, 'a call came too late to matter')
        return undefined
      case 'unchanged':
        return true
      case 'gone':
        // A group that threw us out is nobody to remember, and a press names no chat at all.
        if (Number(parameters.chat_id) > 0) await onGone(Number(parameters.chat_id))
        return undefined
      case 'unreadable':
        log.error({ method }, `our HTML was refused: ${fault.message}`)
        return attempt(asPlainText(given))
      case 'not-a-photo':
        log.warn({ method }, `a photo goes as a document: ${fault.message}`)
        return attempt(asDocument(given))
      default:
        throw fault
    }
  }

  return {
    call,
    /** Resolves when nothing is under way any more. */
    async idle(): Promise<void> {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}
