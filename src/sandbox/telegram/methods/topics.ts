import type { Call, Method } from '../call.ts'
import { integerOf, textOf } from '../parameters.ts'
import { badRequest } from '../refusal.ts'
import { type Chat, leads, type Topic } from '../state/chats.ts'
import { tellChat } from '../state/chatView.ts'
import { chatOf, checkMembership } from '../state/findChat.ts'
import { removeMessage } from '../state/messages.ts'
import { postService } from '../state/postService.ts'
import { iconColors, openTopic, setTopicClosed } from '../state/topics.ts'
import type { World } from '../world.ts'

/** Methods for the topics of a forum. */
export const topics = {
  createForumTopic(world, call) {
    const chat = forumOf(world, call)
    const name = (textOf(call.parameters, 'name') ?? '').trim()
    if (name === '') throw badRequest('name must be non-empty')
    const color = integerOf(call.parameters, 'icon_color')
    if (color !== undefined && !iconColors.includes(color)) throw badRequest('TOPIC_ICON_COLOR_INVALID')
    mustManage(world, chat, 'create a topic')
    const topic = openTopic(world, chat, world.bot.user, name, color)
    return { message_thread_id: topic.id, name: topic.name, icon_color: topic.iconColor }
  },

  editForumTopic(world, call) {
    const { chat, topic } = topicOf(world, call)
    mustManage(world, chat, 'edit the topic')
    const name = textOf(call.parameters, 'name')?.trim()
    if (!name || name === topic.name) throw badRequest('TOPIC_NOT_MODIFIED')
    topic.name = [...name].slice(0, 128).join('')
    const place = { message_thread_id: topic.id, is_topic_message: true as const }
    postService(world, chat, world.bot.user, { forum_topic_edited: { name: topic.name } }, place)
    tellChat(world, chat)
    return true
  },

  closeForumTopic: (world, call) => setClosed(world, call, true),

  reopenForumTopic: (world, call) => setClosed(world, call, false),

  deleteForumTopic(world, call) {
    const { chat, topic } = topicOf(world, call)
    mustManage(world, chat, 'delete the topic')
    chat.topics.delete(topic.id)
    for (const stored of chat.messages.values()) {
      if (stored.message.message_thread_id === topic.id && !stored.isDeleted)
        removeMessage(world, chat, stored)
    }
    tellChat(world, chat)
    return true
  },
} satisfies Record<string, Method>

function setClosed(world: World, call: Call, isClosed: boolean): boolean {
  const { chat, topic } = topicOf(world, call)
  if (topic.creator !== world.bot.user.id) mustManage(world, chat, 'edit the topic')
  if (topic.isClosed === isClosed) throw badRequest('TOPIC_NOT_MODIFIED')
  setTopicClosed(world, chat, world.bot.user, topic, isClosed)
  return true
}

function topicOf(world: World, call: Call): { chat: Chat; topic: Topic } {
  const chat = forumOf(world, call)
  const topic = chat.topics.get(integerOf(call.parameters, 'message_thread_id') ?? 0)
  if (!topic) throw badRequest('message thread not found')
  return { chat, topic }
}

function forumOf(world: World, { parameters }: Call): Chat {
  const chat = chatOf(world, parameters)
  checkMembership(world, chat)
  if (!chat.isForum) throw badRequest('the chat is not a forum')
  return chat
}

function mustManage(world: World, chat: Chat, deed: string): void {
  if (!leads(chat.members.get(world.bot.user.id))) throw badRequest(`not enough rights to ${deed}`)
}
