import type { Config } from '../config.ts'
import type { People } from '../person/service.ts'
import type { Holidays } from '../schedule/holiday/service.ts'
import { warnOfNextYear } from '../schedule/holiday/warnOfNextYear.ts'
import type { Job } from '../schedule/job.ts'
import { pruneRuns } from '../schedule/pruneRuns.ts'
import type { JobRunStore } from '../schedule/store.ts'
import type { Catalogue } from '../survey/catalogue.ts'
import type { ReminderStore } from '../survey/reminder/store.ts'
import { unfinishedJob } from '../survey/reminder/unfinishedJob.ts'
import type { Respondents } from '../survey/respondent.ts'
import type { Units } from '../unit/service.ts'

/** Everything that the clock sets off: the same for the bot and for `suluh tick`. */
export function jobsOf(parts: {
  config: Pick<Config, 'adminIds' | 'quietHours' | 'timeZone'>
  runs: JobRunStore
  holidays: Holidays
  people: Pick<People, 'readers'>
  units: Units
  catalogue: Catalogue
  reminders: ReminderStore
  respondents: Respondents
  /** Absent where nobody broadcasts. */
  broadcasts?: Job
}): Job[] {
  const { config, runs, holidays, people, units, catalogue, reminders, respondents, broadcasts } = parts
  const { adminIds, quietHours, timeZone } = config

  async function unwilling(ids: readonly number[]): Promise<ReadonlySet<number>> {
    const readers = await people.readers(ids)
    return new Set(
      ids.filter((id) => {
        const reader = readers.get(id)
        return reader !== undefined && (reader.isSilent || !reader.isReachable)
      }),
    )
  }

  return [
    unfinishedJob({
      store: reminders,
      respondents,
      unwilling,
      catalogue,
      units,
      calendar: holidays.calendar,
      quietHours,
      timeZone,
    }),
    ...(broadcasts ? [broadcasts] : []),
    warnOfNextYear({ holidays, adminIds, timeZone }),
    pruneRuns(runs, timeZone),
  ]
}
