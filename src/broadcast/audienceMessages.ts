import { clip } from '../message/clip.ts'
import { html, joinHtml } from '../message/html.ts'
import { listPage } from '../message/listPage.ts'
import type { Button, Message } from '../message/message.ts'
import type { InvitedTo } from '../survey/audience/service.ts'
import { titleOf } from '../survey/titleOf.ts'
import type { Speak } from '../texts.ts'
import type { District } from '../unit/districtsOf.ts'
import type { Unit } from '../unit/unit.ts'
import { ANSWER_STATES, type AnswerState } from './audience.ts'
import { audienceText } from './audienceText.ts'
import type { BroadcastFacts } from './facts.ts'
import { fingerprint } from './fingerprint.ts'

const LONGEST_NAME = 40
const ROLES = ['all', 'citizen', 'asn'] as const

/** What is being written: to whom, and which sentence of the admin's own; each can be changed. */
export function audienceMessage(speak: Speak, facts: BroadcastFacts): Message {
  const {
    broadcast: { id, content, audience },
    invitedTo,
    office,
  } = facts
  const all = speak.plain('broadcast.all')
  const role = audience.role ? speak.plain(`personRole.${audience.role}`) : all
  const nextRole = ROLES[(ROLES.indexOf(audience.role ?? 'all') + 1) % ROLES.length] ?? 'all'
  const value = (words: string) => ({ value: clip(words, LONGEST_NAME) })
  const answers = audience.answers ? speak.plain(`answerChoice.${audience.answers.are}`) : all
  return {
    html: joinHtml(
      [
        speak.html('broadcast.writing', { title: titleText(speak, invitedTo, content.survey) }),
        speak.html('broadcast.to', { audience: audienceText(speak, facts) }),
        content.words !== undefined &&
          joinHtml([speak.html('broadcast.ownWords'), html`<blockquote>${content.words}</blockquote>`]),
        speak.html('broadcast.howToChange'),
      ],
      '\n\n',
    ),
    buttons: [
      [
        {
          text: speak.plain('broadcast.setRole', value(role)),
          press: { do: 'audience-role', broadcast: id, role: nextRole },
        },
      ],
      [
        {
          text: speak.plain('broadcast.setDistrict', value(audience.district ?? all)),
          press: { do: 'audience-districts', broadcast: id, page: 0 },
        },
      ],
      [
        {
          text: speak.plain('broadcast.setOffice', value(office?.name ?? all)),
          press: { do: 'audience-offices', broadcast: id, page: 0 },
        },
      ],
      [
        {
          text: speak.plain('broadcast.setAnswers', value(answers)),
          press: { do: 'audience-answers', broadcast: id },
        },
      ],
      [
        {
          text: speak.plain(content.words === undefined ? 'broadcast.addWords' : 'broadcast.changeWords'),
          press: { do: 'broadcast-words', broadcast: id },
        },
      ],
      [{ text: speak.plain('broadcast.toPreview'), press: { do: 'broadcast-preview', broadcast: id } }],
      [
        {
          text: speak.plain('broadcast.discard'),
          press: { do: 'broadcast-send', broadcast: id, step: 'discard', seen: fingerprint(facts.broadcast) },
        },
      ],
    ],
  }
}

/** The kecamatan to choose from, or those that were found for a typed name. */
export const districtsMessage = (
  speak: Speak,
  broadcast: number,
  districts: readonly District[],
  page: number,
): Message => ({
  html: speak.html('broadcast.chooseDistrict'),
  buttons: [
    [{ text: speak.plain('broadcast.allDistricts'), press: { do: 'audience-district', broadcast, unit: 0 } }],
    ...listPage(districts, page, {
      ...turning(speak),
      button: ({ name, unit }) => ({
        text: clip(name, LONGEST_NAME),
        press: { do: 'audience-district', broadcast, unit },
      }),
      turn: (to) => ({ do: 'audience-districts', broadcast, page: to }),
    }),
    back(speak, broadcast),
  ],
})

/** The offices to choose from, or those that were found for a typed name. */
export const officesMessage = (
  speak: Speak,
  broadcast: number,
  units: readonly Unit[],
  page: number,
): Message => ({
  html: speak.html('broadcast.chooseOffice'),
  buttons: [
    [{ text: speak.plain('broadcast.allOffices'), press: { do: 'audience-office', broadcast, unit: 0 } }],
    ...listPage(units, page, {
      ...turning(speak),
      button: ({ name, id }) => ({
        text: clip(name, LONGEST_NAME),
        press: { do: 'audience-office', broadcast, unit: id },
      }),
      turn: (to) => ({ do: 'audience-offices', broadcast, page: to }),
    }),
    back(speak, broadcast),
  ],
})

/** Whether people are chosen by what they have answered. */
export const answersMessage = (speak: Speak, broadcast: number): Message => ({
  html: speak.html('broadcast.chooseAnswers'),
  buttons: [
    [
      {
        text: speak.plain('broadcast.anyAnswers'),
        press: { do: 'audience-survey', broadcast, are: 'all', survey: 'all' },
      },
    ],
    ...ANSWER_STATES.map((are): Button[] => [
      {
        text: speak.plain(`answerChoice.${are}`),
        press: { do: 'audience-surveys', broadcast, are, page: 0 },
      },
    ]),
    back(speak, broadcast),
  ],
})

/** Which survey it is that people have answered or not. */
export const surveysMessage = (
  speak: Speak,
  broadcast: number,
  { surveys, are, page }: { surveys: readonly InvitedTo[]; are: AnswerState; page: number },
): Message => ({
  html: speak.html(surveys.length > 0 ? 'broadcast.chooseSurvey' : 'broadcast.noSurvey'),
  buttons: [
    ...listPage(surveys, page, {
      ...turning(speak),
      button: (each) => ({
        text: clip(titleOf(speak, each), LONGEST_NAME),
        press: { do: 'audience-survey', broadcast, are, survey: each.info.code },
      }),
      turn: (to) => ({ do: 'audience-surveys', broadcast, are, page: to }),
    }),
    back(speak, broadcast),
  ],
})

/** What a survey is called, or its code when it is not there any more. */
export const titleText = (speak: Speak, invitedTo: InvitedTo | undefined, code: string): string =>
  invitedTo ? titleOf(speak, invitedTo) : code

const turning = (speak: Speak) => ({ previous: speak.plain('unit.previous'), more: speak.plain('unit.more') })

const back = (speak: Speak, broadcast: number): Button[] => [
  { text: speak.plain('life.back'), press: { do: 'audience', broadcast } },
]
