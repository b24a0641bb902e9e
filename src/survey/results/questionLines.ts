import { longDate } from '../../dates.ts'
import { clip } from '../../message/clip.ts'
import type { Html } from '../../message/html.ts'
import { formatNumber, roundHalfUp } from '../../numbers.ts'
import type { Bar } from '../../picture/barChart.ts'
import type { Speak } from '../../texts.ts'
import type { QuestionFigures } from './countAnswers.ts'
import type { WeighedLine } from './fittingLines.ts'
import type { NumberSummary } from './numberSummary.ts'
import type { ResultForm } from './resultForm.ts'
import { optionWords } from './resultWords.ts'
import type { TimeSummary } from './timeSummary.ts'

const LONGEST_OPTION = 80

/** What was answered, line by line: the numbers of the chart in words, or what else there is to say. */
export function questionLines(
  speak: Speak,
  form: ResultForm,
  { question, answered, found }: QuestionFigures,
  bars: readonly Bar[],
): WeighedLine[] {
  if (answered === 0) return []
  const first = (line: Html): WeighedLine => ({ html: line, weight: Number.POSITIVE_INFINITY })
  switch (found.kind) {
    case 'choices':
      return bars.map(({ label, counts: [count = 0] }) => ({
        html: speak.html('figures.line', {
          label: clip(label, LONGEST_OPTION),
          ...share(speak, count, answered),
        }),
        weight: count,
      }))
    case 'ranks':
      return found.ranks.map(({ code, mean, first: times }) => ({
        html: speak.html('figures.rankLine', {
          label: clip(
            optionWords(
              speak,
              form,
              question.options.find((each) => each.code === code),
            ),
            LONGEST_OPTION,
          ),
          mean: formatNumber(roundHalfUp(mean, 2), speak.language, 2),
          ...share(speak, times, answered),
        }),
        weight: -mean,
      }))
    case 'numbers':
      return found.summary ? numberLines(speak, found.summary).map(first) : []
    case 'times':
      return found.summary ? [first(timeLine(speak, found.summary))] : []
    case 'texts':
      return [first(speak.html('figures.textsExplained'))]
    case 'places':
      return [first(speak.html('figures.placesExplained'))]
    case 'files':
      return [first(speak.html('figures.filesExplained'))]
  }
}

/** A count and its share of those who answered. */
export const share = (speak: Speak, count: number, of: number) => ({
  count: formatNumber(count, speak.language),
  percent: formatNumber(of === 0 ? 0 : (100 * count) / of, speak.language, 1),
})

export function numberLines(speak: Speak, summary: NumberSummary): Html[] {
  const number = (value: number) => clip(formatNumber(roundHalfUp(value, 2), speak.language), 30)
  const { mean, median, min, max, quartiles } = summary
  return [
    speak.html('figures.mean', { mean: number(mean), median: number(median) }),
    speak.html('figures.spread', { min: number(min), max: number(max) }),
    speak.html('figures.quartiles', { first: number(quartiles[0]), third: number(quartiles[1]) }),
  ]
}

function timeLine(speak: Speak, { first, last, by }: TimeSummary): Html {
  const words = (value: string) =>
    by === 'hour' ? value.replace(':', speak.language === 'id' ? '.' : ':') : longDate(value, speak.language)
  return speak.html('figures.timeSpan', { first: words(first), last: words(last) })
}
