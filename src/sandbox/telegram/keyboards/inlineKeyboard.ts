import { isObject } from '../parameters.ts'
import { badRequest } from '../refusal.ts'
import type { InlineKeyboardMarkup, WireButton } from '../wire.ts'

const mostBytes = 10_000
const longestData = 64

/** The fields that make a button do something; a button needs one of them. */
const deeds = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
] as const

/**
 * Reads an inline keyboard as strictly as Telegram's servers do.
 * @returns nothing for a keyboard without buttons: it is as good as none
 * @throws Refusal in Telegram's words
 */
export function readInlineKeyboard(rows: unknown, isPrivate: boolean): InlineKeyboardMarkup | undefined {
  if (!Array.isArray(rows)) throw badRequest('Field "inline_keyboard" must be of type Array')
  const keyboard: WireButton[][] = []
  let weight = 0
  for (const row of rows) {
    if (!Array.isArray(row)) throw badRequest('Field "inline_keyboard" must be an Array of Arrays')
    const buttons: WireButton[] = []
    for (const button of row) {
      checkButton(button, isPrivate)
      // TDLib leaves out what has no words on it.
      if (button.text !== '') buttons.push(button)
      weight += button.text.length + (button.callback_data ?? button.url ?? '').length
    }
    if (buttons.length > 0) keyboard.push(buttons)
  }
  if (weight > mostBytes) throw badRequest('reply markup is too long')
  return keyboard.length > 0 ? { inline_keyboard: keyboard } : undefined
}

function checkButton(button: unknown, isPrivate: boolean): asserts button is WireButton {
  if (!isObject(button)) throw unreadable('InlineKeyboardButton must be an Object')
  if (button.text === undefined) throw unreadable('Can\'t find field "text"')
  if (typeof button.text !== 'string') throw unreadable('Field "text" must be of type String')
  const deed = deeds.find((name) => button[name] !== undefined && button[name] !== '')
  switch (deed) {
    case undefined:
      throw unreadable('Text buttons are unallowed in the inline keyboard')
    case 'callback_data':
      return checkData(button.callback_data)
    case 'url':
      return checkUrl(button.url)
    case 'web_app':
      if (!isPrivate) throw badRequest('BUTTON_TYPE_INVALID')
      return checkUrl(isObject(button.web_app) ? button.web_app.url : undefined)
    case 'copy_text':
      return checkCopyText(button.copy_text)
    default:
  }
}

function checkData(data: unknown): void {
  if (typeof data !== 'string') throw unreadable('Field "callback_data" must be of type String')
  // A character takes at most three bytes for each of its UTF-16 units: short data need not be measured.
  if (data.length * 3 > longestData && Buffer.byteLength(data) > longestData) {
    throw badRequest('BUTTON_DATA_INVALID')
  }
}

function checkUrl(url: unknown): void {
  if (typeof url !== 'string') throw unreadable('Field "url" must be of type String')
  const problem = urlProblem(url)
  if (problem) throw badRequest(`inline keyboard button URL '${url}' is invalid: ${problem}`)
}

function urlProblem(url: string): string | undefined {
  if (/^(tg|ton|tel|mailto):/i.test(url)) return undefined
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `http://${url}`
  if (!/^https?:\/\//i.test(whole)) return 'Unsupported URL protocol'
  if (!URL.canParse(whole) || /\s/.test(url)) return 'Wrong HTTP URL'
  return new URL(whole).hostname.includes('.') ? undefined : 'Wrong HTTP URL'
}

function checkCopyText(copied: unknown): void {
  const text = isObject(copied) ? copied.text : undefined
  if (typeof text !== 'string') throw unreadable('Can\'t find field "text"')
  if (text === '' || [...text].length > 256) throw badRequest('BUTTON_COPY_TEXT_INVALID')
}

function unreadable(text: string) {
  return badRequest(`can't parse inline keyboard button: ${text}`)
}
