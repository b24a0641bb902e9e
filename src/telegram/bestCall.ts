import type { Logger } from 'pino'
import { BIGGEST_PHOTO, BIGGEST_UPLOAD } from '../message/messageFile.ts'
import type { TelegramApi } from './api.ts'
import { openUpload } from './openUpload.ts'
import { isRefusal, TelegramRefusal } from './refusal.ts'
import type { TelegramCall } from './sendingCalls.ts'
import { asDocument, asPlainText } from './simplerCall.ts'

/** How one call is made: once, or until it works. */
export type Trying = (attempt: () => Promise<unknown>) => Promise<unknown>

/**
 * Makes a call as well as it can be made: our HTML goes as plain text where Telegram refuses it, which is our defect,
 * and a picture that is none to Telegram as a document.
 * @throws as `TelegramApi.call`; a file of too many bytes is not even tried
 */
export function bestCall(api: TelegramApi, log: Logger) {
  return async (given: TelegramCall, trying: Trying): Promise<unknown> => {
    const upload = given.file && (await openUpload(given.file))
    const bytes = upload?.blob.size ?? 0
    if (bytes > BIGGEST_UPLOAD)
      throw new TelegramRefusal(given.method, 413, `${bytes} bytes are not even tried`, { kind: 'too-big' })
    const isTooBigAPhoto = given.file?.kind === 'photo' && bytes > BIGGEST_PHOTO
    const fitting = isTooBigAPhoto ? asDocument(given) : given
    const attempt = ({ method, parameters }: TelegramCall) =>
      trying(() => api.call(method, parameters, upload && { upload }))
    try {
      return await attempt(fitting)
    } catch (fault) {
      const { method } = fitting
      if (isRefusal(fault, 'unreadable')) {
        log.error({ method }, `our HTML was refused: ${fault.message}`)
        return attempt(asPlainText(fitting))
      }
      if (isRefusal(fault, 'not-a-photo')) {
        log.warn({ method }, `a photo goes as a document: ${fault.message}`)
        return attempt(asDocument(fitting))
      }
      throw fault
    }
  }
}
