import type { Logger } from 'pino'
import type { Beats } from '../beats.ts'
import type { InstanceStore, KeptLease } from './store.ts'

/** The right to do what only one instance may do at a time. */
export interface Lease {
  /** Whether this instance has it. Ask before each act: it ends by itself when it could not be renewed. */
  isHeld(): boolean
  /** How often this instance has taken it: with each new number, another may have had it in between. */
  term(): number
  /** Gives it back, so that another takes it at its next look. */
  stop(): Promise<void>
}

export interface LeaseParts {
  store: Pick<InstanceStore, 'lease' | 'takeFree' | 'takeOver' | 'renew' | 'giveBack'>
  name: string
  /** Another one for each process, also for the same machine after a restart. */
  instance: string
  beats: Beats
  log: Logger
  /** Milliseconds between two looks. */
  beatMs?: number
  /** Milliseconds that only go forward, from any beginning. */
  monotonic?: () => number
}

const BEAT_MS = 3_000
/** Looks that have to show the same beat before it counts as stopped: 9 to 12 seconds. */
const STILL_LOOKS = 4
/** In beats; less than the three that lie between four looks, so that the old holder has ended when a new one begins. */
const FENCE = 2.67

/**
 * Keeps trying to get a lease, and keeps it. No clock is compared, for machines' clocks differ: the holder raises a
 * number every three seconds, and whoever has seen the same number in four looks takes over by comparing. So another
 * goes on within 15 seconds of a holder that was killed, and one that hangs, or has lost the database, has stopped
 * acting by its own monotonic time before that.
 */
export function openLease(parts: LeaseParts): Lease {
  const { store, name, instance, beats, log, beatMs = BEAT_MS, monotonic = () => performance.now() } = parts
  let heldUntil: number | undefined
  let term = 0
  let seen: (KeptLease & { looks: number }) | undefined

  const isHeld = () => heldUntil !== undefined && monotonic() < heldUntil

  /** Counted from before the writing: whoever reads the new beat reads it later than that. */
  async function holdIf(write: () => Promise<boolean>): Promise<boolean> {
    const asked = monotonic()
    const isMine = await write()
    heldUntil = isMine ? asked + FENCE * beatMs : undefined
    return isMine
  }

  async function look(): Promise<void> {
    if (heldUntil !== undefined) {
      const wasHeld = isHeld()
      if (await holdIf(() => store.renew(name, instance))) {
        // Nobody took it in the meantime, but what was begun before is not known to be alone.
        if (!wasHeld) term++
        return
      }
      log.warn({ lease: name }, 'another instance has taken over')
    }
    const kept = await store.lease(name)
    const isStill = kept?.holder === seen?.holder && kept?.beat === seen?.beat
    seen = kept && { ...kept, looks: isStill ? (seen?.looks ?? 0) + 1 : 1 }
    if (seen && seen.looks < STILL_LOOKS) return
    const from = seen
    const take = () => (from ? store.takeOver(name, from, instance) : store.takeFree(name, instance))
    if (!(await holdIf(take))) return
    term++
    seen = undefined
    log.info({ lease: name, isTakenOver: from !== undefined }, 'this instance has the lease')
  }

  const beat = beats.every(beatMs, () =>
    look().catch((fault: Error) =>
      log.warn({ lease: name, fault: fault.message }, 'a lease cannot be looked at'),
    ),
  )

  return {
    isHeld,
    term: () => term,
    async stop() {
      await beat.stop()
      if (heldUntil === undefined) return
      heldUntil = undefined
      await store.giveBack(name, instance)
    },
  }
}
