import { clip } from '../../message/clip.ts'
import { type Html, html, joinHtml, visibleLength } from '../../message/html.ts'
import { LONGEST_CAPTION } from '../../message/longestMessage.ts'
import type { Button, Message } from '../../message/message.ts'
import { formatNumber } from '../../numbers.ts'
import type { BarChart } from '../../picture/barChart.ts'
import type { Speak } from '../../texts.ts'
import type { QuestionFigures } from './countAnswers.ts'
import { isSplittable } from './crossTable.ts'
import { fittingLines } from './fittingLines.ts'
import { questionBars } from './questionBars.ts'
import { questionLines } from './questionLines.ts'
import { questionWords } from './resultWords.ts'
import type { SurveyFigures } from './surveyFigures.ts'
import { selectedBy, titleOf, type View, whereAndWhen } from './view.ts'

const LONGEST_QUESTION = 250

/** A page of results: words with buttons, and a chart where there is one to draw. */
export interface Illustrated {
  message: Message
  chart?: BarChart
}

/**
 * What was answered to one question: a chart, and the same numbers in words. Both fit one photo with its caption;
 * of very many choices the caption names the most frequent.
 * @param hasEarlier there is a period before, to compare with
 */
export function questionResult(
  speak: Speak,
  view: View,
  figures: SurveyFigures,
  place: number,
  hasEarlier: boolean,
): Illustrated {
  const shown = figures.questions[place] as QuestionFigures
  const bars = shown.answered > 0 ? questionBars(speak, view.form, shown) : []
  const lines = questionLines(speak, view.form, shown, bars)
  const head = joinHtml(
    [
      joinHtml([
        html`<b>${clip(questionWords(speak, view.form, shown.question), LONGEST_QUESTION)}</b>`,
        html`<i>${whereAndWhen(speak, view)}</i>`,
      ]),
      answeredLine(speak, shown),
    ],
    '\n\n',
  )
  const notes = joinHtml(notesOf(speak, view, shown, figures))
  const more = (count: number) =>
    speak.html('figures.moreOptions', { count: formatNumber(count, speak.language) })
  const around = [head, notes, more(lines.length)].reduce((sum, part) => sum + visibleLength(part) + 2, 0)
  const { kept, left } = fittingLines(lines, LONGEST_CAPTION - around)
  return {
    message: {
      html: joinHtml([head, joinHtml([...kept, left > 0 && more(left)]), notes], '\n\n'),
      buttons: buttonsOf(speak, view, figures, place, hasEarlier),
    },
    ...(bars.length > 0 && {
      chart: {
        language: speak.language,
        title: questionWords(speak, view.form, shown.question),
        subtitle: subtitleOf(speak, shown),
        footer: footerOf(speak, view, figures),
        periods: [{ name: '', total: shown.answered }],
        bars,
        restLabel: speak.plain('figures.rest'),
      },
    }),
  }
}

/** What stands at the foot of every chart: a picture is passed on without the words beside it. */
export function footerOf(speak: Speak, view: View, { examples }: Pick<SurveyFigures, 'examples'>): string {
  const made =
    examples > 0 && speak.plain('figures.chartExamples', { count: formatNumber(examples, speak.language) })
  return [titleOf(speak, view), whereAndWhen(speak, view), made].filter(Boolean).join(' · ')
}

export function subtitleOf(speak: Speak, { question, answered }: QuestionFigures): string {
  const n = formatNumber(answered, speak.language)
  const key = question.repeats.length > 0 ? 'figures.chartAnswers' : 'figures.chartRespondents'
  return speak.plain(key, { n })
}

function answeredLine(speak: Speak, { answered, skipped }: QuestionFigures): Html {
  const number = (value: number) => formatNumber(value, speak.language)
  if (answered === 0) return speak.html('figures.noAnswers')
  return skipped > 0
    ? speak.html('figures.answeredSkipped', { n: number(answered), skipped: number(skipped) })
    : speak.html('figures.answered', { n: number(answered) })
}

function notesOf(
  speak: Speak,
  { form }: View,
  { question, found }: QuestionFigures,
  { examples }: SurveyFigures,
): (Html | false)[] {
  const isPartial = question.versions.length < form.versions.length
  return [
    question.type === 'select_multiple' && speak.html('figures.severalExplained'),
    found.kind === 'ranks' && speak.html('figures.ranksExplained'),
    question.repeats.length > 0 && speak.html('figures.instancesExplained'),
    question.isTypeChanged && speak.html('figures.typeChanged', { versions: question.versions.join(', ') }),
    isPartial &&
      !question.isTypeChanged &&
      speak.html('figures.onlyVersions', { versions: question.versions.join(', ') }),
    examples > 0 && speak.html('results.examples', { count: formatNumber(examples, speak.language) }),
  ]
}

function buttonsOf(
  speak: Speak,
  view: View,
  { questions }: SurveyFigures,
  place: number,
  hasEarlier: boolean,
): Button[][] {
  const here = selectedBy(view)
  const { question, answered, found } = questions[place] as QuestionFigures
  const to = (text: string, at: number): Button[] => {
    const other = questions[at]
    return other ? [{ text, press: { do: 'result-question', ...here, question: other.question.id } }] : []
  }
  const own: Button[] = []
  const about = { ...here, question: question.id }
  if (found.kind === 'texts' && answered > 0)
    own.push({ text: speak.plain('figures.toTexts'), press: { do: 'result-texts', ...about, page: 0 } })
  if (isSplittable(question) && answered > 0)
    own.push({ text: speak.plain('figures.toSplits'), press: { do: 'result-splits', ...about, page: 0 } })
  if (hasEarlier && ['choices', 'ranks', 'numbers'].includes(found.kind))
    own.push({ text: speak.plain('figures.toChange'), press: { do: 'result-change', ...about } })
  const rows = [
    [...to(speak.plain('figures.before'), place - 1), ...to(speak.plain('figures.after'), place + 1)],
    own,
    [
      {
        text: speak.plain('figures.toList'),
        press: { do: 'result-questions' as const, ...here, page: Math.floor(place / 10) },
      },
    ],
  ]
  return rows.filter((row) => row.length > 0)
}
