import { html, joinHtml } from '../../message/html.ts'
import type { Press } from '../../message/press.ts'
import type { Speak } from '../../texts.ts'
import type { ResultForm } from './resultForm.ts'
import { saidWords, spanWords } from './resultWords.ts'
import type { Selection } from './selection.ts'

/** What an admin looks at: a selection with the words of its survey. */
export interface View extends Selection {
  form: ResultForm
}

/** Stands for all periods in buttons. */
export const ALL_PERIODS = 'all'

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
  saidWords(speak, form, form.title) || info.code

/** `Puskesmas Muara Tebo · semester 2 tahun 2026` */
export function whereAndWhen(speak: Speak, { info, unit, period }: View): string {
  const where = unit?.name ?? (info.isPerUnit ? speak.plain('figures.allUnits') : undefined)
  return [where, spanWords(speak, period)].filter(Boolean).join(' · ')
}

/** A button that leads back to the overview of what is looked at. */
export const toOverview = (speak: Speak, view: View): { text: string; press: Press } => ({
  text: speak.plain('figures.toOverview'),
  press: { do: 'result', ...selectedBy(view) },
})
