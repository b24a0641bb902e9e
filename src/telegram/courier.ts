import type { Logger } from 'pino'
import type { Message } from '../message/message.ts'
import type { TelegramApi } from './api.ts'
import { bestCall } from './bestCall.ts'
import { isRefusal } from './refusal.ts'
import { sendingCalls, type TelegramCall } from './sendingCalls.ts'
import { sentFiles } from './sentFiles.ts'

/**
 * One of the messages in Telegram that a message of ours becomes. Says it, in one try; gives its id.
 * @throws TelegramRefusal, TelegramUnreachable
 */
export type Piece = () => Promise<number>

/** Turns a message into its pieces; `thread` is the forum topic. */
export type Courier = (chat: number, message: Message, thread?: number) => Piece[]

/**
 * Carries messages for whoever decides himself when each goes, and what a refusal means. Replies to people go through
 * `messageSender`, which waits and tries again.
 */
export function courier(api: TelegramApi, log: Logger): Courier {
  const make = bestCall(api, log)
  const files = sentFiles()
  const once = (call: TelegramCall) => make(call, (attempt) => attempt())

  return (chat, message, thread) => {
    const known = files.known(message)

    /** The file goes with the first piece. One that Telegram has forgotten is uploaded anew. */
    async function first(call: TelegramCall): Promise<unknown> {
      const answer = await once(call).catch((fault) => {
        const [anew] = sendingCalls(chat, message, thread)
        if (known === message || !anew || !isRefusal(fault, 'unknown-file')) throw fault
        files.forget(message)
        return once(anew)
      })
      files.remember(message, answer)
      return answer
    }

    return sendingCalls(chat, known, thread).map((call, index) => async () => {
      const answer = await (index === 0 ? first(call) : once(call))
      return (answer as { message_id: number }).message_id
    })
  }
}
