import { clip } from '../message/clip.ts'
import { type Html, html, joinHtml, plainText, raw, visibleLength } from '../message/html.ts'
import { LONGEST_MESSAGE } from '../message/longestMessage.ts'
import type { Message } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import { answerButtons } from './answerButtons.ts'
import type { Interview } from './interview/interview.ts'
import type { Item, Leaf } from './interview/nodes.ts'
import { headingOf, LONGEST, labelOf, wordsOf } from './labelOf.ts'
import type { Pass } from './turn.ts'
import { valueWords } from './valueWords.ts'

export type Asking = Extract<Interview, { ask: Item }>

/**
 * The message that asks a question: progress, notes that come before it, the words, how to answer,
 * and buttons for the choices and the way back.
 * @param page of a choice list longer than fits one message, from 0
 */
export function questionMessage(speak: Speak, pass: Pass, asking: Asking, page = 0): Message {
  const { ask: item, notes, number, of } = asking
  const { form } = pass
  const words = joinHtml(
    [
      joinHtml([
        html`<i>${speak.plain('survey.progress', { number, of })}</i>`,
        headingOf(speak, form, item),
        html`<b>${raw(labelOf(speak, form, item))}</b>`,
      ]),
      joinHtml([
        hintOf(speak, pass, item),
        howToAnswer(speak, item),
        isOptional(pass, item) && speak.html('survey.optional'),
        currentWords(speak, pass, item),
      ]),
    ],
    '\n\n',
  )
  return {
    html: joinHtml([notesBefore(speak, pass, notes, words), words], '\n\n'),
    buttons: answerButtons(speak, pass, asking, page),
  }
}

/** What an asked question becomes once it is answered: the words and the choice, no buttons. */
export function answeredMessage(speak: Speak, pass: Pass, item: Item, value: string): Message {
  const label = labelOf(speak, pass.form, item)
  const words = clip(valueWords(speak, pass.form, item, value), LONGEST_MESSAGE - LONGEST.label - 10)
  return { html: joinHtml([label, html`<b>${raw(speak.html('survey.chosen', { value: words }))}</b>`]) }
}

/** Notes in what room the words after them leave in a message. */
export function notesBefore(speak: Speak, pass: Pass, notes: readonly Leaf[], words: Html): Html {
  const room = LONGEST_MESSAGE - visibleLength(words) - '\n\n'.length
  const text = notes.map((note) => plainText(labelOf(speak, pass.form, note))).join('\n\n')
  return html`${clip(text, Math.max(room, 1))}`
}

function hintOf(speak: Speak, { form }: Pass, item: Item): Html | undefined {
  const hint = item.kind === 'question' ? wordsOf(speak, form, item, item.row.hint) : undefined
  return hint === undefined ? undefined : html`<i>${clip(hint, LONGEST.hint)}</i>`
}

/** What is known of the answer so far. Ticks on the buttons already show what is chosen of several. */
function currentWords(speak: Speak, { form }: Pass, item: Item): Html | undefined {
  if (item.kind === 'series') return undefined
  const { type } = item.row.definition
  const value = form.stored(item)
  if (type === 'select_multiple' || type === 'rank' || value === '') return undefined
  return speak.html('survey.current', { value: clip(valueWords(speak, form, item, value), LONGEST.value) })
}

function isOptional({ form }: Pass, item: Item): boolean {
  return item.kind === 'question' && !form.isRequired(item)
}

const HOW = {
  select_multiple: 'survey.several',
  rank: 'survey.rank',
  integer: 'survey.typeNumber',
  decimal: 'survey.typeNumber',
  range: 'survey.typeNumber',
  date: 'survey.typeDate',
  time: 'survey.typeTime',
  dateTime: 'survey.typeDateTime',
  text: 'survey.typeText',
  barcode: 'survey.typeText',
  geopoint: 'survey.sendPlace',
  image: 'survey.sendImage',
  audio: 'survey.sendAudio',
  video: 'survey.sendVideo',
  file: 'survey.sendFile',
} as const

function howToAnswer(speak: Speak, item: Item): Html | undefined {
  if (item.kind === 'series') return undefined
  const key = HOW[item.row.definition.type as keyof typeof HOW]
  return key && speak.html(key)
}
