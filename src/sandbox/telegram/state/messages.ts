import type { Message, MessageContent, User } from '../wire.ts'
import type { World } from '../world.ts'
import type { Chat, StoredMessage } from './chats.ts'
import { messageView } from './messageView.ts'

/** Where a new message belongs and what it hangs on. */
export type MessagePlace = Partial<
  Pick<
    Message,
    | 'message_thread_id'
    | 'is_topic_message'
    | 'reply_to_message'
    | 'reply_markup'
    | 'forward_origin'
    | 'media_group_id'
    | 'has_protected_content'
  >
>

/** Puts a new message into a chat and forgets the oldest one when there are too many. */
export function postMessage(
  world: World,
  chat: Chat,
  from: User,
  content: MessageContent,
  place?: MessagePlace,
): Message {
  const isOwnCount = chat.kind === 'supergroup' || chat.kind === 'channel'
  const message: Message = {
    message_id: isOwnCount ? ++chat.lastMessage : ++world.lastMessage,
    from,
    chat: chat.wire,
    date: Math.floor(world.clock.now().getTime() / 1000),
    ...place,
    ...content,
  }
  const stored = { message, isDeleted: false }
  chat.messages.set(message.message_id, stored)
  if (chat.messages.size > world.historySize) forgetOldest(chat)
  if (world.events.isWatched) {
    world.events.tell({ type: 'message', message: messageView(world, chat, stored) })
  }
  return message
}

/** Replaces what a message says; whoever holds the old one still has it as it was. */
export function changeMessage(world: World, chat: Chat, stored: StoredMessage, message: Message): void {
  stored.message = message
  tellChange(world, chat, stored)
}

/** Takes a message away for everybody; a trace of it stays for the tester. */
export function removeMessage(world: World, chat: Chat, stored: StoredMessage): void {
  stored.isDeleted = true
  tellChange(world, chat, stored)
}

/** The message with this id, unless it is deleted or forgotten. */
export function findMessage(chat: Chat, id: number | undefined): StoredMessage | undefined {
  const stored = id === undefined ? undefined : chat.messages.get(id)
  return stored?.isDeleted ? undefined : stored
}

function tellChange(world: World, chat: Chat, stored: StoredMessage): void {
  if (!world.events.isWatched) return
  world.events.tell({ type: 'message-changed', message: messageView(world, chat, stored) })
}

function forgetOldest(chat: Chat): void {
  const oldest = chat.messages.keys().next()
  if (!oldest.done) chat.messages.delete(oldest.value)
}
