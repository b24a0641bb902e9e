import type { Message } from '../message/message.ts'
import type { Speak } from '../texts.ts'

/** How soon a message has to go: urgent ones pass quiet hours, bulk ones give way to everything else. */
export const MESSAGE_CLASSES = ['urgent', 'normal', 'bulk'] as const
export type MessageClass = (typeof MESSAGE_CLASSES)[number]

/** A message that the bot begins by itself, as a feature wants it sent. */
export interface Outgoing {
  /**
   * What it is about and for whom, such as `training:42:v3:D-1:7`. The same key is never put in twice, whatever became
   * of the first.
   */
  key: string
  /** Name of the {@link MessageKind} that renders it. */
  kind: string
  /** Facts it is rendered from: ids and numbers, as JSON. */
  payload: object
  /** Telegram's id of the private chat or, negative, of the group. */
  chat: number
  /** Forum topic. */
  thread?: number
  class: MessageClass
  /** IANA zone of the reader: quiet hours are theirs. */
  timeZone: string
  dueAt: Date
  /** Too late is worse than never: after this it is not sent, and says so. */
  expiresAt?: Date
  /** Counts towards what one person is sent in a week, and is left out beyond that. */
  isInvitation?: boolean
  /** Reader and words are forgotten when it is done: they would tell who was answering a survey. */
  isForgetful?: boolean
  /** The broadcast it is part of. */
  broadcast?: number
}

/** What became of a message, or is still to become of it. */
export const OUTGOING_STATUSES = [
  /** Waits for its time, its turn or another try. */
  'pending',
  /** Waits until its broadcast goes on. */
  'held',
  /** Is being sent, or its sender died. */
  'claimed',
  'sent',
  /** Had no reason any more when its time came. */
  'skipped',
  /** Its time had passed. */
  'missed',
  'cancelled',
  /** Telegram refuses it, or was out of reach for all tries. */
  'failed',
  /** Perhaps sent to a group when its sender died: never repeated blindly. */
  'unknown',
] as const
export type OutgoingStatus = (typeof OUTGOING_STATUSES)[number]

/** A message as it is about to be sent, or why there is none any more (an English word or two, for operators). */
export type Rendered = Message | { skip: string }

/** What a message is rendered from. */
export interface ToRender {
  chat: number
  payload: unknown
  /** In the language of the reader. */
  speak: Speak
  /** When it will be read: `besok` has to be true then. */
  now: Date
}

/** A kind of message that the bot begins by itself; features bring theirs. */
export interface MessageKind {
  name: string
  /** Renders it at the moment of sending, from what is true then. */
  render(given: ToRender): Promise<Rendered>
}
