import type { Clock } from '../clock.ts'
import type { QuietHours } from '../config.ts'
import type { Outgoing } from './outgoing.ts'
import { openMoment } from './quietHours.ts'
import type { OutboxCount, OutboxLine } from './report/lines.ts'
import type { OutboxReportStore } from './report/store.ts'
import type { NewRow, OutboxStore } from './store.ts'

export type Outbox = ReturnType<typeof outboxService>

/** Messages that the bot begins by itself, from the wish to say something until it is handed to the deliverer. */
export function outboxService(parts: {
  store: Pick<OutboxStore, 'put' | 'cancel' | 'turn'>
  reports: OutboxReportStore
  clock: Clock
  quietHours: QuietHours | undefined
}) {
  const { store, reports, clock, quietHours } = parts
  const listeners: (() => void)[] = []

  return {
    /**
     * Puts messages in, each under its key: the same key is never put in twice, whatever became of the first. Quiet
     * hours put them off, and never past the moment at which they are too late: see `openMoment`. Those of a broadcast
     * that is paused wait with it.
     * @returns how many were new
     */
    async put(messages: readonly Outgoing[]): Promise<number> {
      if (messages.length === 0) return 0
      const now = clock.now()
      const planned = planner(now, quietHours)
      const rows = messages.map(planned)
      const count = await store.put(rows)
      if (count > 0 && rows.some(({ notBefore }) => notBefore <= now)) for (const ring of listeners) ring()
      return count
    },

    /** Cancels what waits under a key that begins so; end it with the colon, or `training:4` also ends `training:42`. */
    cancel: (prefix: string): Promise<number> => store.cancel(prefix),

    /**
     * Stops a broadcast where it is: what is in hand still goes. Write `paused` into its row first, so that what is
     * put in, or tried again, meanwhile waits too.
     */
    hold: (broadcast: number): Promise<number> => store.turn(broadcast, ['pending'], 'held'),

    /** Lets a broadcast go on. Write its new state into its row first. */
    async release(broadcast: number): Promise<number> {
      const count = await store.turn(broadcast, ['held'], 'pending')
      for (const ring of listeners) ring()
      return count
    },

    /** Ends a broadcast: nothing more of it goes but what is in hand. Write `cancelled` into its row first. */
    cancelBroadcast: (broadcast: number): Promise<number> =>
      store.turn(broadcast, ['pending', 'held'], 'cancelled'),

    /** How far a broadcast has come, and why some were not reached. */
    summary: (broadcast: number) => reports.summary(broadcast),

    /** What waits, why and until when, and how many of each kind there were in all. */
    async overview(): Promise<{ waiting: OutboxLine[]; counts: OutboxCount[] }> {
      const [waiting, counts] = await Promise.all([reports.waiting(clock.now()), reports.counts()])
      return { waiting, counts }
    },

    /** What did not go as it should, the newest first. */
    troubles: (most: number) => reports.troubles(most),

    /** How many there are in each state. */
    states: () => reports.states(),

    /** Calls `ring` when there is something to be sent at once. */
    onDue(ring: () => void): void {
      listeners.push(ring)
    },
  }
}

/** Works out when each message goes; of many that are due together only once, for it asks what clocks show. */
function planner(now: Date, quietHours: QuietHours | undefined): (message: Outgoing) => NewRow {
  const known = new Map<string, Date>()
  return (message) => {
    const { dueAt, expiresAt, timeZone } = message
    if (message.class === 'urgent') return { ...message, notBefore: dueAt }
    const name = `${dueAt.getTime()} ${expiresAt?.getTime()} ${timeZone}`
    const notBefore = known.get(name) ?? openMoment({ dueAt, expiresAt, timeZone }, now, quietHours)
    known.set(name, notBefore)
    return { ...message, notBefore, reason: notBefore > dueAt ? QUIET : undefined }
  }
}

/** Why something waits that would be due: stored, and shown to operators. */
const QUIET = 'quiet hours'
