import type { Html } from './html.ts'
import type { Press } from './press.ts'

/** A button under a message: either something to press, or a page to open. */
export type Button = { text: string; press: Press } | { text: string; url: string }

/** What is said in a chat: text with rows of buttons. Knows nothing of Telegram's calls. */
export interface Message {
  html: Html
  buttons?: Button[][]
}

/** How a turn of the conversation ends, as a feature wants it; `telegram/` carries it out. */
export interface Reply {
  /** A short word on the pressed button, gone after a moment. */
  toast?: string
  /** The toast stays until the person closes it. */
  alert?: boolean
  /** What becomes of the message whose button was pressed, or of the question answered by typing. */
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
