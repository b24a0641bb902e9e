import type { Clock } from '../clock.ts'
import { localDay } from '../localTime.ts'
import type { Unit } from '../unit/unit.ts'
import type { Catalogue } from './catalogue.ts'
import { periodOf } from './period.ts'
import type { SurveyStore } from './store.ts'

export type Results = ReturnType<typeof surveyResults>

/** What was answered, for those who count it. Never who. */
export function surveyResults(parts: {
  store: SurveyStore
  catalogue: Catalogue
  clock: Clock
  timeZone: string
}) {
  const { store, catalogue, clock, timeZone } = parts

  return {
    /** The period that a survey is in now, at a unit or in the regency as a whole. */
    async presentPeriod(code: string, unit?: Unit): Promise<string> {
      const version = await catalogue.newest(code)
      return periodOf(version?.survey.period ?? 'year', localDay(clock.now(), unit?.timeZone ?? timeZone))
    },

    /** How many responses each unit has in a period, by the unit's id. */
    countByUnit: (code: string, period: string): Promise<Map<number, number>> =>
      store.countByUnit(code, period),

    /** What was answered about a unit in a period: values by path, and whether it is made up. */
    responses: (code: string, unit: number, period: string) => store.responses(code, unit, period),
  }
}
