import type { Call, Method } from '../call.ts'
import { integerOf, textOf } from '../parameters.ts'
import { badRequest } from '../refusal.ts'
import { chatOf, checkMembership } from '../state/findChat.ts'
import { findMessage } from '../state/messages.ts'
import { readCaption } from '../text/formatText.ts'
import type { Message, MessageContent } from '../wire.ts'
import type { World } from '../world.ts'
import { sendContent } from './sendContent.ts'

const contentFields = [
  'text',
  'entities',
  'caption',
  'caption_entities',
  'photo',
  'document',
  'voice',
  'audio',
  'video',
  'video_note',
  'sticker',
  'location',
  'contact',
] as const satisfies (keyof MessageContent)[]

/** Methods that send once more what is there already. */
export const repeating = {
  forwardMessage(world, call) {
    const message = source(world, call, 'message to forward not found')
    if (message.has_protected_content) throw badRequest("message can't be forwarded")
    const forward_origin = message.forward_origin ?? {
      type: 'user',
      date: message.date,
      sender_user: message.from,
    }
    return sendContent(world, call, contentOf(message), { forward_origin })
  },

  copyMessage(world, call) {
    const message = source(world, call, 'message to copy not found')
    const content = contentOf(message)
    if (Object.keys(content).length === 0) throw badRequest("message can't be copied")
    const hasNewCaption = textOf(call.parameters, 'caption') !== undefined && content.text === undefined
    if (!hasNewCaption) return { message_id: sendContent(world, call, content).message_id }
    const { caption: _, caption_entities: __, ...rest } = content
    return { message_id: sendContent(world, call, { ...rest, ...readCaption(call.parameters) }).message_id }
  },
} satisfies Record<string, Method>

function source(world: World, { parameters }: Call, missing: string): Message {
  const chat = chatOf(world, parameters, 'from_chat_id')
  checkMembership(world, chat)
  const stored = findMessage(chat, integerOf(parameters, 'message_id'))
  if (!stored) throw badRequest(missing)
  return stored.message
}

function contentOf(message: Message): MessageContent {
  return Object.fromEntries(
    contentFields.flatMap((name) => (message[name] === undefined ? [] : [[name, message[name]]])),
  )
}
