import { html, joinHtml } from '../message/html.ts'
import type { Message } from '../message/message.ts'
import { formatNumber } from '../numbers.ts'
import type { InvitedTo } from '../survey/audience/service.ts'
import { titleOf } from '../survey/titleOf.ts'
import type { Speak } from '../texts.ts'
import type { Broadcast } from './broadcast.ts'

/** Questions that people answer in a minute, about. */
const QUESTIONS_A_MINUTE = 5

/** The invitation as it is read: what it is about, how long it takes, and the ways in and out. */
export function invitationMessage(speak: Speak, { id, content }: Broadcast, invitedTo: InvitedTo): Message {
  const { info, unit, questions } = invitedTo
  const minutes = Math.max(1, Math.ceil(questions / QUESTIONS_A_MINUTE))
  const number = (value: number) => formatNumber(value, speak.language)
  return {
    html: joinHtml(
      [
        speak.html('invited.greeting'),
        joinHtml([html`<b>${titleOf(speak, invitedTo)}</b>`, unit && html`${unit.name}`]),
        content.words !== undefined && html`<blockquote>${content.words}</blockquote>`,
        joinHtml([
          speak.html('invited.length', { questions: number(questions), minutes: number(minutes) }),
          speak.html(info.isNamed ? 'invited.named' : 'invited.anonymous'),
        ]),
        speak.html('invited.howToStop'),
      ],
      '\n\n',
    ),
    buttons: [
      [{ text: speak.plain('invited.take'), press: { do: 'invited', broadcast: id, unit: unit?.id ?? 0 } }],
      [{ text: speak.plain('invited.decline'), press: { do: 'not-interested' } }],
    ],
  }
}
