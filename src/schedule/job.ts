import type { Outgoing } from '../outbox/outgoing.ts'

/** What a job found to be done at a moment: the messages it wants sent, and how it remembers that. */
export interface Plan {
  messages: readonly Outgoing[]
  /**
   * Takes note in the feature's own tables, after the messages were put into the outbox under their keys: whoever dies
   * in between plans the same once more, and the keys see to it that nobody is told twice. By comparing with what was
   * planned from, for another instance may have been quicker.
   */
  note?(): Promise<void>
}

/**
 * Work of the clock. A job derives what is due from what is stored, whenever it is asked: after a day without power
 * the first minute finds everything that was missed, and each kind of message says how late it may still go.
 */
export interface Job {
  /** Short and unique; part of the stored runs. */
  name: string
  /** Moments at which it runs; each minute when absent. */
  slots?: JobSlots
  /**
   * What is to be done now, in pieces small enough for the memory. Reads, and never writes: `suluh tick --dry-run`
   * asks too, and takes note of nothing, so the next piece has to begin after the last one all the same.
   * @param slot the moment it should have run; of a job without times of its own, now
   */
  plan(now: Date, slot: Date): AsyncIterable<Plan>
}

/** A job that has its own times: each is run once, or recorded as missed when it could not be in time. */
export interface JobSlots {
  /** The last moment at or before `now` at which it should have run. Earlier ones are made up for by this one. */
  lastBefore(now: Date): Date | undefined | Promise<Date | undefined>
  /** Minutes after which a slot is missed rather than made up for. */
  lateMinutes: number
}
