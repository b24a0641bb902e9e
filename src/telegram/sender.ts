import type { Logger } from 'pino'
import { clip } from '../message/clip.ts'
import { plainText } from '../message/html.ts'
import type { Button, Message } from '../message/message.ts'
import { packPress } from '../message/press.ts'
import { type TelegramApi, TelegramRefusal, TelegramUnreachable } from './api.ts'
import type { Pause } from './pause.ts'

export type Sender = ReturnType<typeof messageSender>

/** Tries of one call before it is given up, and the pauses between them in milliseconds. */
const PAUSES = [500, 2_000, 5_000]
/** A reply that would have to wait longer than this is of no use to anyone. */
const LONGEST_WAIT_MS = 60_000

/**
 * Says things in chats, as Telegram wants them said: waits when told to, tries again when it was out of reach,
 * falls back to plain text when our HTML was refused, and tells when somebody is gone.
 */
export function messageSender(parts: {
  api: TelegramApi
  log: Logger
  pause: Pause
  onGone: (chat: number) => Promise<void>
}) {
  const { api, log, pause, onGone } = parts

  const underWay = new Set<Promise<unknown>>()

  /** Keeps count of what is under way, and has a fault logged even when nobody waits for it any more. */
  function call(method: string, parameters: Record<string, unknown>): Promise<unknown> {
    const calling = persist(method, parameters)
    underWay.add(calling)
    calling
      .catch((fault: Error) => log.warn({ method, fault: fault.message }, 'a call to Telegram failed'))
      .finally(() => underWay.delete(calling))
    return calling
  }

  /** Calls until it works or cannot work; nothing when the call was moot or the person is gone. */
  async function persist(method: string, parameters: Record<string, unknown>): Promise<unknown> {
    for (let tries = 0; ; tries++) {
      try {
        return await api.call(method, parameters)
      } catch (fault) {
        const wait = waitFor(fault, tries)
        if (wait === undefined) return settle(method, parameters, fault)
        await pause(wait)
      }
    }
  }

  async function settle(
    method: string,
    parameters: Record<string, unknown>,
    fault: unknown,
  ): Promise<unknown> {
    if (!(fault instanceof TelegramRefusal)) throw fault
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
      case 'unreadable': {
        log.error({ method }, `our HTML was refused: ${fault.message}`)
        const { parse_mode: _, text, ...rest } = parameters
        return api.call(method, { ...rest, text: plainText(String(text) as never) })
      }
      default:
        throw fault
    }
  }

  return {
    /** Resolves when nothing is under way any more. */
    async idle(): Promise<void> {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },

    /**
     * Says a message; gives its id, or nothing when nobody is there to read it.
     * @param thread the forum topic to say it in; General has none
     */
    async say(chat: number, message: Message, thread?: number): Promise<number | undefined> {
      const sent = (await call('sendMessage', {
        chat_id: chat,
        ...(thread !== undefined && { message_thread_id: thread }),
        ...contentOf(message),
      })) as { message_id: number } | undefined
      return sent?.message_id
    },

    /** Changes what a message of ours says; one without buttons loses those it had. False when it is not there. */
    async edit(chat: number, id: number, message: Message): Promise<boolean> {
      return (
        (await call('editMessageText', { chat_id: chat, message_id: id, ...contentOf(message) })) !==
        undefined
      )
    },

    /** Ends the waiting of a pressed button, with a short word if there is one. */
    async answerPress(id: string, toast?: string, alert = false): Promise<void> {
      const text = toast === undefined ? {} : { text: clip(toast, LONGEST_TOAST), show_alert: alert }
      await call('answerCallbackQuery', { callback_query_id: id, ...text })
    },
  }
}

const LONGEST_TOAST = 200

/** How long to wait before another try; nothing when there is no point in one. */
function waitFor(fault: unknown, tries: number): number | undefined {
  const pause = PAUSES[tries]
  if (pause === undefined) return undefined
  if (fault instanceof TelegramUnreachable) return pause
  if (!(fault instanceof TelegramRefusal) || fault.refusal.kind !== 'wait') return undefined
  const wait = fault.refusal.seconds * 1000
  return wait <= LONGEST_WAIT_MS ? wait : undefined
}

function contentOf({ html, buttons }: Message) {
  const content = { text: html, parse_mode: 'HTML', link_preview_options: { is_disabled: true } }
  return buttons && buttons.length > 0
    ? { ...content, reply_markup: { inline_keyboard: buttons.map((row) => row.map(buttonOf)) } }
    : content
}

function buttonOf(button: Button) {
  if ('url' in button) return { text: button.text, url: button.url }
  return { text: button.text, callback_data: packPress(button.press) }
}
