import type { Call, Method } from '../call.ts'
import { readReplyMarkup } from '../keyboards/replyMarkup.ts'
import { integerOf, structureOf, textOf } from '../parameters.ts'
import { badRequest } from '../refusal.ts'
import type { Chat, StoredMessage } from '../state/chats.ts'
import { writableChat } from '../state/findChat.ts'
import { changeMessage, findMessage } from '../state/messages.ts'
import { readCaption, readText } from '../text/formatText.ts'
import type { InlineKeyboardMarkup, Message, MessageContent } from '../wire.ts'
import type { World } from '../world.ts'
import { mediaOf } from './sendingMedia.ts'

const unchanged =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

/** Methods that change the bot's own messages. Without a `reply_markup` they take the buttons away. */
export const editing = {
  editMessageText(world, call) {
    const { text, entities } = readText(call.parameters, call.warn)
    const { chat, stored } = editedMessage(world, call)
    const { message } = stored
    if (message.text === undefined) throw badRequest('there is no text in the message to edit')
    const { entities: _, ...rest } = message
    const next = { ...rest, text, ...(entities.length > 0 && { entities }) }
    return replace(world, call, chat, stored, next, true)
  },

  editMessageCaption(world, call) {
    const { chat, stored } = editedMessage(world, call)
    const { caption: _, caption_entities: __, ...rest } = stored.message
    if (!hasCaption(stored.message)) throw badRequest('there is no caption in the message to edit')
    return replace(world, call, chat, stored, { ...rest, ...readCaption(call.parameters, call.warn) }, true)
  },

  editMessageMedia(world, call) {
    const { chat, stored } = editedMessage(world, call)
    const given = structureOf(call.parameters, 'media', "can't parse InputMedia JSON object")
    if (given === undefined) throw badRequest('new media is not specified')
    if (!canHoldMedia(stored.message)) throw badRequest('there is no media in the message to edit')
    const content = mediaOf(world, call, given)
    return replace(world, call, chat, stored, { ...withoutContent(stored.message), ...content }, true)
  },

  editMessageReplyMarkup(world, call) {
    const { chat, stored } = editedMessage(world, call)
    return replace(world, call, chat, stored, { ...stored.message }, false)
  },
} satisfies Record<string, Method>

function editedMessage(world: World, { parameters }: Call): { chat: Chat; stored: StoredMessage } {
  if (textOf(parameters, 'inline_message_id')) throw badRequest('MESSAGE_ID_INVALID')
  const id = integerOf(parameters, 'message_id')
  if (id === undefined) throw badRequest('message identifier is not specified')
  const chat = writableChat(world, parameters)
  const stored = findMessage(chat, id)
  if (!stored) throw badRequest('message to edit not found')
  const isOwn = stored.message.from.id === world.bot.user.id
  if (!isOwn || stored.isFixed) throw badRequest("message can't be edited")
  return { chat, stored }
}

function replace(
  world: World,
  { parameters, warn }: Call,
  chat: Chat,
  stored: StoredMessage,
  content: Message,
  isContent: boolean,
): Message {
  const { inline, panel } = readReplyMarkup(parameters, chat.kind === 'private', warn)
  if (panel !== undefined) throw badRequest('inline keyboard expected')
  const before = stored.message
  const isSame = isSameKeyboard(before.reply_markup, inline) && (!isContent || isSameContent(before, content))
  if (isSame) throw badRequest(unchanged)
  const { reply_markup: _, ...rest } = content
  const message: Message = {
    ...rest,
    // Telegram shows no "edited" when only the buttons are different.
    ...(isContent && { edit_date: Math.floor(world.clock.now().getTime() / 1000) }),
    ...(inline && { reply_markup: inline }),
  }
  changeMessage(world, chat, stored, message)
  return message
}

function isSameContent(a: MessageContent, b: MessageContent): boolean {
  return (
    a.text === b.text &&
    a.caption === b.caption &&
    isSameJson(a.entities, b.entities) &&
    isSameJson(a.caption_entities, b.caption_entities) &&
    isSameJson(mediaIn(a), mediaIn(b))
  )
}

function isSameKeyboard(a: InlineKeyboardMarkup | undefined, b: InlineKeyboardMarkup | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && isSameJson(a, b))
}

function isSameJson(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

function hasCaption({ photo, document, voice, audio, video }: Message): boolean {
  return Boolean(photo ?? document ?? voice ?? audio ?? video)
}

/** A text may become a file, and a file another one; a voice, a place or a poll stays what it is. */
function canHoldMedia({ text, photo, document, audio, video }: Message): boolean {
  return Boolean(text ?? photo ?? document ?? audio ?? video)
}

function mediaIn({ photo, document, audio, video }: MessageContent) {
  return photo ?? document ?? audio ?? video
}

const contents = new Set([
  'text',
  'entities',
  'caption',
  'caption_entities',
  'photo',
  'document',
  'audio',
  'video',
])

function withoutContent(message: Message): Message {
  return Object.fromEntries(
    Object.entries(message).filter(([name]) => !contents.has(name)),
  ) as unknown as Message
}
