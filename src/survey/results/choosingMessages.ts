import { clip } from '../../message/clip.ts'
import { html, joinHtml } from '../../message/html.ts'
import type { Button, Message } from '../../message/message.ts'
import { formatNumber } from '../../numbers.ts'
import type { Speak } from '../../texts.ts'
import type { Unit } from '../../unit/unit.ts'
import type { SurveyInfo } from '../surveyInfo.ts'
import { pageOf } from './pageTurn.ts'
import type { ResultForm } from './resultForm.ts'
import { saidWords, spanWords } from './resultWords.ts'
import { ALL_PERIODS, headOf, resultsOf, titleOf, type View } from './view.ts'

/** Rows of a list that a small phone shows, and characters of a name on a button. */
const A_PAGE = 8
const LONGEST_NAME = 34

/** A survey that has results, in a list of them. */
export interface ListedSurvey {
  info: SurveyInfo
  form: Pick<ResultForm, 'title' | 'language' | 'languages'>
}

/** All surveys, to choose one from. @param index the survey that has an index of its own, and where that is */
export function surveysMessage(
  speak: Speak,
  surveys: readonly ListedSurvey[],
  page: number,
  index: { survey: string; button: Button },
): Message {
  if (surveys.length === 0) return { html: speak.html('figures.noSurvey') }
  const { part, turn } = pageOf(speak, surveys, page, A_PAGE, (to) => ({ do: 'result-surveys', page: to }))
  const rows = part.map(({ info, form }): Button[] => {
    if (info.code === index.survey) return [index.button]
    const title = saidWords(speak, form, form.title) || info.code
    return [{ text: clip(title, LONGEST_NAME), press: resultsOf(info) }]
  })
  return { html: speak.html('figures.surveys'), buttons: [...rows, ...turn] }
}

/** The units of a survey with their number of responses, and all together. */
export function unitsMessage(
  speak: Speak,
  view: View,
  units: readonly { unit: Unit; n: number }[],
  total: number,
  page: number,
): Message {
  const survey = view.info.id
  const period = view.period ?? ALL_PERIODS
  const { part, turn } = pageOf(speak, units, page, A_PAGE, (to) => ({
    do: 'result-units',
    survey,
    period,
    page: to,
  }))
  const row = (name: string, unit: number, n: number): Button[] => [
    {
      text: speak.plain('results.unitButton', {
        unit: clip(name, LONGEST_NAME),
        n: formatNumber(n, speak.language),
      }),
      press: { do: 'result', survey, unit, period },
    },
  ]
  return {
    html: joinHtml([headOf(speak, view), speak.html('figures.chooseUnit')], '\n\n'),
    buttons: [
      row(speak.plain('figures.allUnits'), 0, total),
      ...part.map(({ unit, n }) => row(unit.name, unit.id, n)),
      ...turn,
      [
        {
          text: speak.plain('figures.otherPeriod'),
          press: { do: 'result-periods', survey, unit: 0, page: 0 },
        },
        { text: speak.plain('figures.toSurveys'), press: { do: 'result-surveys', page: 0 } },
      ],
    ],
  }
}

/** The periods in which there are responses, the newest first, and all together. */
export function periodsMessage(
  speak: Speak,
  view: View,
  periods: readonly { period: string; n: number }[],
  page: number,
): Message {
  const here = { survey: view.info.id, unit: view.unit?.id ?? 0 }
  const { part, first, turn } = pageOf(speak, periods, page, A_PAGE, (to) => ({
    do: 'result-periods',
    ...here,
    page: to,
  }))
  const total = periods.reduce((sum, { n }) => sum + n, 0)
  const row = (words: string, period: string, n: number): Button[] => [
    {
      text: speak.plain('results.unitButton', { unit: words, n: formatNumber(n, speak.language) }),
      press: { do: 'result', ...here, period },
    },
  ]
  return {
    html: joinHtml(
      [
        joinHtml([html`<b>${titleOf(speak, view)}</b>`, view.unit && html`${view.unit.name}`]),
        speak.html('figures.choosePeriod'),
      ],
      '\n\n',
    ),
    buttons: [
      ...part.map(({ period, n }) => row(spanWords(speak, period), period, n)),
      ...turn,
      ...(periods.length > 1 && first === 0
        ? [row(speak.plain('figures.allPeriods'), ALL_PERIODS, total)]
        : []),
    ],
  }
}
