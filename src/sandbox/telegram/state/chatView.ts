import type { ChatView } from '../../protocol.ts'
import type { World } from '../world.ts'
import type { Chat } from './chats.ts'
import { messageView } from './messageView.ts'

/** A chat as the page shows it, without its messages. */
export function chatView(world: World, chat: Chat): Omit<ChatView, 'messages'> {
  const { id, kind, isForum, replyPanel, action, wire } = chat
  const isActing = action && action.until > world.clock.now()
  return {
    id,
    kind,
    title: wire.title ?? world.profile.names.get('') ?? '',
    isForum,
    members: [...chat.members].map(([person, status]) => ({ person, status })),
    topics: [...chat.topics.values()].map((topic) => ({
      id: topic.id,
      name: topic.name,
      isClosed: topic.isClosed,
    })),
    ...(replyPanel && { replyPanel }),
    ...(isActing && { action: { action: action.action, until: action.until.toISOString() } }),
  }
}

/** A chat with everything in it. */
export function wholeChatView(world: World, chat: Chat): ChatView {
  return {
    ...chatView(world, chat),
    messages: [...chat.messages.values()].map((stored) => messageView(world, chat, stored)),
  }
}

/** Tells the pages that something about a chat, not its messages, is different. */
export function tellChat(world: World, chat: Chat): void {
  if (world.events.isWatched) world.events.tell({ type: 'chat-changed', chat: chatView(world, chat) })
}
