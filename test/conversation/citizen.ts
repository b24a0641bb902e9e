import type { Act } from '../../src/sandbox/act.ts'
import type { MessageView } from '../../src/sandbox/protocol.ts'
import type { LocalTelegram } from '../../src/sandbox/telegram/localTelegram.ts'

import { upload } from '../sandbox/telegram/upload.ts'

/** Longest time a reply may take before the test fails; a failing test's only clock. */
const PATIENCE_MS = 12_000

export type Citizen = ReturnType<typeof citizenOf>

/**
 * Somebody with a phone: does what people do and notices what the bot says. `hears` looks at what changed since
 * this person last acted or heard something, so the same words said twice are not mistaken for each other.
 */
export function citizenOf(telegram: LocalTelegram, id: number) {
  const messages = new Map<number, MessageView>()
  let unheard: MessageView[] = []
  let listeners: (() => void)[] = []
  let toasts: string[] = []

  const unsubscribe = telegram.subscribe((event) => {
    if (event.type === 'callback-answered' && event.person === id && event.text) toasts.push(event.text)
    if ((event.type === 'message' || event.type === 'message-changed') && event.message.chat === id) {
      messages.set(event.message.id, event.message)
      if (event.message.from !== id && !event.message.isDeleted) unheard.push(event.message)
    }
    for (const listener of listeners) listener()
  })

  async function act(act: Act) {
    const answer = await telegram.act(act)
    if (!answer.ok) throw new Error(`${act.do}: ${answer.problem}`)
    return answer.result
  }

  /** Resolves as soon as `find` finds something, now or after any event. */
  function until<T>(what: string, find: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        listeners = listeners.filter((each) => each !== check)
        reject(new Error(`${what}. Last heard:\n${screen().slice(-3).join('\n---\n')}`))
      }, PATIENCE_MS)
      const check = () => {
        const found = find()
        if (found === undefined) return
        clearTimeout(timer)
        listeners = listeners.filter((each) => each !== check)
        resolve(found)
      }
      listeners.push(check)
      check()
    })
  }

  /** What stands on the screen, oldest first. */
  const screen = () => [...messages.values()].filter((each) => !each.isDeleted).map((each) => each.text ?? '')

  const withButton = (text: string) =>
    [...messages.values()].findLast(
      (each) => !each.isDeleted && buttonsOf(each).some((button) => button.text.includes(text)),
    )

  return {
    id,
    screen,
    toasts: () => toasts,
    leave: unsubscribe,

    /** Presses START on a link with this unit code, or on the bot itself. */
    opens: (code?: string) => act({ do: 'start', as: id, ...(code !== undefined && { payload: code }) }),

    says: async (text: string) => {
      unheard = []
      await act({ do: 'say', as: id, chat: id, text })
    },

    does: act,

    /** Sends a file from the phone, as a document or a photo. */
    sends: async (
      content: Buffer,
      name: string,
      kind: 'document' | 'photo' = 'document',
      caption?: string,
    ) => {
      unheard = []
      const file = await upload(telegram, content, name)
      await act({
        do: kind === 'photo' ? 'send-photo' : 'send-document',
        as: id,
        chat: id,
        file,
        ...(caption !== undefined && { caption }),
      })
    },

    /** Waits for a new or changed message of the bot with these words; gives it. */
    hears: (words: string | RegExp) =>
      until(`did not hear ${words}`, () => {
        const place = unheard.findIndex((each) => matches(each.text ?? '', words))
        if (place < 0) return undefined
        return unheard.splice(place, 1)[0]
      }),

    hearsToast: (words: string | RegExp) =>
      until(`no toast ${words}`, () => toasts.find((each) => matches(each, words))),

    /** Presses the newest button that shows these words. */
    presses: async (text: string) => {
      const message = await until(`no button ${text}`, () => withButton(text))
      const place = placeOf(message, text)
      unheard = []
      toasts = []
      await act({ do: 'press', as: id, chat: id, message: message.id, ...place })
      return message
    },

    /** The data of a button that is on the screen now, to be pressed when it is not there any more. */
    remembers: async (text: string) => {
      const message = await until(`no button ${text}`, () => withButton(text))
      const { row, column } = placeOf(message, text)
      return { message: message.id, data: message.inlineKeyboard?.[row]?.[column]?.callbackData ?? '' }
    },

    pressesOld: async ({ message, data }: { message: number; data: string }) => {
      unheard = []
      toasts = []
      await act({ do: 'press-data', as: id, chat: id, message, data })
    },

    buttons: () =>
      [...messages.values()].flatMap((each) =>
        each.isDeleted ? [] : buttonsOf(each).map(({ text }) => text),
      ),
    messages: () => [...messages.values()],
  }
}

const buttonsOf = (message: MessageView) => message.inlineKeyboard?.flat() ?? []
const matches = (text: string, words: string | RegExp) =>
  typeof words === 'string' ? text.includes(words) : words.test(text)

function placeOf(message: MessageView, text: string): { row: number; column: number } {
  const rows = message.inlineKeyboard ?? []
  const row = rows.findIndex((each) => each.some((button) => button.text.includes(text)))
  const column = rows[row]?.findIndex((button) => button.text.includes(text)) ?? 0
  return { row, column }
}
