import { clip } from '../message/clip.ts'
import type { Message } from '../message/message.ts'
import { canBecome, editingCall, type Holding } from './editingCall.ts'
import { isRefusal } from './refusal.ts'
import { reliableCalls } from './reliableCalls.ts'
import { sendingCalls, type TelegramCall } from './sendingCalls.ts'
import { sentFiles } from './sentFiles.ts'

export type Sender = ReturnType<typeof messageSender>

/** Says and changes messages in chats, as Telegram wants it done, and as well as it can be done. */
export function messageSender(parts: Parameters<typeof reliableCalls>[0]) {
  const { call, idle } = reliableCalls(parts)
  const files = sentFiles()

  /** Says or edits a message; a file that Telegram has forgotten is uploaded anew. Gives the answers. */
  async function withFile(
    message: Message,
    callsFor: (message: Message) => TelegramCall[],
  ): Promise<unknown[]> {
    if (!message.file) return callAll(callsFor(message))
    const known = files.known(message)
    const answers = await callAll(callsFor(known)).catch((fault) => {
      if (known === message || !isRefusal(fault, 'unknown-file')) throw fault
      files.forget(message)
      return callAll(callsFor(message))
    })
    files.remember(message, answers[0])
    return answers
  }

  /** One call after the other, until one has nobody to reach. */
  async function callAll(calls: TelegramCall[]): Promise<unknown[]> {
    const answers: unknown[] = []
    for (const each of calls) {
      const answer = await call(each)
      if (answer === undefined) break
      answers.push(answer)
    }
    return answers
  }

  async function removeButtons(chat: number, id: number): Promise<void> {
    await call({ method: 'editMessageReplyMarkup', parameters: { chat_id: chat, message_id: id } })
  }

  return {
    idle,

    /**
     * Says a message; gives its id (of several, the last's), or nothing when nobody is there to read it.
     * @param thread the forum topic to say it in; General has none
     * @throws TelegramRefusal of the kind `too-big` or `unknown-file` when its file cannot be sent
     */
    async say(chat: number, message: Message, thread?: number): Promise<number | undefined> {
      const answers = await withFile(message, (given) => sendingCalls(chat, given, thread))
      return (answers.at(-1) as { message_id: number } | undefined)?.message_id
    },

    /**
     * Changes what a message of ours says; one without buttons loses those it had. False when it is not there, or
     * cannot become that: then it only loses its buttons.
     */
    async edit(chat: number, id: number, message: Message, holds: Holding = 'unknown'): Promise<boolean> {
      if (canBecome(holds, message)) {
        const edited = await withFile(message, (given) => [editingCall(chat, id, given, holds)]).catch(
          (fault) => {
            if (isRefusal(fault, 'other-content')) return undefined
            throw fault
          },
        )
        if (edited) return edited.length > 0
      }
      await removeButtons(chat, id)
      return false
    },

    /** Ends the waiting of a pressed button, with a short word if there is one. */
    async answerPress(id: string, toast?: string, alert = false): Promise<void> {
      const text = toast === undefined ? {} : { text: clip(toast, LONGEST_TOAST), show_alert: alert }
      await call({ method: 'answerCallbackQuery', parameters: { callback_query_id: id, ...text } })
    },
  }
}

const LONGEST_TOAST = 200
