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

/** Telegram shows at most eight buttons a row and a hundred a message. */
export const MOST_BUTTONS_A_ROW = 8

/** Buttons laid out in rows: short words side by side, long ones one below the other. */
export function rowsOf(buttons: readonly Button[], widest: number): Button[][] {
  const rows: Button[][] = []
  for (const button of buttons) {
    const row = rows.at(-1)
    const length = (row ?? []).reduce((sum, each) => sum + each.text.length, button.text.length)
    if (row && length <= widest && row.length < MOST_BUTTONS_A_ROW) row.push(button)
    else rows.push([button])
  }
  return rows
}
