import type { World } from '../world.ts'
import type { Chat, Status } from './chats.ts'

/** A `ChatMember` of the Bot API: who, as what, and with which rights. */
export function memberView(
  world: World,
  chat: Chat,
  person: number,
  status: Status = chat.members.get(person) ?? 'left',
): Record<string, unknown> {
  const user = world.people.get(person)?.user
  switch (status) {
    case 'creator':
      return { user, status, is_anonymous: false }
    case 'administrator':
      return {
        user,
        status,
        can_be_edited: false,
        is_anonymous: false,
        can_manage_chat: true,
        can_delete_messages: true,
        can_manage_video_chats: true,
        can_restrict_members: true,
        can_promote_members: false,
        can_change_info: true,
        can_invite_users: true,
        can_post_stories: false,
        can_edit_stories: false,
        can_delete_stories: false,
        ...(chat.kind === 'supergroup' && { can_pin_messages: true }),
        ...(chat.isForum && { can_manage_topics: true }),
      }
    case 'kicked':
      return { user, status, until_date: 0 }
    default:
      return { user, status }
  }
}
