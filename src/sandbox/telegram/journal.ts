import type { JournalEntry } from '../protocol.ts'

const keptViolations = 1000

/** What passed between the bot and the local Telegram, newest last, and what a strict reader objects to. */
export interface Journal {
  /** False when nothing is kept: then nobody need make entries. */
  isKept: boolean
  add(entry: Omit<JournalEntry, 'number'>): JournalEntry
  entries(): JournalEntry[]
  object(method: string, problems: readonly string[]): void
  violations: string[]
}

/** A journal of the last `size` entries; none with size 0. Objections are collected all the same. */
export function createJournal(size: number): Journal {
  const ring: JournalEntry[] = []
  let count = 0
  const violations: string[] = []

  return {
    isKept: size > 0,
    violations,

    add(entry) {
      const numbered = { number: ++count, ...entry }
      if (size > 0) ring[(count - 1) % size] = numbered
      return numbered
    },

    entries() {
      const start = count > size ? count % size : 0
      return [...ring.slice(start), ...ring.slice(0, start)]
    },

    object(method, problems) {
      for (const problem of problems) {
        if (violations.length < keptViolations) violations.push(`${method}: ${problem}`)
      }
    },
  }
}
