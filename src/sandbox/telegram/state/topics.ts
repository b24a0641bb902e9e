import type { User } from '../wire.ts'
import type { World } from '../world.ts'
import type { Chat, Topic } from './chats.ts'
import { tellChat } from './chatView.ts'
import { postService } from './postService.ts'

const longestName = 128

/** The colours Telegram offers for a topic's icon. */
export const iconColors = [7322096, 16766590, 13338331, 9367192, 16749490, 16478047]

/** Opens a topic; its id is that of the line that tells about it. Names are cut at 128 characters. */
export function openTopic(
  world: World,
  chat: Chat,
  by: User,
  written: string,
  iconColor = iconColors[0] ?? 0,
): Topic {
  const name = [...written.trim()].slice(0, longestName).join('')
  const id = chat.lastMessage + 1
  const topic: Topic = { id, name, iconColor, isClosed: false, creator: by.id }
  chat.topics.set(id, topic)
  const place = { message_thread_id: id, is_topic_message: true as const }
  postService(world, chat, by, { forum_topic_created: { name, icon_color: iconColor } }, place)
  tellChat(world, chat)
  return topic
}

/** Closes or reopens a topic, with the line that tells about it. */
export function setTopicClosed(world: World, chat: Chat, by: User, topic: Topic, isClosed: boolean): void {
  topic.isClosed = isClosed
  const content = isClosed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} }
  postService(world, chat, by, content, { message_thread_id: topic.id, is_topic_message: true })
  tellChat(world, chat)
}
