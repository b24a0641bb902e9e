import type { Config } from '../config.ts'
import type { OutboxStore } from '../outbox/store.ts'
import type { People } from '../person/service.ts'
import type { Holidays } from '../schedule/holiday/service.ts'
import { warnOfNextYear } from '../schedule/holiday/warnOfNextYear.ts'
import type { Job } from '../schedule/job.ts'
import { nightlyPruning } from '../schedule/nightlyPruning.ts'
import type { JobRunStore } from '../schedule/store.ts'
import type { Catalogue } from '../survey/catalogue.ts'
import type { ReminderStore } from '../survey/reminder/store.ts'
import { unfinishedJob } from '../survey/reminder/unfinishedJob.ts'
import type { Respondents } from '../survey/respondent.ts'
import type { Units } from '../unit/service.ts'

const RUNS_KEPT_DAYS = 90
/** Longer than anything is repeated: a key that was used in the year before is not taken for a new one. */
const OUTBOX_KEPT_DAYS = 400

/** Everything that the clock sets off: the same for the bot and for `suluh tick`. */
export function jobsOf(parts: {
  config: Pick<Config, 'adminIds' | 'quietHours' | 'timeZone'>
  runs: JobRunStore
  outgoing: Pick<OutboxStore, 'prune'>
  holidays: Holidays
  people: Pick<People, 'readers'>
  units: Units
  catalogue: Catalogue
  reminders: ReminderStore
  respondents: Respondents
  /** Absent where nobody broadcasts. */
  broadcasts?: Job
}): Job[] {
  const { config, runs, outgoing, holidays, people, units, catalogue, reminders, respondents, broadcasts } =
    parts
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
    nightlyPruning({ name: 'prune-runs', keptDays: RUNS_KEPT_DAYS, prune: runs.prune, timeZone }),
    nightlyPruning({ name: 'prune-outbox', keptDays: OUTBOX_KEPT_DAYS, prune: outgoing.prune, timeZone }),
  ]
}
