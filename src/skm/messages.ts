import { clip } from '../message/clip.ts'
import { html, joinHtml } from '../message/html.ts'
import type { Button, Message } from '../message/message.ts'
import { formatNumber } from '../numbers.ts'
import { periodWords } from '../survey/openingReply.ts'
import type { Speak } from '../texts.ts'
import { ELEMENTS } from './elements.ts'
import type { Grade } from './grade.ts'
import { lowestElements } from './lowest.ts'
import type { ElementIndex } from './satisfactionIndex.ts'
import type { Overview, UnitResult } from './service.ts'

const UNITS_A_PAGE = 10
const LONGEST_NAME = 34

/** All units with their number of responses, to choose one from. */
export function overviewMessage(speak: Speak, overview: Overview, page: number): Message {
  const { survey, period, hasOthers, units } = overview
  if (units.length === 0) return { html: speak.html('results.none') }
  const pages = Math.ceil(units.length / UNITS_A_PAGE)
  const shown = Math.min(Math.max(page, 0), pages - 1)
  const rows = units.slice(shown * UNITS_A_PAGE, (shown + 1) * UNITS_A_PAGE).map(({ unit, n }): Button[] => [
    {
      text: speak.plain('results.unitButton', {
        unit: clip(unit.name, LONGEST_NAME),
        n: formatNumber(n, speak.language),
      }),
      press: { do: 'index', unit: unit.id, period, back: shown },
    },
  ])
  const turn: Button[] = []
  if (shown > 0)
    turn.push({ text: speak.plain('unit.previous'), press: { do: 'index-units', period, page: shown - 1 } })
  if (shown + 1 < pages)
    turn.push({ text: speak.plain('unit.more'), press: { do: 'index-units', period, page: shown + 1 } })
  return {
    html: speak.html('results.list', { period: periodWords(speak, period) }),
    buttons: [...rows, ...(turn.length > 0 ? [turn] : []), ...wayButtons(speak, survey, period, hasOthers)],
  }
}

/** To other periods, to what else was asked, and to other surveys. */
function wayButtons(speak: Speak, survey: number, period: string, hasOthers: boolean): Button[][] {
  const periods: Button = { text: speak.plain('figures.otherPeriod'), press: { do: 'index-periods' } }
  return [
    [
      ...(hasOthers ? [periods] : []),
      { text: speak.plain('figures.toAll'), press: { do: 'result-units', survey, period, page: 0 } },
    ],
    [{ text: speak.plain('figures.toSurveys'), press: { do: 'result-surveys', page: 0 } }],
  ]
}

/** The way to the index in a list of surveys. */
export const indexButton = (speak: Speak): Button => ({
  text: speak.plain('results.indexButton'),
  press: { do: 'list-results', page: 0 },
})

/** Half a life of semesters; nobody looks further back in a chat. */
const MOST_PERIODS = 20

/** The periods in which there are responses, to choose one from. */
export function periodsMessage(speak: Speak, periods: readonly { period: string; n: number }[]): Message {
  return {
    html: speak.html('results.choosePeriod'),
    buttons: periods.slice(0, MOST_PERIODS).map(({ period, n }): Button[] => [
      {
        text: speak.plain('results.unitButton', {
          unit: periodWords(speak, period),
          n: formatNumber(n, speak.language),
        }),
        press: { do: 'index-units', period, page: 0 },
      },
    ]),
  }
}

/** One unit's index, element by element, with what the reader must know to trust it or not. */
export function resultMessage(speak: Speak, result: UnitResult, back: number): Message {
  const { unit, period, index, incomplete, examples } = result
  const number = (value: number) => formatNumber(value, speak.language)
  return {
    html: joinHtml(
      [
        speak.html('results.title', { unit: unit.name, period: periodWords(speak, period) }),
        indexLines(speak, result),
        index.n > 0 && elementLines(speak, result),
        joinHtml([
          incomplete > 0 && speak.html('results.incomplete', { count: number(incomplete) }),
          examples > 0 && speak.html('results.examples', { count: number(examples) }),
          index.n > 0 &&
            html`<i>${speak.plain('results.weight', { weight: weightWords(speak, result) })}</i>`,
        ]),
      ],
      '\n\n',
    ),
    buttons: [[{ text: speak.plain('results.back'), press: { do: 'index-units', period, page: back } }]],
  }
}

function indexLines(speak: Speak, { index, target }: UnitResult) {
  const number = (value: number) => formatNumber(value, speak.language)
  const n = number(index.n)
  return joinHtml([
    index.ikm !== null &&
      index.grade !== null &&
      speak.html('results.index', {
        ikm: formatNumber(index.ikm, speak.language, 2),
        grade: index.grade,
        performance: performanceWords(speak, index.grade),
      }),
    index.n === 0 && speak.html('results.empty'),
    speak.html('results.respondents', { n }),
    target &&
      speak.html('results.target', { target: number(target.size), population: number(target.population) }),
    !target && speak.html('results.unknownTarget'),
    target &&
      (index.n >= target.size
        ? speak.html('results.representative')
        : speak.html('results.notRepresentative', { n, target: number(target.size) })),
  ])
}

function elementLines(speak: Speak, { index }: UnitResult) {
  const line = ({ key, ikm, grade }: ElementIndex) =>
    speak.html('results.element', {
      number: ELEMENTS.findIndex((element) => element.key === key) + 1,
      name: ELEMENTS.find((element) => element.key === key)?.name[speak.language] ?? key,
      ikm: ikm === null ? '–' : formatNumber(ikm, speak.language, 2),
      grade: grade ?? '–',
    })
  return joinHtml(
    [
      joinHtml([speak.html('results.elements'), ...index.elements.map(line)]),
      joinHtml([speak.html('results.lowest'), ...lowestElements(index.elements, 3).map(line)]),
    ],
    '\n\n',
  )
}

const performanceWords = (speak: Speak, grade: Grade) => speak.plain(`performance.${grade}`)

function weightWords(speak: Speak, { index }: UnitResult): string {
  return index.weight === 'exact'
    ? speak.plain('results.weightExact', { count: index.elements.length })
    : index.weight
}
