import { joinHtml } from '../message/html.ts'
import type { Message } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import { titleOf } from './titleOf.ts'
import { trialMark } from './trialMark.ts'
import type { Pass } from './turn.ts'

/** What somebody hears who stops in the middle: the answers are still there, to go on with or to be deleted. */
export function stoppedMessage(speak: Speak, pass: Pass): Message {
  const { unit, form } = pass
  const draft = pass.draft.id
  return {
    html: joinHtml([
      trialMark(speak, pass),
      speak.html('draft.cancelled', { unit: unit?.name ?? titleOf(speak, form) }),
    ]),
    buttons: [
      [{ text: speak.plain('draft.continue'), press: { do: 'continue', draft } }],
      [{ text: speak.plain('draft.discard'), press: { do: 'discard', draft } }],
    ],
  }
}
