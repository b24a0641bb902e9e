import type { Job } from './job.ts'
import type { JobRunStore } from './store.ts'

/** A run that nobody has ended for so long has lost its instance: jobs are given less. */
const DEAD_MS = 60_000
const MINUTE_MS = 60_000

/** What is to be done about a job at a moment. */
export type SlotClaim =
  /** This instance runs it now. */
  | { type: 'run'; slot: Date }
  /** It has just been found to be too late. */
  | { type: 'missed'; slot: Date }
  | { type: 'nothing' }

/** The slot of a job that is to be run at a moment: as it stands, without claiming it. */
export async function openSlot(
  job: Job,
  runs: Pick<JobRunStore, 'find'>,
  now: Date,
): Promise<{ slot: Date; isLate: boolean; seen: Awaited<ReturnType<JobRunStore['find']>> } | undefined> {
  if (!job.slots) return { slot: now, isLate: false, seen: undefined }
  const slot = await job.slots.lastBefore(now)
  if (!slot) return undefined
  const seen = await runs.find({ job: job.name, slot })
  if (seen?.outcome === 'done' || seen?.outcome === 'missed') return undefined
  const isUnderWay =
    seen !== undefined && seen.outcome === null && now.getTime() - seen.startedAt.getTime() < DEAD_MS
  if (isUnderWay) return undefined
  const isLate = now.getTime() - slot.getTime() > job.slots.lateMinutes * MINUTE_MS
  return { slot, isLate, seen }
}

/**
 * Claims the slot of a job: for one instance only, once, unless it failed or its instance died. What is too late by
 * the job's own rule is recorded as missed.
 */
export async function claimSlot(
  job: Job,
  runs: Pick<JobRunStore, 'find' | 'begin' | 'takeUp' | 'miss'>,
  now: Date,
  instance: string,
): Promise<SlotClaim> {
  const open = await openSlot(job, runs, now)
  if (!open) return { type: 'nothing' }
  const { slot, isLate, seen } = open
  if (!job.slots) return { type: 'run', slot }
  const name = { job: job.name, slot }
  if (isLate) return (await runs.miss(name, now, instance)) ? { type: 'missed', slot } : { type: 'nothing' }
  const isMine = seen ? await runs.takeUp(name, seen, now, instance) : await runs.begin(name, now, instance)
  return isMine ? { type: 'run', slot } : { type: 'nothing' }
}
