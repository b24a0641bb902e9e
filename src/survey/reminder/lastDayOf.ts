import { isPeriod } from '../period.ts'
import type { SurveyInfo } from '../surveyInfo.ts'

/** The last local day on which a draft can be handed in in time: the survey's own, else the end of its period. */
export function lastDayOf({ closesOn }: Pick<SurveyInfo, 'closesOn'>, period: string): string {
  if (closesOn !== undefined) return closesOn
  if (!isPeriod(period)) throw new RangeError(`${period} is no period`)
  const [year = '', part = ''] = period.split('-')
  const month = part === '' ? 12 : lastMonthOf(part)
  return new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10)
}

function lastMonthOf(part: string): number {
  if (part.startsWith('S')) return Number(part.slice(1)) * 6
  return part.startsWith('Q') ? Number(part.slice(1)) * 3 : Number(part)
}
