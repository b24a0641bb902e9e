import { longDate } from '../../dates.ts'
import { clip } from '../../message/clip.ts'
import { html, joinHtml } from '../../message/html.ts'
import type { Button, Message } from '../../message/message.ts'
import { formatNumber } from '../../numbers.ts'
import type { Speak } from '../../texts.ts'
import { resultsOf } from '../results/view.ts'
import type { SurveyStatus } from '../surveyInfo.ts'
import type { LifeStep, SurveyCard } from './service.ts'
import type { SurveyChange } from './surveyChange.ts'

const SURVEYS_A_PAGE = 8
const LONGEST_TITLE = 60
const MOST_CHANGES = 12
const LONGEST_WORDS = 60

/** All surveys, to choose one from. */
export function listMessage(
  speak: Speak,
  surveys: readonly { code: string; title: string; status: SurveyStatus; isTried: boolean }[],
  page: number,
): Message {
  const templates: Button = { text: speak.plain('template.open'), press: { do: 'survey-templates' } }
  if (surveys.length === 0) return { html: speak.html('life.none'), buttons: [[templates]] }
  const pages = Math.ceil(surveys.length / SURVEYS_A_PAGE)
  const shown = Math.min(page, pages - 1)
  const rows = surveys
    .slice(shown * SURVEYS_A_PAGE, (shown + 1) * SURVEYS_A_PAGE)
    .map(({ code, title, status, isTried }): Button[] => [
      {
        text: `${isTried ? '🧪 ' : ''}${clip(title, LONGEST_TITLE)} (${speak.plain(`surveyStatus.${status}`)})`,
        press: { do: 'survey', survey: code },
      },
    ])
  const turn: Button[] = []
  if (shown > 0)
    turn.push({ text: speak.plain('unit.previous'), press: { do: 'list-surveys', page: shown - 1 } })
  if (shown + 1 < pages)
    turn.push({ text: speak.plain('unit.more'), press: { do: 'list-surveys', page: shown + 1 } })
  return {
    html: speak.html('life.list'),
    buttons: [...rows, ...(turn.length > 0 ? [turn] : []), [templates]],
  }
}

/** A survey with everything that an admin may do with it now. */
export function cardMessage(speak: Speak, card: SurveyCard, tryAt: number): Message {
  const { info, title, newest, trial, changes } = card
  const { code, status } = info
  return {
    html: joinHtml(
      [
        joinHtml([
          speak.html('life.card', {
            title: clip(title, 200),
            code,
            status: speak.plain(`surveyStatus.${status}`),
          }),
          newest && versionLine(speak, newest),
          rulesLine(speak, card),
          datesLine(speak, card),
        ]),
        newest && responsesLine(speak, card),
        trial && speak.html('life.tried'),
        changes && changesLines(speak, changes),
      ],
      '\n\n',
    ),
    buttons: cardButtons(speak, card, tryAt),
  }
}

function versionLine(speak: Speak, { number, publishedOn }: NonNullable<SurveyCard['newest']>) {
  return publishedOn
    ? speak.html('life.version', { number, day: longDate(publishedOn, speak.language) })
    : speak.html('life.versionOld', { number })
}

const rulesLine = (speak: Speak, { info }: SurveyCard) =>
  speak.html('life.rules', {
    participation: speak.plain(`participation.${info.participation}`),
    naming: speak.plain(`naming.${info.isNamed ? 'named' : 'anonymous'}`),
    scope: speak.plain(`surveyScope.${info.isPerUnit ? 'unit' : 'regency'}`),
  })

const dayOr = (speak: Speak, day: string | undefined) =>
  day === undefined ? speak.plain('life.anyDay') : longDate(day, speak.language)

const datesLine = (speak: Speak, { info }: SurveyCard) =>
  speak.html('life.dates', { opens: dayOr(speak, info.opensOn), closes: dayOr(speak, info.closesOn) })

