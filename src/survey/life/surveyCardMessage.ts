import { longDate } from '../../dates.ts'
import { clip } from '../../message/clip.ts'
import { joinHtml } from '../../message/html.ts'
import type { Button, Message } from '../../message/message.ts'
import { formatNumber } from '../../numbers.ts'
import type { Speak } from '../../texts.ts'
import { resultsOf } from '../results/view.ts'
import { changesText } from './changesText.ts'
import { rulesText } from './rulesText.ts'
import type { SurveyCard } from './service.ts'

/** A survey with everything that an admin may do with it now. */
export function surveyCardMessage(speak: Speak, card: SurveyCard): Message {
  const { info, title, newest, trial, changes, missingMedia } = card
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
          rulesText(speak, info),
          datesLine(speak, card),
        ]),
        newest && responsesLine(speak, card),
        missingMedia !== undefined &&
          missingMedia.length > 0 &&
          speak.html('media.incomplete', { count: formatNumber(missingMedia.length, speak.language) }),
        trial && speak.html('life.tried'),
        changes && changesText(speak, changes),
      ],
      '\n\n',
    ),
    buttons: cardButtons(speak, card),
  }
}

function versionLine(speak: Speak, { number, publishedOn }: NonNullable<SurveyCard['newest']>) {
  return publishedOn
    ? speak.html('life.version', { number, day: longDate(publishedOn, speak.language) })
    : speak.html('life.versionOld', { number })
}

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

function cardButtons(speak: Speak, { info, trial, newest, changes, missingMedia }: SurveyCard): Button[][] {
  const { code: survey, status } = info
  const step = (text: string, name: string): Button => ({
    text,
    press: { do: 'survey-step', survey, step: name },
  })
  const rows: Button[][] = []
  if (trial) {
    const tryIt: Button = {
      text: speak.plain('life.try'),
      press: { do: 'try-survey', version: trial.id },
    }
    const isNew = changes?.length !== 0
    rows.push(isNew ? [tryIt, step(speak.plain('life.publish'), 'ask-publish')] : [tryIt])
    rows.push([step(speak.plain('life.discard'), 'ask-discard')])
  }
  const settings: Button = { text: speak.plain('life.settings'), press: { do: 'survey-settings', survey } }
  const links: Button = { text: speak.plain('link.open'), press: { do: 'survey-links', survey, page: 0 } }
  rows.push(newest ? [links, settings] : [settings])
  if (newest && status === 'open')
    rows.push([{ text: speak.plain('broadcast.open'), press: { do: 'invite-people', survey } }])
  if (missingMedia) rows.push([{ text: speak.plain('media.open'), press: { do: 'survey-media', survey } }])
  if (newest) rows.push([{ text: speak.plain('life.results'), press: resultsOf(info) }])
  const life: Button[] = []
  if (status === 'open') life.push(step(speak.plain('life.pause'), 'pause'))
  if (status === 'paused' || status === 'closed') life.push(step(speak.plain('life.resume'), 'resume'))
  if (status === 'open' || status === 'paused') life.push(step(speak.plain('life.close'), 'ask-close'))
  if (status === 'closed') life.push(step(speak.plain('life.archive'), 'ask-archive'))
  if (status === 'archived') life.push(step(speak.plain('life.restore'), 'restore'))
  if (life.length > 0) rows.push(life)
  rows.push([{ text: speak.plain('life.toList'), press: { do: 'list-surveys', page: 0 } }])
  return rows
}
