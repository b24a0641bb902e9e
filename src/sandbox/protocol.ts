/**
 * What the chat page and the local Telegram say to each other, apart from the Bot API itself.
 *
 * - `GET  /sandbox/state`   → {@link SandboxState}: everything the page shows, with the number of the last event
 * - `GET  /sandbox/events?after=N` → server-sent events, each one {@link SandboxEvent} as JSON with `id: <number>`
 * - `POST /sandbox/act`     → one {@link Act} as JSON; answers `{ ok: true, result? }` or `{ ok: false, problem }`
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
  sticker?: { emoji: string }
  location?: { latitude: number; longitude: number }
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

/** Everything a person in front of the page, or a test, can do. `as` is the acting person's id. */
export type Act =
  | { do: 'start'; as: number; payload?: string }
  | { do: 'say'; as: number; chat: number; text: string; thread?: number; replyTo?: number }
  | { do: 'press'; as: number; chat: number; message: number; row: number; column: number }
  /** Presses a button that is no longer there, as a client with an old screen would. */
  | { do: 'press-data'; as: number; chat: number; message: number; data: string }
  | { do: 'send-photo'; as: number; chat: number; file: string; caption?: string; thread?: number }
  | { do: 'send-document'; as: number; chat: number; file: string; caption?: string; thread?: number }
  | { do: 'send-voice'; as: number; chat: number; seconds: number; thread?: number }
  | { do: 'send-sticker'; as: number; chat: number; emoji: string; thread?: number }
  | { do: 'send-location'; as: number; chat: number; latitude: number; longitude: number; thread?: number }
  | { do: 'send-contact'; as: number; chat: number; phone: string; firstName: string; person?: number }
  | { do: 'edit'; as: number; chat: number; message: number; text: string }
  | { do: 'delete'; as: number; chat: number; message: number }
  | { do: 'vote'; as: number; chat: number; message: number; options: number[] }
  | { do: 'block-bot'; as: number }
  | { do: 'unblock-bot'; as: number }
  | { do: 'deactivate'; as: number }
  | { do: 'set-language'; as: number; languageCode: string }
  | {
      do: 'create-person'
      /** A free one when absent. */
      id?: number
      firstName: string
      lastName?: string
      username?: string
      languageCode?: string
      phone?: string
      about?: string
    }
  | {
      do: 'create-group'
      as: number
      title: string
      kind: 'group' | 'supergroup'
      isForum: boolean
      members: number[]
    }
  | { do: 'join'; as: number; chat: number }
  | { do: 'leave'; as: number; chat: number }
  | {
      do: 'set-status'
      as: number
      chat: number
      person: number
      status: 'administrator' | 'member' | 'kicked' | 'left'
    }
  | { do: 'create-topic'; as: number; chat: number; name: string }
  | { do: 'close-topic'; as: number; chat: number; thread: number }
  | { do: 'reopen-topic'; as: number; chat: number; thread: number }
  | { do: 'migrate'; as: number; chat: number }
  | { do: 'move-clock'; seconds: number }
  | { do: 'set-limits'; limits: boolean }
  /** The next `times` calls of `method` (any chat, or one) fail or stall this way. */
  | { do: 'fault'; fault: Fault }
  | { do: 'redeliver-last-update' }

export interface Fault {
  /** Method name, any method when absent. */
  method?: string
  chat?: number
  /** How many calls it strikes; 1 when absent. */
  times?: number
  kind:
    | { is: 'flood'; retryAfter: number }
    | { is: 'error'; code: number; description: string; parameters?: Record<string, unknown> }
    | { is: 'html-error'; code: 500 | 502 }
    | { is: 'reset-before' }
    /** The call is carried out, but the connection dies before the answer: a repeat sends twice. */
    | { is: 'reset-after' }
    | { is: 'latency'; milliseconds: number }
}
