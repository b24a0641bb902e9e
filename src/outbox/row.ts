import type { OutgoingStatus } from './outgoing.ts'

/** A message as it waits in the outbox. */
export interface WaitingRow {
  id: number
  kind: string
  /** JSON. */
  payload: string
  /** Unset only once it was forgotten, which those that wait never are. */
  chat: number
  thread: number | null
  /** 0 urgent, 1 normal, 2 bulk. */
  priority: number
  timeZone: string
  dueAt: Date
  notBefore: Date
  expiresAt: Date | null
  /** Tries that failed. */
  attempts: number
  /** The last message of those it consists of that has arrived, when a later one did not. */
  messageId: number | null
  isInvitation: boolean
}

/** What became of a message for good. */
export interface Done {
  id: number
  status: Extract<OutgoingStatus, 'sent' | 'skipped' | 'missed' | 'failed' | 'unknown'>
  /** A few English words, without anything that concerns a person. */
  reason?: string
  attempts: number
  sentAt?: Date
  messageId?: number
  said?: string
}

/** A message that waits again. */
export interface PutBack {
  id: number
  notBefore: Date
  reason?: string
  attempts: number
  messageId?: number
}
