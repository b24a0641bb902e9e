/**
 * What the chat page and the local Telegram say to each other, apart from the Bot API itself.
 *
 * - `GET  /sandbox/state`   → {@link SandboxState}: everything the page shows, with the number of the last event
 * - `GET  /sandbox/events?after=N` → server-sent events, each one {@link SandboxEvent} as JSON with `id: <number>`
 * - `POST /sandbox/act`     → one `Act` (`act.ts`) as JSON; answers `{ ok: true, result? }` or `{ ok: false, problem }`
 * - `POST /sandbox/upload?name=a.jpg&type=image/jpeg` → raw bytes; answers `{ ok: true, file }`, a {@link FileRef}
 * - `GET  /sandbox/file/<fileId>` → the bytes
 *
 * Type-only: the page compiles against it in the browser's world, the server in Node's.
 */

/** Somebody who uses Telegram on this machine. The bot is a person too, with `isBot`. */
export interface Persona {
  id: number
  isBot: boolean
  firstName: string
  lastName?: string
  username?: string
  languageCode?: string
  phone?: string
  /** One line for the tester, e.g. "Warga, Rimbo Bujang"; never sent to the bot. */
  about?: string
  /** Whether this person has stopped the bot. */
  blocksBot: boolean
  /** Whether this person has ever pressed START. */
  startedBot: boolean
  /** A deactivated account, as after "delete my account". */
  isDeactivated: boolean
}

export interface ChatView {
  /** As the bot sees it: a private chat has its person's id; groups are negative. */
  id: number
  kind: 'private' | 'group' | 'supergroup' | 'channel'
  title: string
  isForum: boolean
  /** Group and forum members with their status; empty for private chats. */
  members: { person: number; status: 'creator' | 'administrator' | 'member' | 'left' | 'kicked' }[]
  topics: { id: number; name: string; isClosed: boolean }[]
  messages: MessageView[]
  /** Reply keyboard, force-reply or nothing, as it stands now for this chat. */
  replyPanel?: ReplyPanel
  /** The bot's current chat action such as `typing`, and when it ends (ISO). */
  action?: { action: string; until: string }
}

export interface MessageView {
  id: number
  chat: number
  thread?: number
  from: number
  /** ISO time by the sandbox clock. */
  at: string
  editedAt?: string
  /** A deleted message stays as a greyed trace for the tester. */
  isDeleted: boolean
  text?: string
  /** Entities over `text` or `caption`, offsets in UTF-16 code units, as in the Bot API. */
  entities: Entity[]
  replyTo?: number
  forwardedFrom?: string
  photo?: FileRef
  document?: FileRef
  voice?: FileRef
  audio?: FileRef
  video?: FileRef
  /** A round film of a face. */
  videoNote?: FileRef
  sticker?: { emoji: string }
  location?: { latitude: number; longitude: number; accuracy?: number }
  contact?: { phone: string; firstName: string; person?: number }
  poll?: PollView
  /** A service line such as "Siti joined the group", in the words of the page's reader. */
  service?: string
  inlineKeyboard?: InlineButton[][]
}

export interface Entity {
  type: string
  offset: number
  length: number
  url?: string
  language?: string
}

export interface InlineButton {
  text: string
  callbackData?: string
  url?: string
  copyText?: string
  webApp?: string
  /** What Telegram would dislike about this button; empty when all is well. */
  warnings: string[]
}

export type ReplyPanel =
  | {
      kind: 'keyboard'
      rows: { text: string; request?: 'contact' | 'location' }[][]
      resize: boolean
      oneTime: boolean
      persistent: boolean
      placeholder?: string
    }
  | { kind: 'force-reply'; placeholder?: string; message: number }

export interface FileRef {
  fileId: string
  name: string
  mimeType: string
  size: number
  width?: number
  height?: number
  /** Length of sounds and films. */
  seconds?: number
}

export interface PollView {
  question: string
  options: { text: string; votes: number; mine: number[] }[]
  isClosed: boolean
  isAnonymous: boolean
  allowsMultiple: boolean
  kind: 'regular' | 'quiz'
}

export interface BotProfile {
  id: number
  username: string
  name: string
  description: string
  shortDescription: string
  commands: { scope: string; language: string; commands: { command: string; description: string }[] }[]
}

export interface JournalEntry {
  number: number
  /** ISO time by the sandbox clock. */
  at: string
  direction: 'call' | 'update'
  /** Method name for a call; update kind (`message`, `callback_query`, …) for an update. */
  name: string
  /** The JSON parameters of the call, or the update itself. Tokens and file bytes are left out. */
  body: unknown
  /** For calls: HTTP status and the answer. */
  status?: number
  answer?: unknown
  /** Milliseconds the call took. */
  took?: number
  /** What a strict reader should know, e.g. an unknown parameter. */
  warnings: string[]
}

export interface SandboxState {
  /** ISO, sandbox time; `isMoved` when it differs from the machine's clock. */
  now: string
  isMoved: boolean
  bot: BotProfile
  personas: Persona[]
  chats: ChatView[]
  journal: JournalEntry[]
  lastEvent: number
  /** Whether Telegram's rate limits are enforced. */
  limits: boolean
  /** Whether the bot is connected: it has asked for updates in the last minute or has a webhook. */
  botIsListening: boolean
}

export type SandboxEvent =
  | { type: 'message'; message: MessageView }
  | { type: 'message-changed'; message: MessageView }
  | { type: 'chat-changed'; chat: Omit<ChatView, 'messages'> }
  | { type: 'persona-changed'; persona: Persona }
  | { type: 'bot-changed'; bot: BotProfile }
  | {
      type: 'callback-answered'
      callback: string
      person: number
      text?: string
      alert: boolean
      url?: string
    }
  | { type: 'callback-expired'; callback: string; person: number }
  | { type: 'clock'; now: string; isMoved: boolean }
  | { type: 'limits'; limits: boolean }
  | { type: 'journal'; entry: JournalEntry }
