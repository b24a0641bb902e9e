import type { OutgoingStatus } from '../outgoing.ts'

/** How many messages there are of a sort, and until when they wait. */
export interface OutboxLine {
  kind: string
  priority: number
  status: OutgoingStatus
  reason: string | null
  /** Their time has come. */
  isDue: boolean
  count: number
  from: Date
  until: Date
  /** The first of them that will be too late. */
  expiresFrom: Date | null
}

/** How many messages of a kind came to which end. */
export interface OutboxCount {
  kind: string
  status: OutgoingStatus
  count: number
}

/** A message that did not go as it should, without whom it was for and what it said. */
export interface OutboxTrouble {
  id: number
  kind: string
  status: OutgoingStatus
  reason: string | null
  attempts: number
  dueAt: Date
}

/** What became of a broadcast so far. */
export interface BroadcastSummary {
  /** All that were put in. */
  total: number
  byStatus: Partial<Record<OutgoingStatus, number>>
  /** Why the ones that were not sent were not, the most frequent first. */
  reasons: { status: OutgoingStatus; reason: string; count: number }[]
}
