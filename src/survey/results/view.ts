import { clip } from '../../message/clip.ts'
import { html, joinHtml } from '../../message/html.ts'
import type { Press } from '../../message/press.ts'
import type { Speak } from '../../texts.ts'
import type { SurveyInfo } from '../surveyInfo.ts'
import type { ResultForm } from './resultForm.ts'
import { saidWords, spanWords } from './resultWords.ts'
import type { Selection } from './selection.ts'

/** What an admin looks at: a selection with the words of its survey. */
export interface View extends Selection {
  form: ResultForm
}

/** Characters of a title or a unit's name. */
const LONGEST = 100

/** Stands for all periods in buttons. */
export const ALL_PERIODS = 'all'

/** Stands for the present period, whichever that is when the button is pressed. */
export const NOW = 'now'

/** The way into the results of a survey: to its units, or to all of it where there are none. */
export const resultsOf = ({ id, isPerUnit }: SurveyInfo): Press =>
  isPerUnit
    ? { do: 'result-units', survey: id, period: NOW, page: 0 }
    : { do: 'result', survey: id, unit: 0, period: NOW }

/** A selection as buttons carry it. */
export const selectedBy = ({ info, unit, period }: Selection) => ({
  survey: info.id,
  unit: unit?.id ?? 0,
  period: period ?? ALL_PERIODS,
})

/** What begins each page: survey, unit and period. */
export function headOf(speak: Speak, view: View) {
  return joinHtml([html`<b>${titleOf(speak, view)}</b>`, html`${whereAndWhen(speak, view)}`])
}

export const titleOf = (speak: Speak, { form, info }: View): string =>
  clip(saidWords(speak, form, form.title) || info.code, LONGEST)

/** `Puskesmas Muara Tebo · semester 2 tahun 2026` */
export function whereAndWhen(speak: Speak, { info, unit, period }: View): string {
  const where =
    (unit && clip(unit.name, LONGEST)) ?? (info.isPerUnit ? speak.plain('figures.allUnits') : undefined)
  return [where, spanWords(speak, period)].filter(Boolean).join(' · ')
}

/** A button that leads back to the overview of what is looked at. */
export const toOverview = (speak: Speak, view: View): { text: string; press: Press } => ({
  text: speak.plain('figures.toOverview'),
  press: { do: 'result', ...selectedBy(view) },
})
