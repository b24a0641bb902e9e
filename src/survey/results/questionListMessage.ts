import { clip } from '../../message/clip.ts'
import { joinHtml } from '../../message/html.ts'
import type { Button, Message } from '../../message/message.ts'
import { formatNumber } from '../../numbers.ts'
import type { Speak } from '../../texts.ts'
import { pageOf } from './pageTurn.ts'
import { shortWords } from './resultWords.ts'
import type { SurveyFigures } from './surveyFigures.ts'
import { headOf, selectedBy, toOverview, type View } from './view.ts'

const QUESTIONS_A_PAGE = 10
const LONGEST_NAME = 40

/** Every question with its number of answers, to choose one from. */
export function questionListMessage(
  speak: Speak,
  view: View,
  { questions }: SurveyFigures,
  page: number,
): Message {
  const here = selectedBy(view)
  const { part, first, turn } = pageOf(speak, questions, page, QUESTIONS_A_PAGE, (to) => ({
    do: 'result-questions',
    ...here,
    page: to,
  }))
  const rows = part.map(({ question, answered }, index): Button[] => [
    {
      text: speak.plain('figures.questionButton', {
        number: first + index + 1,
        question: clip(shortWords(speak, view.form, question), LONGEST_NAME),
        n: formatNumber(answered, speak.language),
      }),
      press: { do: 'result-question', ...here, question: question.id },
    },
  ])
  const words = questions.length === 0 ? 'figures.noQuestions' : 'figures.chooseQuestion'
  return {
    html: joinHtml([headOf(speak, view), speak.html(words)], '\n\n'),
    buttons: [...rows, ...turn, [toOverview(speak, view)]],
  }
}
