import type { Logger } from 'pino'
import type { Beats } from '../beats.ts'
import type { InstanceStore } from './store.ts'

/** What the instances that share the database tell each other. */
export interface Presence {
  /** Takes this instance off the list. */
  stop(): Promise<void>
}

const BEAT_MS = 3_000
/** Looks at the same beat after which an instance counts as dead. */
const STILL_LOOKS = 5

/**
 * Tells the other instances that this one lives and how much it replies, and listens to them: whoever paces messages
 * leaves room for the replies of all.
 * @param load replies a second of this instance
 * @param onOthers hears the replies a second of all others together, and how many others are on the list
 */
export function openPresence(parts: {
  store: Pick<InstanceStore, 'announce' | 'instances' | 'forget'>
  instance: string
  beats: Beats
  log: Logger
  load: () => number
  onOthers: (load: number, count: number) => void
}): Presence {
  const { store, instance, beats, log, load, onOthers } = parts
  let seen = new Map<string, { beat: number; looks: number }>()

  async function look(): Promise<void> {
    await store.announce(instance, Math.ceil(load()))
    const found = (await store.instances()).filter(({ name }) => name !== instance)
    seen = new Map(
      found.map(({ name, beat }) => {
        const before = seen.get(name)
        return [name, { beat, looks: before?.beat === beat ? before.looks + 1 : 1 }]
      }),
    )
    const isDead = ({ name }: { name: string }) => (seen.get(name)?.looks ?? 0) >= STILL_LOOKS
    const living = found.filter((each) => !isDead(each))
    onOthers(
      living.reduce((sum, each) => sum + each.load, 0),
      found.length,
    )
    for (const { name, beat } of found.filter(isDead)) await store.forget(name, beat)
  }

  const beat = beats.every(BEAT_MS, () =>
    look().catch((fault: Error) => log.warn({ fault: fault.message }, 'other instances cannot be looked at')),
  )

  return {
    async stop() {
      await beat.stop()
      await store.forget(instance)
    },
  }
}