function responsesLine(speak: Speak, { info: { target }, responses }: SurveyCard) {
  const n = formatNumber(responses, speak.language)
  if (target === undefined) return speak.html('life.responses', { n })
  const part = Math.min(1, responses / target)
  const full = Math.round(part * 10)
  return speak.html('life.progress', {
    n,
    target: formatNumber(target, speak.language),
    bar: '▓'.repeat(full) + '░'.repeat(10 - full),
    percent: formatNumber(Math.floor(part * 100), speak.language),
  })
}

/** What a new version changes, and what that means for results. */
export function changesLines(speak: Speak, changes: readonly SurveyChange[]) {
  if (changes.length === 0) return speak.html('life.noChanges')
  const lines = changes.slice(0, MOST_CHANGES).map((change) => {
    const { type, ...words } = change
    const values = Object.fromEntries(
      Object.entries(words).map(([name, value]) => [name, clip(value, LONGEST_WORDS)]),
    )
    return speak.html(`surveyChange.${type}`, values)
  })
  const others = changes.length - lines.length
  return joinHtml([
    html`<b>${speak.plain('life.newQuestions')}</b>`,
    ...lines,
    others > 0 && speak.html('life.moreChanges', { count: others }),
  ])
}

/** @param tryAt the unit at which a survey about units is tried; 0 for none */
function cardButtons(speak: Speak, { info, trial, newest, changes }: SurveyCard, tryAt: number): Button[][] {
  const { code: survey, status } = info
  const step = (text: Button['text'], name: string): Button => ({
    text,
    press: { do: 'survey-step', survey, step: name },
  })
  const rows: Button[][] = []
  if (trial) {
    const unit = info.isPerUnit ? tryAt : 0
    const tryIt: Button = {
      text: speak.plain('life.try'),
      press: { do: 'join', survey: `_${trial.id}`, unit },
    }
    const isNew = changes === undefined || changes.length > 0
    rows.push(isNew ? [tryIt, step(speak.plain('life.publish'), 'ask-publish')] : [tryIt])
    rows.push([step(speak.plain('life.discard'), 'ask-discard')])
  }
  const settings: Button = { text: speak.plain('life.settings'), press: { do: 'survey-settings', survey } }
  const links: Button = { text: speak.plain('link.open'), press: { do: 'survey-links', survey, page: 0 } }
  rows.push(newest ? [links, settings] : [settings])
  if (newest) rows.push([{ text: speak.plain('life.results'), press: resultsOf(info) }])
  const life: Button[] = []
  if (status === 'open') life.push(step(speak.plain('life.pause'), 'pause'))
  if (status === 'paused' || status === 'closed') life.push(step(speak.plain('life.resume'), 'resume'))
  if (status === 'open' || status === 'paused') life.push(step(speak.plain('life.close'), 'ask-close'))
  if (status === 'closed') life.push(step(speak.plain('life.archive'), 'ask-archive'))
  if (life.length > 0) rows.push(life)
  rows.push([{ text: speak.plain('life.toList'), press: { do: 'list-surveys', page: 0 } }])
  return rows
}

const QUESTIONS = {
  publish: ['life.askPublish', 'life.publish'],
  discard: ['life.askDiscard', 'life.discard'],
  close: ['life.askClose', 'life.close'],
  archive: ['life.askArchive', 'life.archive'],
} as const

/** Steps that are asked about before they are taken. */
export type ConfirmedStep = keyof typeof QUESTIONS

export const isConfirmedStep = (step: string): step is ConfirmedStep => Object.hasOwn(QUESTIONS, step)
export const isLifeStep = (step: string): step is LifeStep =>
  ['pause', 'resume', 'close', 'archive'].includes(step)

/** Asks whether a step that cannot be undone is really meant. */
export function confirmMessage(
  speak: Speak,
  { info, title, changes }: SurveyCard,
  step: ConfirmedStep,
): Message {
  const { code: survey } = info
  const [question, yes] = QUESTIONS[step]
  return {
    html: joinHtml(
      [
        speak.html(question, { title: clip(title, 200) }),
        step === 'publish' && changes && changesLines(speak, changes),
      ],
      '\n\n',
    ),
    buttons: [
      [{ text: speak.plain(yes), press: { do: 'survey-step', survey, step } }],
      [{ text: speak.plain('life.cancel'), press: { do: 'survey', survey } }],
    ],
  }
}
