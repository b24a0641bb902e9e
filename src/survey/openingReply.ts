import { html, joinHtml, raw } from '../message/html.ts'
import type { Button, Message, Reply } from '../message/message.ts'
import type { Language, Speak } from '../texts.ts'
import { closedMessage } from './closedMessage.ts'
import type { Interview } from './interview/interview.ts'
import { titleOf } from './titleOf.ts'
import { trialMark } from './trialMark.ts'
import type { Opening, Pass } from './turn.ts'

/** Somebody who comes to a survey, and the language to offer them beside the one they are greeted in. */
interface Visitor {
  name: string
  offer: Language | undefined
  /** The survey they came to, as buttons carry it. */
  survey: string
  /** The broadcast that invited them. */
  invitedBy?: number | undefined
}

/** What somebody hears who comes to a survey: greeting and consent, the draft left unfinished, or thanks. */
export function openingReply(
  speak: Speak,
  visitor: Visitor,
  opening: Exclude<Opening, { type: 'needs-unit' }>,
): Reply {
  switch (opening.type) {
    case 'greeting':
      return { say: [greeting(speak, visitor, opening)] }
    case 'unfinished':
      return { say: [unfinished(speak, opening.pass, opening.interview)] }
    case 'already': {
      const { unit, period, info, form } = opening
      const what = unit?.name ?? titleOf(speak, form)
      const text =
        info.participation === 'once'
          ? speak.html('thanks.alreadyOnce', { unit: what })
          : speak.html('thanks.already', { unit: what, period: periodWords(speak, period) })
      return { say: [{ html: text, buttons: [[otherUnit(speak)]] }] }
    }
    case 'closed':
      return { say: [closedMessage(speak, opening.why)] }
    case 'no-survey':
      return { say: [{ html: speak.html('thanks.noSurvey') }] }
  }
}

/** A period in words: `2026-S2` is "semester 2 tahun 2026", `2026-11` is "November 2026". */
export function periodWords(speak: Speak, period: string): string {
  const [year = '', part] = period.split('-')
  if (!part) return speak.plain('period.year', { year })
  if (/^\d/.test(part)) return monthWords(year, part, speak.language)
  return speak.plain(part.startsWith('S') ? 'period.semester' : 'period.quarter', {
    year,
    part: part.slice(1),
  })
}

const monthWords = (year: string, month: string, language: Language) =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(Number(year), Number(month) - 1),
  )

/** The way to rate something else. */
export const otherUnit = (speak: Speak): Button => ({
  text: speak.plain('unit.other'),
  press: { do: 'find-unit', page: 0 },
})

function greeting(
  speak: Speak,
  { name, offer, survey, invitedBy }: Visitor,
  { unit, info, form, questions, isTrial }: Extract<Opening, { type: 'greeting' }>,
): Message {
  const title = titleOf(speak, form)
  const welcome = unit
    ? speak.html('greeting.welcome', { unit: unit.name, name, survey: title, questions })
    : speak.html('greeting.welcomeSurvey', { survey: title, name, questions })
  const here = { survey, unit: unit?.id ?? 0 }
  return {
    html: joinHtml(
      [
        isTrial && speak.html('greeting.trial'),
        welcome,
        speak.html(info.isNamed ? 'greeting.consentNamed' : 'greeting.consent'),
        html`<b>${raw(speak.html('greeting.ask'))}</b>`,
      ],
      '\n\n',
    ),
    buttons: [
      [
        {
          text: speak.plain('greeting.agree'),
          // Consent is to what was said above: it counts for no survey that is the other way.
          press:
            invitedBy === undefined
              ? { do: info.isNamed ? ('join-named' as const) : ('join' as const), ...here }
              : { do: 'join-invited', ...here, broadcast: invitedBy, named: info.isNamed ? 1 : 0 },
        },
        { text: speak.plain('greeting.decline'), press: { do: 'leave', ...here } },
      ],
      ...(offer
        ? [
            [
              {
                text: speak.plain(`language.${offer}`),
                press: { do: 'greet-in' as const, ...here, language: offer },
              },
            ],
          ]
        : []),
    ],
  }
}

function unfinished(speak: Speak, pass: Pass, interview: Interview): Message {
  const { draft, unit, form } = pass
  const what = unit?.name ?? titleOf(speak, form)
  const words =
    'ask' in interview
      ? speak.html('draft.unfinished', { unit: what, number: interview.number, of: interview.of })
      : speak.html('draft.unfinishedReview', { unit: what })
  return {
    html: joinHtml([trialMark(speak, pass), words]),
    buttons: [
      [{ text: speak.plain('draft.continue'), press: { do: 'continue', draft: draft.id } }],
      [{ text: speak.plain('draft.restart'), press: { do: 'restart', draft: draft.id } }],
      [otherUnit(speak)],
    ],
  }
}
