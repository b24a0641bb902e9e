import type { ReplyPanel } from '../../protocol.ts'
import { isObject } from '../parameters.ts'
import { badRequest } from '../refusal.ts'

type Row = Extract<ReplyPanel, { kind: 'keyboard' }>['rows'][number]

/**
 * Reads a reply keyboard as strictly as Telegram's servers do.
 * @returns nothing for a keyboard without buttons
 * @throws Refusal in Telegram's words
 */
export function readReplyKeyboard(
  markup: Record<string, unknown>,
  isPrivate: boolean,
): ReplyPanel | undefined {
  const { keyboard } = markup
  if (!Array.isArray(keyboard)) throw badRequest('Field "keyboard" must be of type Array')
  const rows: Row[] = []
  for (const row of keyboard) {
    if (!Array.isArray(row)) throw badRequest('Field "keyboard" must be an Array of Arrays')
    const buttons = row.map((button) => readButton(button, isPrivate)).filter(({ text }) => text !== '')
    if (buttons.length > 0) rows.push(buttons)
  }
  if (rows.length === 0) return undefined
  return {
    kind: 'keyboard',
    rows,
    resize: markup.resize_keyboard === true,
    oneTime: markup.one_time_keyboard === true,
    persistent: markup.is_persistent === true,
    ...placeholderOf(markup),
  }
}

/** The placeholder of a reply keyboard or a forced reply. */
export function placeholderOf(markup: Record<string, unknown>): { placeholder?: string } {
  const placeholder = markup.input_field_placeholder
  if (placeholder === undefined || placeholder === '') return {}
  if (typeof placeholder !== 'string')
    throw badRequest('Field "input_field_placeholder" must be of type String')
  if ([...placeholder].length > 64) throw badRequest('BUTTON_PLACEHOLDER_INVALID')
  return { placeholder }
}

function readButton(button: unknown, isPrivate: boolean): Row[number] {
  if (typeof button === 'string') return { text: button }
  if (!isObject(button)) throw unreadable('KeyboardButton must be a String or an Object')
  if (typeof button.text !== 'string') throw unreadable('Can\'t find field "text"')
  const request = requestOf(button)
  if (request && !isPrivate) {
    const asked = request === 'contact' ? 'phone number' : request
    throw badRequest(`${asked} can be requested in private chats only`)
  }
  if (request === 'contact' || request === 'location') return { text: button.text, request }
  return { text: button.text }
}

function requestOf(button: Record<string, unknown>): 'contact' | 'location' | 'poll' | undefined {
  if (button.request_contact) return 'contact'
  if (button.request_location) return 'location'
  return button.request_poll ? 'poll' : undefined
}

function unreadable(text: string) {
  return badRequest(`can't parse keyboard button: ${text}`)
}
