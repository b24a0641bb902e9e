import { joinHtml } from '../../message/html.ts'
import type { Button, Message } from '../../message/message.ts'
import { formatNumber } from '../../numbers.ts'
import type { Speak } from '../../texts.ts'
import type { SurveyFigures } from './surveyFigures.ts'
import { headOf, selectedBy, type View } from './view.ts'

/**
 * How many answered, how far that is from the target, and the ways to everything else.
 * @param total responses in all periods, at which the target aims
 */
export function overviewMessage(speak: Speak, view: View, figures: SurveyFigures, total: number): Message {
  const { n, examples, versions } = figures
  const number = (value: number) => formatNumber(value, speak.language)
  const { target } = view.info
  // The target is one of the survey as a whole.
  const isAimed = target !== undefined && target > 0 && !view.unit
  return {
    html: joinHtml(
      [
        headOf(speak, view),
        joinHtml([
          speak.html('results.respondents', { n: number(n) }),
          isAimed &&
            speak.html('figures.target', {
              target: number(target),
              total: number(total),
              percent: formatNumber((100 * total) / target, speak.language, 1),
            }),
          versions.size > 1 &&
            speak.html('figures.versions', {
              list: Array.from(versions, ([version, count]) =>
                speak.plain('figures.versionCount', { version, count: number(count) }),
              ).join(', '),
            }),
        ]),
        examples > 0 && speak.html('results.examples', { count: number(examples) }),
        n === 0 && speak.html('results.empty'),
      ],
      '\n\n',
    ),
    buttons: [...(n > 0 ? contentButtons(speak, view) : []), ...wayButtons(speak, view, n)],
  }
}

const contentButtons = (speak: Speak, view: View): Button[][] => [
  [
    {
      text: speak.plain('figures.toQuestions'),
      press: { do: 'result-questions', ...selectedBy(view), page: 0 },
    },
    { text: speak.plain('figures.toExports'), press: { do: 'result-exports', ...selectedBy(view) } },
  ],
]

function wayButtons(speak: Speak, view: View, n: number): Button[][] {
  const { survey, unit, period } = selectedBy(view)
  const stops: Button = {
    text: speak.plain('figures.toStops'),
    press: { do: 'result-stops', ...selectedBy(view), page: 0 },
  }
  const periods: Button = {
    text: speak.plain('figures.otherPeriod'),
    press: { do: 'result-periods', survey, unit, page: 0 },
  }
  const back: Button = view.info.isPerUnit
    ? { text: speak.plain('results.back'), press: { do: 'result-units', survey, period, page: 0 } }
    : { text: speak.plain('figures.toSurveys'), press: { do: 'result-surveys', page: 0 } }
  return n > 0 ? [[stops, periods], [back]] : [[periods], [stops], [back]]
}
