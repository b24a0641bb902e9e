import type { Job } from './job.ts'
import { lastOccurrence } from './recurrence.ts'
import type { JobRunStore } from './store.ts'
import { workingCalendar } from './workingCalendar.ts'

/** Days that runs of jobs are kept. */
const KEPT_DAYS = 90

/** Forgets old runs of jobs, each night. */
export function pruneRuns(runs: Pick<JobRunStore, 'prune'>, timeZone: string): Job {
  const nightly = { every: 'day', at: '03:00', timeZone, onHolidays: 'ignore' } as const
  const everyDay = workingCalendar([])
  return {
    name: 'prune-runs',
    slots: { lastBefore: (now) => lastOccurrence(nightly, everyDay, now), lateMinutes: 24 * 60 },
    async *plan(now) {
      const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000)
      yield { messages: [], note: () => runs.prune(before) }
    },
  }
}
