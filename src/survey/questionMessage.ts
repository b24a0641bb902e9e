import { clip } from '../message/clip.ts'
import { type Html, html, joinHtml, raw, visibleLength } from '../message/html.ts'
import { LONGEST_MESSAGE } from '../message/longestMessage.ts'
import type { Message } from '../message/message.ts'
import { splitBefore } from '../message/splitBefore.ts'
import type { Speak } from '../texts.ts'
import { answerButtons, type Shown } from './answerButtons.ts'
import { answerSoFar } from './answerSoFar.ts'
import { choiceLines } from './choiceLines.ts'
import { howToAnswer } from './howToAnswer.ts'
import { askingOf } from './interview/askingOf.ts'
import type { Interview } from './interview/interview.ts'
import type { Item, Leaf } from './interview/nodes.ts'
import { headingOf, labelOf, wordsOf } from './labelOf.ts'
import { trialMark } from './trialMark.ts'
import type { Pass } from './turn.ts'
import { valueWords } from './valueWords.ts'

export type Asking = Extract<Interview, { ask: Item }>

/** Characters kept free for how to answer and for the answer so far, which changes while the rest stays. */
const ROOM_FOR_ANSWER = 2_600

/**
 * The message that asks a question: notes that come before it, progress, the words, how to answer, and buttons for
 * the choices and the way back. Of long words all but the last piece stand in messages before it.
 * @param shown of a list or a calendar with more than one page
 */
export function questionMessage(speak: Speak, pass: Pass, asking: Asking, shown: Shown = {}): Message {
  const { ask: item } = asking
  const { form } = pass
  const { before, last } = piecesOf(speak, pass, asking)
  const answering = joinHtml([
    howToAnswer(speak, form, item),
    isOptional(pass, item) && speak.html('survey.optional'),
    answerSoFar(speak, form, item),
  ])
  return {
    before,
    html: joinHtml([last, choiceLines(speak, pass, item, shown.page ?? 0), answering], '\n\n'),
    buttons: answerButtons(speak, pass, asking, shown),
  }
}

/** What is said with a question, cut where it is too long for one message. */
function piecesOf(speak: Speak, pass: Pass, asking: Asking): { before: Html[]; last: Html } {
  const { before, html: last } = splitBefore(saidOf(speak, pass, asking), ROOM_FOR_ANSWER)
  return { before, last: before.length > 0 ? joinHtml([trialMark(speak, pass), last]) : last }
}

/** All that an author says with a question, and how far the person has come. */
function saidOf(speak: Speak, pass: Pass, { ask: item, notes, number, of }: Asking): Html {
  const { form } = pass
  const label = labelOf(speak, form, item)
  return joinHtml(
    [
      trialMark(speak, pass),
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
}

/**
 * What an asked question becomes once it is answered: its notes, its words and the answer, no buttons. Of a long one
 * only the last piece stood in this message: that stays as it was.
 */
export function answeredMessage(speak: Speak, pass: Pass, item: Item, value: string): Message {
  const words = wordsAfter(speak, pass, item)
  const room = LONGEST_MESSAGE - visibleLength(words) - 10
  const answer = clip(valueWords(speak, pass.form, item, value), room)
  return { html: joinHtml([words, html`<b>${raw(speak.html('survey.chosen', { value: answer }))}</b>`]) }
}

/** What a question becomes when another message asks it: its words, no buttons. */
export const passedMessage = (speak: Speak, pass: Pass, item: Item): Message => ({
  html: wordsAfter(speak, pass, item),
})

function wordsAfter(speak: Speak, pass: Pass, item: Item): Html {
  const asking = askingOf(pass.form, item)
  const { before, last } = piecesOf(speak, pass, asking)
  if (before.length > 0) return last
  const words = joinHtml([notesBefore(speak, pass, asking.notes), labelOf(speak, pass.form, item)], '\n\n')
  return joinHtml([trialMark(speak, pass), words])
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
