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
  | {
      do: 'send-media'
      kind: 'audio' | 'video' | 'video_note'
      as: number
      chat: number
      file: string
      seconds?: number
      caption?: string
      thread?: number
    }
  | { do: 'send-sticker'; as: number; chat: number; emoji: string; thread?: number }
  | {
      do: 'send-location'
      as: number
      chat: number
      latitude: number
      longitude: number
      /** Metres; a phone that knows where it is tells how well, a place picked on the map has none. */
      accuracy?: number
      thread?: number
    }
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
