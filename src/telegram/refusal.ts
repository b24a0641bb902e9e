/** What Telegram refused, sorted into the few kinds that call for different deeds. */
export type Refusal =
  /** Too fast: the same call may be tried again after so many seconds. */
  | { kind: 'wait'; seconds: number }
  /** The person stopped the bot, or is not there (any more). */
  | { kind: 'gone' }
  /** The group became a supergroup with another id. */
  | { kind: 'moved'; to: number }
  /** Telegram could not read our HTML: our defect. */
  | { kind: 'unreadable' }
  /** The message says already what it should say. */
  | { kind: 'unchanged' }
  /** The message is not there (any more), or the press is too old to be answered. */
  | { kind: 'moot' }
  /** The message holds a file where words alone should change, or words where a file should. */
  | { kind: 'other-content' }
  /** The picture is no picture to Telegram, or too large a one to be shown: as a document it can be sent. */
  | { kind: 'not-a-photo' }
  /** A file of more bytes than Telegram takes, or gives. */
  | { kind: 'too-big' }
  /** An id of a file that this bot does not know (any more). */
  | { kind: 'unknown-file' }
  | { kind: 'refused' }

/** A call that Telegram answered with a refusal. The message holds Telegram's words, never ours to people. */
export class TelegramRefusal extends Error {
  override name = 'TelegramRefusal'
  readonly method: string
  readonly code: number
  readonly refusal: Refusal
  constructor(method: string, code: number, description: string, refusal: Refusal) {
    super(`${method}: ${code} ${description}`)
    this.method = method
    this.code = code
    this.refusal = refusal
  }
}

/** Whether a fault is a refusal of this kind. */
export function isRefusal(fault: unknown, kind: Refusal['kind']): fault is TelegramRefusal {
  return fault instanceof TelegramRefusal && fault.refusal.kind === kind
}

/** What a refusal looks like on the wire. */
export interface RefusedEnvelope {
  error_code?: number
  description?: string
  parameters?: { retry_after?: number; migrate_to_chat_id?: number }
}

/** The beginnings by which kinds are told apart, in small letters; Telegram changes the rest at will. */
const WORDS: [Exclude<Refusal['kind'], 'wait' | 'moved'>, string[]][] = [
  [
    'gone',
    ['chat not found', 'user is deactivated', 'user not found', 'peer_id_invalid', 'input_user_deactivated'],
  ],
  ['unreadable', ["can't parse entities"]],
  ['unchanged', ['message is not modified']],
  [
    'moot',
    [
      'message to edit not found',
      'message to delete not found',
      "message can't be edited",
      'query is too old',
      'message_id_invalid',
    ],
  ],
  ['other-content', ['there is no text in', 'there is no caption in', 'there is no media in']],
  ['not-a-photo', ['photo_', 'image_process_failed']],
  ['too-big', ['file is too big', 'request entity too large']],
  [
    'unknown-file',
    ['wrong file', 'wrong remote file', 'invalid file_id', 'file_reference', 'temporarily unavailable'],
  ],
]

/** Sorts a refusal by its code and its words. */
export function refusalOf({ error_code, description = '', parameters }: RefusedEnvelope): Refusal {
  const text = description.toLowerCase()
  if (error_code === 429) return { kind: 'wait', seconds: parameters?.retry_after ?? 1 }
  if (parameters?.migrate_to_chat_id) return { kind: 'moved', to: parameters.migrate_to_chat_id }
  if (error_code === 403) return { kind: 'gone' }
  if (error_code === 413) return { kind: 'too-big' }
  const found = WORDS.find(([, beginnings]) => beginnings.some((words) => text.includes(words)))
  return { kind: found?.[0] ?? 'refused' }
}
