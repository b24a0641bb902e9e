import { html, joinHtml, raw } from '../message/html.ts'
import type { Button, Message, Reply } from '../message/message.ts'
import type { Language, Speak } from '../texts.ts'
import type { Unit } from '../unit/unit.ts'
import type { Interview } from './interview.ts'
import type { Opening, Pass } from './turn.ts'

/** Somebody who comes to a unit, and the language to offer them beside the one they are greeted in. */
interface Visitor {
  name: string
  offer: Language | undefined
}

/** What somebody hears who comes to a unit: greeting and consent, the draft left unfinished, or thanks. */
export function openingReply(speak: Speak, visitor: Visitor, opening: Opening): Reply {
  switch (opening.type) {
    case 'greeting':
      return { say: [greeting(speak, visitor, opening.unit, opening.questions)] }
    case 'unfinished':
      return { say: [unfinished(speak, opening.pass, opening.interview)] }
    case 'already': {
      const { unit, period } = opening
      const text = speak.html('thanks.already', { unit: unit.name, period: periodWords(speak, period) })
      return { say: [{ html: text, buttons: [[otherUnit(speak)]] }] }
    }
    case 'no-survey':
      return { say: [{ html: speak.html('thanks.noSurvey') }] }
  }
}

/** A period in words: `2026-S2` is "semester 2 tahun 2026". */
export function periodWords(speak: Speak, period: string): string {
  const [year = '', part] = period.split('-')
  if (!part) return speak.plain('period.year', { year })
  return speak.plain(part.startsWith('S') ? 'period.semester' : 'period.quarter', {
    year,
    part: part.slice(1),
  })
}

/** The way to rate something else. */
export const otherUnit = (speak: Speak): Button => ({
  text: speak.plain('unit.other'),
  press: { do: 'find-unit', page: 0 },
})

function greeting(speak: Speak, { name, offer }: Visitor, unit: Unit, questions: number): Message {
  return {
    html: joinHtml(
      [
        speak.html('greeting.welcome', { unit: unit.name, name, questions }),
        speak.html('greeting.consent'),
        html`<b>${raw(speak.html('greeting.ask'))}</b>`,
      ],
      '\n\n',
    ),
    buttons: [
      [
        { text: speak.plain('greeting.agree'), press: { do: 'agree', unit: unit.id } },
        { text: speak.plain('greeting.decline'), press: { do: 'decline', unit: unit.id } },
      ],
      ...(offer ? [[otherLanguage(speak, unit, offer)]] : []),
    ],
  }
}

function unfinished(speak: Speak, { draft, unit }: Pass, interview: Interview): Message {
  return {
    html:
      'ask' in interview
        ? speak.html('draft.unfinished', { unit: unit.name, number: interview.number, of: interview.of })
        : speak.html('draft.unfinishedReview', { unit: unit.name }),
    buttons: [
      [{ text: speak.plain('draft.continue'), press: { do: 'continue', draft: draft.id } }],
      [{ text: speak.plain('draft.restart'), press: { do: 'restart', draft: draft.id } }],
      [otherUnit(speak)],
    ],
  }
}

const otherLanguage = (speak: Speak, unit: Unit, language: Language): Button => ({
  text: speak.plain(`language.${language}`),
  press: { do: 'greet', unit: unit.id, language },
})
