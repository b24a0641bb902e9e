import { z } from 'zod'
import { SURVEY_CODE } from '../survey/visitCode.ts'
import type { Audience } from './audience.ts'

/** Where a broadcast is in its life. Each change is made once, by comparing. */
export const BROADCAST_STATES = [
  'draft',
  /** Needs a second admin. */
  'awaiting',
  'refused',
  'scheduled',
  'running',
  'paused',
  'done',
  'cancelled',
] as const
export type BroadcastState = (typeof BROADCAST_STATES)[number]

/** Characters of the admin's own sentence. */
export const LONGEST_WORDS = 500

/** What is said: the survey that people are invited to, and the admin's own sentence. */
export const contentSchema = z.strictObject({
  survey: z.string().regex(SURVEY_CODE),
  words: z.string().min(1).max(LONGEST_WORDS).optional(),
})
export type BroadcastContent = z.infer<typeof contentSchema>

/** One message of an admin's to many people. */
export interface Broadcast {
  id: number
  content: BroadcastContent
  audience: Audience
  author: number
  state: BroadcastState
  approver?: number
  createdAt: Date
  startsAt?: Date
  expiresAt?: Date
  /** The last person who was looked at when it was put into the outbox. */
  lastPerson: number
  isQueued: boolean
  /** Responses begun and handed in from it. */
  begun: number
  finished: number
  /** The message in the author's chat that shows how it goes. */
  cardMessage?: number
}

/** What may be changed of a broadcast, where it still is in the state in which it was seen. */
export type BroadcastChange = Partial<
  Pick<Broadcast, 'content' | 'audience' | 'state' | 'approver' | 'startsAt' | 'expiresAt'>
> & { cardMessage?: number | null }
