import type { ReplyPanel } from '../../protocol.ts'
import { isObject, type Parameters, structureOf } from '../parameters.ts'
import { badRequest } from '../refusal.ts'
import type { InlineKeyboardMarkup } from '../wire.ts'
import { keyboardProblems } from './buttonProblems.ts'
import { readInlineKeyboard } from './inlineKeyboard.ts'
import { placeholderOf, readReplyKeyboard } from './replyPanel.ts'

/** What a message does about keyboards; `panel` replaces the one below the input line, null takes it away. */
export interface Markup {
  inline?: InlineKeyboardMarkup
  panel?: ReplyPanel | null
}

/**
 * The `reply_markup` of a call.
 * @param warn told what Telegram's apps dislike though its API takes it
 * @throws Refusal in Telegram's words
 */
export function readReplyMarkup(
  parameters: Parameters,
  isPrivate: boolean,
  warn: (problem: string) => void,
): Markup {
  const markup = structureOf(parameters, 'reply_markup', "can't parse reply keyboard markup JSON object")
  if (markup === undefined || markup === null) return {}
  if (!isObject(markup)) throw badRequest('object expected as reply markup')
  if (markup.inline_keyboard !== undefined) {
    const inline = readInlineKeyboard(markup.inline_keyboard, isPrivate)
    if (inline) keyboardProblems(inline.inline_keyboard).forEach(warn)
    return inline ? { inline } : {}
  }
  if (markup.keyboard !== undefined) return { panel: readReplyKeyboard(markup, isPrivate) ?? null }
  if (markup.remove_keyboard) return { panel: null }
  if (markup.force_reply) return { panel: { kind: 'force-reply', message: 0, ...placeholderOf(markup) } }
  return {}
}
