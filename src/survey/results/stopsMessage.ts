import { clip } from '../../message/clip.ts'
import { type Html, html, joinHtml } from '../../message/html.ts'
import type { Message } from '../../message/message.ts'
import { formatNumber } from '../../numbers.ts'
import type { Speak } from '../../texts.ts'
import { LEAST_SHOWN } from './hideSmallCells.ts'
import type { OpenStops, Stop } from './openStops.ts'
import { pageOf } from './pageTurn.ts'
import { questionWords } from './resultWords.ts'
import { headOf, selectedBy, toOverview, type View } from './view.ts'

const STOPS_A_PAGE = 20
const LONGEST_QUESTION = 120

/** How many finished, and before which question the others stopped; few are only called few. */
export function stopsMessage(
  speak: Speak,
  view: View,
  open: OpenStops,
  finished: number,
  page: number,
): Message {
  const { stops, unsent, isPartial } = open
  const lines: Html[] = stops.map((stop) =>
    speak.html('figures.stop', {
      question: clip(stopWords(speak, view, stop), LONGEST_QUESTION),
      count: few(speak, stop.count),
    }),
  )
  if (unsent > 0) lines.push(speak.html('figures.unsent', { count: few(speak, unsent) }))
  const { part, turn } = pageOf(speak, lines, page, STOPS_A_PAGE, (to) => ({
    do: 'result-stops',
    ...selectedBy(view),
    page: to,
  }))
  return {
    html: joinHtml(
      [
        headOf(speak, view),
        speak.html('figures.finished', { n: formatNumber(finished, speak.language) }),
        lines.length > 0
          ? joinHtml([speak.html('figures.stopsExplained'), ...part])
          : speak.html('figures.noStops'),
        isPartial && html`<i>${speak.plain('figures.stopsPartial')}</i>`,
      ],
      '\n\n',
    ),
    buttons: [...turn, [toOverview(speak, view)]],
  }
}

const few = (speak: Speak, count: number) =>
  count < LEAST_SHOWN ? `<${LEAST_SHOWN}` : formatNumber(count, speak.language)

function stopWords(speak: Speak, { form }: View, stop: Stop): string {
  const words = questionWords(speak, form, stop)
  return stop.isMore ? speak.plain('figures.oneMore', { what: words }) : words
}
