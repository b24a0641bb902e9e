import type { Call } from '../call.ts'
import { type Markup, readReplyMarkup } from '../keyboards/replyMarkup.ts'
import { flagOf, integerOf, isObject, type Parameters, structureOf } from '../parameters.ts'
import { badRequest } from '../refusal.ts'
import { type Chat, leads } from '../state/chats.ts'
import { tellChat } from '../state/chatView.ts'
import { chatOf, writableChat } from '../state/findChat.ts'
import { findMessage, type MessagePlace, postMessage } from '../state/messages.ts'
import type { Message, MessageContent } from '../wire.ts'
import type { World } from '../world.ts'

/**
 * Sends something as the bot: to the chat, topic and message it answers, with the keyboard it brings.
 * @throws Refusal in Telegram's words
 */
export function sendContent(
  world: World,
  { parameters, warn }: Call,
  content: MessageContent,
  extra?: MessagePlace,
): Message {
  const chat = writableChat(world, parameters)
  const markup = readReplyMarkup(parameters, chat.kind === 'private', warn)
  const thread = threadOf(world, chat, parameters)
  const reply = repliedMessage(world, chat, parameters)
  const message = postMessage(world, chat, world.bot.user, content, {
    ...thread,
    ...(reply && { reply_to_message: reply }),
    ...(flagOf(parameters, 'protect_content') && { has_protected_content: true as const }),
    ...(markup.inline && { reply_markup: markup.inline }),
    ...extra,
  })
  settlePanel(world, chat, markup, message.message_id)
  return message
}

/** The topic a message goes to; groups without topics take no notice of the parameter. */
export function threadOf(world: World, chat: Chat, parameters: Parameters): MessagePlace | undefined {
  const thread = integerOf(parameters, 'message_thread_id')
  if (!thread || !chat.isForum) return undefined
  const topic = thread === 1 ? undefined : chat.topics.get(thread)
  if (!topic) throw badRequest('message thread not found')
  if (topic.isClosed && !leads(chat.members.get(world.bot.user.id))) throw badRequest('TOPIC_CLOSED')
  return { message_thread_id: thread, is_topic_message: true }
}

function repliedMessage(world: World, chat: Chat, parameters: Parameters): Message | undefined {
  const given = structureOf(parameters, 'reply_parameters', "can't parse reply parameters JSON object")
  if (isObject(given)) {
    const home = given.chat_id === undefined ? chat : chatOf(world, given)
    return findReplied(home, integerOf(given, 'message_id'), given)
  }
  // The way of older bots, which the real server still understands.
  return findReplied(chat, integerOf(parameters, 'reply_to_message_id'), parameters)
}

function findReplied(chat: Chat, id: number | undefined, options: Parameters): Message | undefined {
  if (!id) return undefined
  const found = findMessage(chat, id)
  if (!found) {
    if (flagOf(options, 'allow_sending_without_reply')) return undefined
    throw badRequest('message to be replied not found')
  }
  const { reply_to_message: _, ...message } = found.message
  return message
}

/** The keyboard below the input line and the "typing…" line, after the bot has spoken. */
function settlePanel(world: World, chat: Chat, { panel }: Markup, message: number): void {
  const wasActing = chat.action !== undefined
  delete chat.action
  const stored = chat.messages.get(message)
  if (panel && stored) stored.isFixed = true
  if (panel === null) delete chat.replyPanel
  else if (panel) chat.replyPanel = panel.kind === 'force-reply' ? { ...panel, message } : panel
  if (wasActing || panel !== undefined) tellChat(world, chat)
}
