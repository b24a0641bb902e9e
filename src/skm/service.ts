import type { Results } from '../survey/results.ts'
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
  period: string
  units: { unit: Unit; n: number }[]
}

export type Skm = ReturnType<typeof skmService>

/** Results of the satisfaction survey, computed from the responses whenever somebody asks. */
export function skmService({ results, units }: { results: Results; units: Units }) {
  return {
    /** Every unit with its number of responses in the present period. */
    async overview(): Promise<Overview> {
      const period = await results.presentPeriod(SKM)
      const counts = await results.countByUnit(SKM, period)
      return { period, units: (await units.all()).map((unit) => ({ unit, n: counts.get(unit.id) ?? 0 })) }
    },

    /** One unit's index in the present period; nothing for a unit that is not there. */
    async result(unitId: number): Promise<UnitResult | undefined> {
      const unit = await units.byId(unitId)
      if (!unit) return undefined
      const period = await results.presentPeriod(SKM, unit)
      const responses = await results.responses(SKM, unit.id, period)
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
