import type { Units } from '../../unit/service.ts'
import { isPeriod } from '../period.ts'
import type { Results } from './service.ts'
import { ALL_PERIODS, NOW, type View } from './view.ts'

/** What a button asks to look at; nothing when it is not there (any more). */
export async function openView(
  results: Results,
  units: Units,
  { survey, unit: about, period: named }: { survey: number; unit: number; period: string },
): Promise<View | undefined> {
  const info = await results.survey(survey)
  const unit = about === 0 ? undefined : await units.byId(about)
  if (!info || (about !== 0 && !unit)) return undefined
  const period = named === NOW ? results.presentPeriod(info, unit) : named
  if (period !== ALL_PERIODS && !isPeriod(period)) return undefined
  const selection = { info, ...(unit && { unit }), ...(period !== ALL_PERIODS && { period }) }
  return { ...selection, form: await results.form(selection) }
}
