import type { Logger } from 'pino'
import type { Beats } from '../beats.ts'
import type { Clock } from '../clock.ts'
import type { Outgoing } from '../outbox/outgoing.ts'
import { claimSlot } from './claimSlot.ts'
import type { Job } from './job.ts'
import type { JobRunStore } from './store.ts'
import { timeLimit } from './timeLimit.ts'

/** How a tick went, for whoever measures. */
export interface TickFacts {
  /** Seconds by which it began after its minute; unset when it began for another reason. */
  lag: number | undefined
  /** Seconds that it took. */
  duration: number
  /** Messages that were new in the outbox. */
  queued: number
  /** Jobs that failed or took too long. */
  failed: number
}

export interface ScheduleParts {
  jobs: readonly Job[]
  runs: JobRunStore
  /** Puts messages into the outbox, each once under its key, and tells how many were new. */
  put(messages: readonly Outgoing[]): Promise<number>
  clock: Clock
  /** Another one for each process. */
  instance: string
  /** Whether this instance may run jobs, and how often it has come to be the one that may. */
  lease: { isHeld(): boolean; term(): number }
  log: Logger
  observe?: (facts: TickFacts) => void
  /** Milliseconds that each job has. */
  limit?: number
}

/** Less than a minute, and less than after which another instance takes a run up. */
const LIMIT_MS = 50_000
/** How often it is looked whether this instance may run jobs now. */
const LOOK_MS = 1_000

export type Schedule = ReturnType<typeof openSchedule>

/**
 * Runs jobs: side by side, each within its own time, and none stopped by the fault of another. Only the instance that
 * holds the lease does, from the moment it gets it.
 */
export function openSchedule(parts: ScheduleParts) {
  const { jobs, runs, put, clock, instance, lease, log, observe, limit = LIMIT_MS } = parts
  /** Jobs that go on though their time was up are not begun again. */
  const running = new Set<string>()
  /** What was last said of a job: the same fault each minute is logged once. */
  const faults = new Map<string, string>()
  let ticking: Promise<void> | undefined
  let seenTerm: number | undefined

  /** @param mayGoOn asked before each piece of work */
  async function carryOut(job: Job, now: Date, slot: Date, mayGoOn: () => boolean) {
    let queued = 0
    for await (const { messages, note } of job.plan(now, slot)) {
      if (!mayGoOn()) return { queued, isWhole: false }
      queued += await put(messages)
      await note?.()
    }
    return { queued, isWhole: true }
  }

  function complain(job: string, fault: unknown): string {
    const words = wordsOf(fault)
    if (faults.get(job) !== words) log.error({ job, fault: words }, 'a job failed; it is tried again')
    faults.set(job, words)
    return words
  }

  /** @returns how many messages are new, or nothing when it failed */
  async function run(job: Job, now: Date): Promise<number | undefined> {
    if (running.has(job.name)) return 0
    const claim = await claimSlot(job, runs, now, instance)
    if (claim.type === 'missed') log.warn({ job: job.name, slot: claim.slot }, 'a job came too late')
    if (claim.type !== 'run') return 0
    const name = { job: job.name, slot: claim.slot }
    const finish = async (outcome: 'done' | 'failed', error?: string) => {
      if (job.slots) await runs.finish(name, { now: clock.now(), outcome, error, instance })
    }
    let isGivenUp = false
    running.add(job.name)
    const work = carryOut(job, now, claim.slot, () => lease.isHeld() && !isGivenUp)
    const settled = work.then(
      () => running.delete(job.name),
      () => running.delete(job.name),
    )
    try {
      const { queued, isWhole } = await timeLimit(limit, work)
      await settled
      // Without the lease it is left to whoever has it now.
      if (isWhole) await finish('done')
      if (isWhole) faults.delete(job.name)
      return queued
    } catch (fault) {
      isGivenUp = true
      await finish('failed', complain(job.name, fault))
      return undefined
    }
  }

  async function tickOnce(now: Date, isMinute: boolean): Promise<void> {
    seenTerm = lease.term()
    const began = clock.now().getTime()
    const outcomes = await Promise.all(
      jobs.map((job) =>
        run(job, now).catch((fault: unknown) => {
          complain(job.name, fault)
          return undefined
        }),
      ),
    )
    observe?.({
      lag: isMinute ? (now.getTime() % 60_000) / 1000 : undefined,
      duration: (clock.now().getTime() - began) / 1000,
      queued: outcomes.reduce((sum: number, each) => sum + (each ?? 0), 0),
      failed: outcomes.filter((each) => each === undefined).length,
    })
  }

  /** Does all that is due, if this instance may. One that is under way is not begun again. */
  function tick(now: Date = clock.now(), isMinute = false): Promise<void> {
    if (!lease.isHeld()) return Promise.resolve()
    ticking ??= tickOnce(now, isMinute).finally(() => {
      ticking = undefined
    })
    return ticking
  }

  return {
    tick,

    /** Ticks each minute, and at once whenever this instance comes to hold the lease. */
    start(beats: Beats): { stop(): Promise<void> } {
      const minutes = beats.minutely(() => tick(clock.now(), true))
      const looks = beats.every(LOOK_MS, async () => {
        if (lease.isHeld() && lease.term() !== seenTerm) await tick()
      })
      return {
        async stop() {
          await Promise.all([minutes.stop(), looks.stop()])
        },
      }
    },
  }
}

const LONGEST_WORDS = 300

/** A fault for the log and the table, without anything that concerns a person: Prisma quotes the values of a query. */
function wordsOf(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault
  const isPrisma = fault.name.startsWith('PrismaClient')
  const words = isPrisma ? `${fault.name} ${(fault as Error & { code?: string }).code ?? ''}` : fault.message
  return words.trim().slice(0, LONGEST_WORDS)
}
