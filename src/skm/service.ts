import type { Results } from '../survey/results/service.ts'
import type { Units } from '../unit/service.ts'
import type { Unit } from '../unit/unit.ts'
import { SKM } from './questionnaire.ts'
import { sampleSize } from './sampleSize.ts'
import { type SatisfactionIndex, satisfactionIndex } from './satisfactionIndex.ts'
import { tallyOf } from './tally.ts'

/** The satisfaction of one unit's visitors in one period. */
export interface UnitResult {
  unit: Unit
  period: string
  index: SatisfactionIndex
  incomplete: number
  /** How many of the responses are made up; told wherever figures are shown. */
  examples: number
  /** Responses wanted, by Krejcie & Morgan; unknown while the unit's users are. */
  target?: { size: number; population: number }
}

export interface Overview {
  /** Id of the survey. */
  survey: number
  period: string
  /** There are responses of other periods too. */
  hasOthers: boolean
  units: { unit: Unit; n: number }[]
}

export type Skm = ReturnType<typeof skmService>

/** Results of the satisfaction survey, computed from the responses whenever somebody asks. */
export function skmService({ results, units }: { results: Results; units: Units }) {
  async function survey() {
    const info = await results.surveyOf(SKM)
    if (!info) throw new Error('the satisfaction survey is not published')
    return info
  }

  return {
    /** Every unit with its number of responses in a period, the present one unless another is named. */
    async overview(of?: string): Promise<Overview> {
      const info = await survey()
      const period = of ?? results.presentPeriod(info)
      const [counts, periods] = [await results.countByUnit(info, period), await results.periods({ info })]
      const listed = (await units.all()).map((unit) => ({ unit, n: counts.get(unit.id) ?? 0 }))
      return { survey: info.id, period, hasOthers: periods.length > 1, units: listed }
    },

    /** Periods with responses, and the present one; the newest first. */
    periods: async () => results.periods({ info: await survey() }),

    /** One unit's index in a period, the present one unless another is named; nothing for a unit that is not there. */
    async result(unitId: number, of?: string): Promise<UnitResult | undefined> {
      const unit = await units.byId(unitId)
      if (!unit) return undefined
      const info = await survey()
      const period = of ?? results.presentPeriod(info, unit)
      const responses = await results.responses(info, unit, period)
      const tally = tallyOf(responses.map(({ answers }) => answers))
      return {
        unit,
        period,
        index: satisfactionIndex(tally, 'exact'),
        incomplete: tally.incomplete,
        examples: responses.filter(({ isExample }) => isExample).length,
        ...(unit.population !== undefined && {
          target: { size: sampleSize(unit.population), population: unit.population },
        }),
      }
    },
  }
}
