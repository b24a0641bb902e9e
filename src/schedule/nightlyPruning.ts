import type { Job } from './job.ts'
import { lastOccurrence } from './recurrence.ts'
import { workingCalendar } from './workingCalendar.ts'

const DAY_MS = 86_400_000

/**
 * A job that forgets each night what is older than so many days.
 * @param prune deletes what was done with before this moment
 */
export function nightlyPruning(parts: {
  name: string
  keptDays: number
  prune: (before: Date) => Promise<void>
  timeZone: string
}): Job {
  const { name, keptDays, prune, timeZone } = parts
  const nightly = { every: 'day', at: '03:00', timeZone, onHolidays: 'ignore' } as const
  const everyDay = workingCalendar([])
  return {
    name,
    slots: { lastBefore: (now) => lastOccurrence(nightly, everyDay, now), lateMinutes: 24 * 60 },
    async *plan(now) {
      yield { messages: [], note: () => prune(new Date(now.getTime() - keptDays * DAY_MS)) }
    },
  }
}
