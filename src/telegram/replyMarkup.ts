import { clip } from '../message/clip.ts'
import type { Button, Keyboard, Message } from '../message/message.ts'
import { packPress } from '../message/press.ts'

const LONGEST_PLACEHOLDER = 64
const REQUESTS = { location: 'request_location', contact: 'request_contact' } as const

/** The `reply_markup` of a call: what a message offers, in Telegram's words; nothing for plain messages. */
export function replyMarkup({ buttons, keyboard, removeKeyboard }: Message): { reply_markup?: object } {
  if (keyboard) return { reply_markup: keyboardOf(keyboard) }
  if (removeKeyboard) return { reply_markup: { remove_keyboard: true } }
  if (!buttons || buttons.length === 0) return {}
  return { reply_markup: { inline_keyboard: buttons.map((row) => row.map(buttonOf)) } }
}

function buttonOf(button: Button) {
  if ('url' in button) return { text: button.text, url: button.url }
  return { text: button.text, callback_data: packPress(button.press) }
}

function keyboardOf({ rows, placeholder }: Keyboard) {
  return {
    keyboard: rows.map((row) =>
      row.map((button) =>
        typeof button === 'string'
          ? { text: button }
          : { text: button.text, [REQUESTS[button.shares]]: true },
      ),
    ),
    resize_keyboard: true,
    one_time_keyboard: true,
    ...(placeholder && { input_field_placeholder: clip(placeholder, LONGEST_PLACEHOLDER) }),
  }
}
