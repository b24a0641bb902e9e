import type { Beats } from '../../src/beats.ts'

/** Beats that strike when a test says so, in place of timers. */
export function beatsByHand(): Beats & { strike(): Promise<void>; look(): Promise<void> } {
  const minutely = new Set<() => Promise<unknown>>()
  const often = new Set<() => Promise<unknown>>()

  const keep = (works: typeof often, work: () => Promise<unknown>) => {
    works.add(work)
    return {
      stop: async () => {
        works.delete(work)
      },
    }
  }

  return {
    every: (_, work) => keep(often, work),
    minutely: (work) => keep(minutely, work),

    /** One minute: what goes on all the time, the tick, and again what the tick has brought about. */
    async strike() {
      for (const work of [...often, ...minutely, ...often]) await work()
    },

    /** Only what goes on all the time, once. */
    async look() {
      for (const work of [...often]) await work()
    },
  }
}
