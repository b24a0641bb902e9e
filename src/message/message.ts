import type { Html } from './html.ts'
import type { MessageFile } from './messageFile.ts'
import type { Press } from './press.ts'

/** A button under a message: either something to press, or a page to open. */
export type Button = { text: string; press: Press } | { text: string; url: string }

/**
 * What is said in a chat: words, perhaps with a file, and what is offered below them. Knows nothing of Telegram's
 * calls. Words that are too long for one message, or for the caption of a file, become several messages.
 */
export type Message = Content & Offer

interface Content {
  /** Words that come first, in messages of their own: they were too long to stand in one with the others. */
  before?: readonly Html[]
  html: Html
  /** A file that the words belong to; `kept`, in an edit: the file that the message has already. */
  file?: MessageFile | 'kept'
  /** May be left out when its file cannot be sent: what comes after it has to be said all the same. */
  isExtra?: true
}

/** Telegram takes one of these with a message: buttons under it, a keyboard in place of the phone's, or none of it. */
type Offer =
  | { buttons?: Button[][]; keyboard?: never; removeKeyboard?: never }
  | { buttons?: never; keyboard: Keyboard; removeKeyboard?: never }
  | { buttons?: never; keyboard?: never; removeKeyboard: true }

/**
 * Buttons in place of the phone's keyboard, put away after one use. A tap sends its words as a message; one that
 * shares sends the place where the person is or their telephone number, after the phone has asked them. It can be brought back until a message
 * with `removeKeyboard` comes, and the message it came with can never be edited: Telegram allows neither.
 */
export interface Keyboard {
  rows: (string | { text: string; shares: 'location' | 'contact' })[][]
  /** Grey words in the empty input line, at most 64 characters. */
  placeholder?: string
}

/** How a turn of the conversation ends, as a feature wants it; `telegram/` carries it out. */
export interface Reply {
  /** A short word on the pressed button, gone after a moment. */
  toast?: string
  /** The toast stays until the person closes it. */
  alert?: boolean
  /**
   * What becomes of the message whose button was pressed, or of the question answered by typing. What it cannot
   * become (words alone where a file is, a message with a keyboard) is said below, and it loses its buttons.
   */
  edit?: Message
  /** New messages, in this order. */
  say?: Message[]
}

/** Characters that a button can show when so many stand in a row on a small phone. */
const COLUMNS = [
  { columns: 8, widest: 2 },
  { columns: 4, widest: 7 },
  { columns: 2, widest: 17 },
]
/** Fewer answers than this stand one below the other: a scale is read from top to bottom. */
const FEW = 5

/** Buttons of one kind in rows of equal columns, as many as the longest words allow; at most eight (Telegram). */
export function inColumns(buttons: readonly Button[]): Button[][] {
  const longest = Math.max(0, ...buttons.map(({ text }) => text.length))
  const fits = COLUMNS.find(({ widest }) => longest <= widest)
  const columns = !fits || (buttons.length < FEW && longest > 7) ? 1 : fits.columns
  const rows: Button[][] = []
  for (let first = 0; first < buttons.length; first += columns)
    rows.push(buttons.slice(first, first + columns))
  return rows
}
