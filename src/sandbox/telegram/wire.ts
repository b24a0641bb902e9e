/** The Bot API's own objects, as far as the local Telegram makes them. Field names are Telegram's. */
export interface User {
  id: number
  is_bot: boolean
  first_name: string
  last_name?: string
  username?: string
  language_code?: string
}

export interface WireChat {
  id: number
  type: 'private' | 'group' | 'supergroup' | 'channel'
  title?: string
  username?: string
  first_name?: string
  last_name?: string
  is_forum?: true
}

export interface WireEntity {
  type: string
  offset: number
  length: number
  url?: string
  language?: string
  user?: User
  custom_emoji_id?: string
}

export interface FormattedText {
  text: string
  entities: WireEntity[]
}

export interface WireFile {
  file_id: string
  file_unique_id: string
  file_size: number
  file_name?: string
  mime_type?: string
  width?: number
  height?: number
  duration?: number
}

export interface WireButton {
  text: string
  url?: string
  callback_data?: string
  web_app?: { url: string }
  copy_text?: { text: string }
  [other: string]: unknown
}

export interface InlineKeyboardMarkup {
  inline_keyboard: WireButton[][]
}

export interface WirePoll {
  id: string
  question: string
  options: { text: string; voter_count: number }[]
  total_voter_count: number
  is_closed: boolean
  is_anonymous: boolean
  type: 'regular' | 'quiz'
  allows_multiple_answers: boolean
  correct_option_id?: number
  explanation?: string
  open_period?: number
  close_date?: number
}

/** What a message says; everything but its place, time and author. */
export interface MessageContent {
  text?: string
  entities?: WireEntity[]
  caption?: string
  caption_entities?: WireEntity[]
  photo?: WireFile[]
  document?: WireFile
  voice?: WireFile
  audio?: WireFile
  video?: WireFile
  sticker?: WireFile & { emoji: string }
  video_note?: WireFile & { length: number }
  location?: { latitude: number; longitude: number; horizontal_accuracy?: number }
  contact?: { phone_number: string; first_name: string; last_name?: string; user_id?: number }
  poll?: WirePoll
  new_chat_members?: User[]
  left_chat_member?: User
  group_chat_created?: true
  supergroup_chat_created?: true
  migrate_to_chat_id?: number
  migrate_from_chat_id?: number
  pinned_message?: Message
  forum_topic_created?: { name: string; icon_color: number }
  forum_topic_edited?: { name?: string }
  forum_topic_closed?: Record<string, never>
  forum_topic_reopened?: Record<string, never>
}

export interface Message extends MessageContent {
  message_id: number
  message_thread_id?: number
  is_topic_message?: true
  from: User
  chat: WireChat
  date: number
  edit_date?: number
  reply_to_message?: Message
  forward_origin?: { type: string; date: number; sender_user?: User; chat?: WireChat; message_id?: number }
  media_group_id?: string
  has_protected_content?: true
  reply_markup?: InlineKeyboardMarkup
}

export type UpdateKind =
  | 'message'
  | 'edited_message'
  | 'callback_query'
  | 'my_chat_member'
  | 'chat_member'
  | 'poll'
  | 'poll_answer'

export type Update = { update_id: number } & Partial<Record<UpdateKind, unknown>>
