import { type Chat, leads } from '../state/chats.ts'
import { tellChat } from '../state/chatView.ts'
import { deliverMessage } from '../state/deliverMessage.ts'
import { findMessage, type MessagePlace, postMessage } from '../state/messages.ts'
import type { Message, MessageContent } from '../wire.ts'
import type { World } from '../world.ts'
import { actor, chatFor } from './actor.ts'
import { Impossible } from './impossible.ts'

/** Where somebody speaks, and to what they reply. */
export interface Place {
  as: number
  chat: number
  thread?: number
  replyTo?: number
}

/**
 * Puts a person's message into a chat and lets the bot have it.
 * @throws Impossible when their app would not let them
 */
export function speak(world: World, place: Place, content: MessageContent): Message {
  const person = actor(world, place.as)
  const chat = chatFor(world, person, place.chat)
  const reply = place.replyTo === undefined ? undefined : findMessage(chat, place.replyTo)
  if (place.replyTo !== undefined && !reply) throw new Impossible('Pesan yang dibalas sudah tidak ada')
  const thread = threadFor(chat, place)
  const message = postMessage(world, chat, person.user, content, {
    ...thread,
    ...(reply && { reply_to_message: withoutReply(reply.message) }),
  })
  if (chat.replyPanel?.kind === 'force-reply') {
    delete chat.replyPanel
    tellChat(world, chat)
  }
  deliverMessage(world, chat, message)
  return message
}

function threadFor(chat: Chat, { thread, as }: Place): MessagePlace | undefined {
  if (!chat.isForum || thread === undefined || thread === 1) return undefined
  const topic = chat.topics.get(thread)
  if (!topic) throw new Impossible('Topik ini tidak ada')
  if (topic.isClosed && !leads(chat.members.get(as))) throw new Impossible('Topik ini ditutup')
  return { message_thread_id: thread, is_topic_message: true }
}

function withoutReply({ reply_to_message: _, ...message }: Message): Message {
  return message
}
