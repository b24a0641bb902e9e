import type { User } from '../wire.ts'
import type { World } from '../world.ts'
import { type Chat, newGroup } from './chats.ts'
import { tellChat } from './chatView.ts'
import { postService } from './postService.ts'

/** The id of a supergroup as the Bot API writes it. */
export function supergroupId(group: number): number {
  return -1_000_000_000_000 - group
}

/** Turns a basic group into a supergroup with another id; both chats tell about it. */
export function migrateGroup(world: World, chat: Chat, by: User): Chat {
  const group = newGroup(
    supergroupId(++world.lastGroup % 1_000_000_000),
    'supergroup',
    chat.wire.title ?? '',
    false,
  )
  for (const [person, status] of chat.members) group.members.set(person, status)
  world.chats.set(group.id, group)
  tellChat(world, group)
  postService(world, chat, by, { migrate_to_chat_id: group.id })
  chat.migratedTo = group.id
  postService(world, group, by, { migrate_from_chat_id: chat.id })
  return group
}
