import { clip } from '../message/clip.ts'
import { type Html, html, joinHtml, raw, visibleLength } from '../message/html.ts'
import { LONGEST_MESSAGE } from '../message/longestMessage.ts'
import type { Message } from '../message/message.ts'
import { splitBefore } from '../message/splitBefore.ts'
import type { Speak } from '../texts.ts'
import { answerButtons, type Shown } from './answerButtons.ts'
import { answerSoFar } from './answerSoFar.ts'
import { howToAnswer } from './howToAnswer.ts'
import type { Interview } from './interview/interview.ts'
import type { Item, Leaf } from './interview/nodes.ts'
import { headingOf, labelOf, wordsOf } from './labelOf.ts'
import type { Pass } from './turn.ts'
import { valueWords } from './valueWords.ts'

export type Asking = Extract<Interview, { ask: Item }>

/** Characters kept free for how to answer and for the answer so far, which changes while the rest stays. */
const ROOM_FOR_ANSWER = 2_000

/**
 * The message that asks a question: notes that come before it, progress, the words, how to answer, and buttons for
 * the choices and the way back. Of long words all but the last piece stand in messages before it.
 * @param shown of a list or a calendar with more than one page
 */
export function questionMessage(speak: Speak, pass: Pass, asking: Asking, shown: Shown = {}): Message {
  const { ask: item, notes, number, of } = asking
  const { form } = pass
  const label = labelOf(speak, form, item)
  const said = joinHtml(
    [
      pass.isTrial && html`<i>${speak.plain('survey.trial')}</i>`,
      notesBefore(speak, pass, notes),
      joinHtml([
        html`<i>${speak.plain('survey.progress', { number, of })}</i>`,
        headingOf(speak, form, item),
        // What the author made bold shall be seen to be.
        label.includes('<b>') ? label : html`<b>${raw(label)}</b>`,
      ]),
      hintOf(speak, pass, item),
    ],
    '\n\n',
  )
  const { before, html: last } = splitBefore(said, ROOM_FOR_ANSWER)
  const answering = joinHtml([
    howToAnswer(speak, form, item),
    isOptional(pass, item) && speak.html('survey.optional'),
    answerSoFar(speak, form, item),
  ])
  return {
    before,
    html: joinHtml([last, answering], '\n\n'),
    buttons: answerButtons(speak, pass, asking, shown),
  }
}

/** What an asked question becomes once it is answered: the words (of long ones the end) and the answer, no buttons. */
export function answeredMessage(speak: Speak, pass: Pass, item: Item, value: string): Message {
  const label = splitBefore(labelOf(speak, pass.form, item), ROOM_FOR_ANSWER).html
  const room = LONGEST_MESSAGE - visibleLength(label) - 10
  const words = clip(valueWords(speak, pass.form, item, value), room)
  return { html: joinHtml([label, html`<b>${raw(speak.html('survey.chosen', { value: words }))}</b>`]) }
}

/** The notes that come before a question or the review. */
export function notesBefore(speak: Speak, pass: Pass, notes: readonly Leaf[]): Html {
  return joinHtml(
    notes.map((note) => labelOf(speak, pass.form, note)),
    '\n\n',
  )
}

function hintOf(speak: Speak, { form }: Pass, item: Item): Html | undefined {
  const hint = item.kind === 'question' ? wordsOf(speak, form, item, item.row.hint) : undefined
  return hint ? html`<i>${raw(hint)}</i>` : undefined
}

function isOptional({ form }: Pass, item: Item): boolean {
  return item.kind === 'question' && !form.isRequired(item)
}
