import { clip } from '../../message/clip.ts'
import { type Html, html, joinHtml, visibleLength } from '../../message/html.ts'
import { LONGEST_CAPTION } from '../../message/longestMessage.ts'
import { formatNumber, roundHalfUp } from '../../numbers.ts'
import type { Bar } from '../../picture/barChart.ts'
import type { Speak } from '../../texts.ts'
import type { QuestionFigures } from './countAnswers.ts'
import { fittingLines, type WeighedLine } from './fittingLines.ts'
import { questionBars } from './questionBars.ts'
import { numberLines } from './questionLines.ts'
import { footerOf, type Illustrated } from './questionResult.ts'
import { questionWords, spanWords } from './resultWords.ts'
import { selectedBy, type View } from './view.ts'

const LONGEST = { question: 250, option: 80 }

/** One period with what was answered in it. */
export interface Then {
  period: string
  figures: QuestionFigures
  examples: number
}

/** A question in this period beside the one before: grouped bars, and the change in words. */
export function changeResult(speak: Speak, view: View, before: Then, now: Then): Illustrated {
  const { question } = now.figures
  const head = joinHtml([
    html`<b>${clip(questionWords(speak, view.form, question), LONGEST.question)}</b>`,
    speak.html('figures.comparing', {
      before: spanWords(speak, before.period),
      n: formatNumber(before.figures.answered, speak.language),
      now: spanWords(speak, now.period),
      m: formatNumber(now.figures.answered, speak.language),
    }),
  ])
  const examples = before.examples + now.examples
  const note =
    examples > 0 && speak.html('results.examples', { count: formatNumber(examples, speak.language) })
  const isCompared = now.figures.found.kind !== 'numbers'
  const bars = isCompared ? barsOfBoth(speak, view, before, now) : []
  const lines = isCompared ? changeLines(speak, bars, before, now) : momentLines(speak, before, now)
  const { kept } = fittingLines(lines, LONGEST_CAPTION - visibleLength(head) - 160)
  return {
    message: {
      html: joinHtml([head, joinHtml(kept), note], '\n\n'),
      buttons: [
        [
          {
            text: speak.plain('figures.toQuestion'),
            press: { do: 'result-question', ...selectedBy(view), question: question.id },
          },
        ],
      ],
    },
    ...(bars.length > 0 && {
      chart: {
        language: speak.language,
        title: questionWords(speak, view.form, question),
        footer: footerOf(speak, { ...view, period: now.period }, { examples }),
        periods: [periodOf(speak, before), periodOf(speak, now)] as const satisfies unknown[],
        bars,
        restLabel: speak.plain('figures.rest'),
      },
    }),
  } as Illustrated
}

const periodOf = (speak: Speak, { period, figures }: Then) => ({
  name: `${spanWords(speak, period)} (n = ${formatNumber(figures.answered, speak.language)})`,
  total: figures.answered,
})

/** Bars with the same label side by side, in the order of now; what only the period before had comes last. */
function barsOfBoth(speak: Speak, { form }: View, before: Then, now: Then): Bar[] {
  const counts = new Map<string, [before: number, now: number]>()
  const add = ({ figures }: Then, place: 0 | 1) => {
    for (const {
      label,
      counts: [count = 0],
    } of questionBars(speak, form, figures)) {
      const both = counts.get(label) ?? [0, 0]
      both[place] += count
      counts.set(label, both)
    }
  }
  add(now, 1)
  add(before, 0)
  return Array.from(counts, ([label, both]) => ({ label, counts: both }))
}

function changeLines(speak: Speak, bars: readonly Bar[], before: Then, now: Then): WeighedLine[] {
  const percent = (count: number, { figures: { answered } }: Then) =>
    answered === 0 ? 0 : (100 * count) / answered
  return bars.map(({ label, counts: [earlier = 0, present = 0] }) => {
    const [from, to] = [percent(earlier, before), percent(present, now)]
    const change = roundHalfUp(to, 1) - roundHalfUp(from, 1)
    const points = formatNumber(roundHalfUp(Math.abs(change), 1), speak.language, 1)
    return {
      html: speak.html('figures.changeLine', {
        label: clip(label, LONGEST.option),
        from: formatNumber(from, speak.language, 1),
        to: formatNumber(to, speak.language, 1),
        change: `${change < 0 ? '−' : change > 0 ? '+' : '±'}${points}`,
      }),
      weight: earlier + present,
    }
  })
}

/** Of numbers, the bars of two periods would not mean the same ranges. */
function momentLines(speak: Speak, ...periods: Then[]): WeighedLine[] {
  const lines = periods.flatMap(({ period, figures: { found } }): Html[] => {
    const summary = found.kind === 'numbers' ? found.summary : undefined
    const name = html`<b>${spanWords(speak, period)}</b>`
    return [name, ...(summary ? numberLines(speak, summary) : [speak.html('figures.noAnswers')])]
  })
  return lines.map((line) => ({ html: line, weight: 1 }))
}
