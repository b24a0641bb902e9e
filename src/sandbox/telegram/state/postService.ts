import type { Message, MessageContent, User } from '../wire.ts'
import type { World } from '../world.ts'
import type { Chat } from './chats.ts'
import { deliverMessage } from './deliverMessage.ts'
import { type MessagePlace, postMessage } from './messages.ts'

/** A line that nobody wrote, such as "Siti joined"; the bot gets it too, unless it caused it itself. */
export function postService(
  world: World,
  chat: Chat,
  by: User,
  content: MessageContent,
  place?: MessagePlace,
): Message {
  const message = postMessage(world, chat, by, content, place)
  if (by.id !== world.bot.user.id) deliverMessage(world, chat, message)
  return message
}
