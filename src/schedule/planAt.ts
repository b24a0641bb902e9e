import type { MessageClass } from '../outbox/outgoing.ts'
import { openSlot } from './claimSlot.ts'
import type { Job } from './job.ts'
import type { JobRunStore } from './store.ts'

/** Messages of one kind that a job would put into the outbox. */
export interface PlannedMessages {
  job: string
  kind: string
  class: MessageClass
  /** The first and the last of their times. */
  dueFrom: Date
  dueTo: Date
  count: number
  /** Some of their keys. */
  keys: string[]
}

const MOST_KEYS = 3

/** What a tick at a moment would put into the outbox. Nothing is written. */
export async function planAt(
  jobs: readonly Job[],
  runs: Pick<JobRunStore, 'find'>,
  now: Date,
): Promise<PlannedMessages[]> {
  const planned = new Map<string, PlannedMessages>()
  for (const job of jobs) {
    const open = await openSlot(job, runs, now)
    if (!open || open.isLate) continue
    for await (const { messages } of job.plan(now, open.slot)) {
      for (const { key, kind, class: of, dueAt } of messages) {
        const name = `${job.name} ${kind} ${of}`
        const known = planned.get(name) ?? {
          job: job.name,
          kind,
          class: of,
          dueFrom: dueAt,
          dueTo: dueAt,
          count: 0,
          keys: [],
        }
        planned.set(name, known)
        known.count++
        if (dueAt < known.dueFrom) known.dueFrom = dueAt
        if (dueAt > known.dueTo) known.dueTo = dueAt
        if (known.keys.length < MOST_KEYS) known.keys.push(key)
      }
    }
  }
  return [...planned.values()]
}
