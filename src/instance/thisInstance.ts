import type { Logger } from 'pino'
import type { Beats } from '../beats.ts'
import { type Lease, openLease } from './lease.ts'
import { openPresence, type Presence } from './presence.ts'
import type { InstanceStore } from './store.ts'

/** This process among all that share the database. */
export interface Instance {
  /** Another one for each process. */
  name: string
  /** Keeps trying to be the one that does this. */
  lease(of: string): Lease
  /** @see openPresence */
  presence(load: () => number, onOthers: (load: number, count: number) => void): Presence
}

export function thisInstance(parts: {
  store: InstanceStore
  name: string
  beats: Beats
  log: Logger
}): Instance {
  const { name, ...rest } = parts
  return {
    name,
    lease: (of) => openLease({ ...rest, instance: name, name: of }),
    presence: (load, onOthers) => openPresence({ ...rest, instance: name, load, onOthers }),
  }
}
