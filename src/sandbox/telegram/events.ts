import type { SandboxEvent } from '../protocol.ts'

const keptEvents = 2000

export interface NumberedEvent {
  number: number
  event: SandboxEvent
}

/** The events for chat pages and tests. Nothing is made or kept until somebody begins to watch. */
export interface EventLog {
  /** Ask before making an event: without a watcher it would be made for nobody. */
  isWatched: boolean
  last: number
  tell(event: SandboxEvent): void
  /** From now on events are kept, so that a watcher who read the state can ask for what came after. */
  watch(): void
  /** Events after `number`; undefined when they are no longer kept or never were. */
  after(number: number): NumberedEvent[] | undefined
  subscribe(listener: (numbered: NumberedEvent) => void): () => void
}

export function createEventLog(): EventLog {
  const listeners = new Set<(numbered: NumberedEvent) => void>()
  let kept: NumberedEvent[] = []

  const log: EventLog = {
    isWatched: false,
    last: 0,

    tell(event) {
      if (!log.isWatched) return
      const numbered = { number: ++log.last, event }
      kept.push(numbered)
      if (kept.length > 2 * keptEvents) kept = kept.slice(-keptEvents)
      for (const listener of listeners) listener(numbered)
    },

    watch() {
      log.isWatched = true
    },

    after(number) {
      if (number > log.last) return undefined
      const first = kept[0]?.number ?? log.last + 1
      return number + 1 < first ? undefined : kept.filter((numbered) => numbered.number > number)
    },

    subscribe(listener) {
      log.isWatched = true
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return log
}
