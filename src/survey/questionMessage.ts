import { clip } from '../message/clip.ts'
import { type Html, html, joinHtml, plainText, raw, visibleLength } from '../message/html.ts'
import { LONGEST_MESSAGE } from '../message/longestMessage.ts'
import { type Button, inColumns, type Message } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import type { Interview } from './interview.ts'
import type { Question } from './survey.ts'
import type { Pass } from './turn.ts'
import { valueWords } from './valueWords.ts'
import { wordsIn } from './words.ts'

/** Buttons of a long list shown at a time; Telegram shows at most a hundred. */
export const CHOICES_A_PAGE = 24

/** Words of a survey may be of any length; a question shall be asked all the same. */
const LONGEST = { label: 2000, hint: 500, value: 600, button: 100 }

type Asking = Extract<Interview, { ask: Question }>

/**
 * The message that asks a question: progress, notes that come before it, the words, how to answer,
 * and buttons for the choices and the way back.
 * @param page of a choice list longer than fits one message, from 0
 */
export function questionMessage(speak: Speak, pass: Pass, asking: Asking, page = 0): Message {
  const { ask: question, notes, number, of } = asking
  const current = pass.draft.values.get(question.path)
  const words = joinHtml(
    [
      html`<i>${speak.plain('survey.progress', { number, of })}</i>\n<b>${raw(labelOf(speak, pass, question))}</b>`,
      joinHtml([
        hintOf(speak, pass, question),
        howToAnswer(speak, question),
        !isAlwaysAsked(question) && speak.html('survey.optional'),
        // Ticks on the buttons already show what is chosen of several.
        current !== undefined &&
          question.definition.type !== 'select_multiple' &&
          speak.html('survey.current', {
            value: clip(valueWords(speak, pass.survey, question, current), LONGEST.value),
          }),
      ]),
    ],
    '\n\n',
  )
  return {
    html: joinHtml([notesBefore(speak, pass, notes, words), words], '\n\n'),
    buttons: [...choiceButtons(speak, pass, question, page), ...wayButtons(speak, pass, asking)],
  }
}

/** What an asked question becomes once it is answered: the words and the choice, no buttons. */
export function answeredMessage(speak: Speak, pass: Pass, question: Question, value: string): Message {
  const label = labelOf(speak, pass, question)
  const words = clip(valueWords(speak, pass.survey, question, value), LONGEST_MESSAGE - LONGEST.label - 10)
  return { html: joinHtml([label, html`<b>${raw(speak.html('survey.chosen', { value: words }))}</b>`]) }
}

/** Notes in what room the words after them leave in a message. */
export function notesBefore(speak: Speak, pass: Pass, notes: readonly Question[], words: Html): Html {
  const room = LONGEST_MESSAGE - visibleLength(words) - '\n\n'.length
  const text = notes.map((note) => plainText(labelOf(speak, pass, note))).join('\n\n')
  return html`${clip(text, Math.max(room, 1))}`
}

/** The words of a question in the reader's language. */
export function labelOf(speak: Speak, { survey }: Pass, { definition }: Question): Html {
  const words =
    'label' in definition ? wordsIn(definition.label, speak.language, survey.language) : definition.name
  return html`${clip(words, LONGEST.label)}`
}

function hintOf(speak: Speak, { survey }: Pass, { definition }: Question): Html | undefined {
  if (!('hint' in definition) || !definition.hint) return undefined
  return html`<i>${clip(wordsIn(definition.hint, speak.language, survey.language), LONGEST.hint)}</i>`
}

function howToAnswer(speak: Speak, { definition }: Question): Html | undefined {
  switch (definition.type) {
    case 'select_multiple':
      return speak.html('survey.several')
    case 'integer':
    case 'decimal':
      return speak.html('survey.typeNumber')
    case 'date':
      return speak.html('survey.typeDate')
    case 'text':
      return speak.html('survey.typeText')
    default:
      return undefined
  }
}

const isAlwaysAsked = (question: Question) => question.required !== false

function choiceButtons(speak: Speak, pass: Pass, question: Question, page: number): Button[][] {
  const { draft, survey } = pass
  const here = { draft: draft.id, question: question.index }
  const current = draft.values.get(question.path)
  if (question.definition.type === 'yes_no') {
    const words = [speak.plain('survey.yes'), speak.plain('survey.no')]
    return [words.map((text, choice) => ({ text, press: { do: 'answer', ...here, choice } }))]
  }
  const isMultiple = question.definition.type === 'select_multiple'
  const ticked = new Set(isMultiple ? current?.split(' ') : [])
  const offered = question.choices
    .map((choice, index) => ({ choice, index }))
    .filter(({ choice }) => !choice.retired)
  const pages = Math.ceil(offered.length / CHOICES_A_PAGE)
  const first = Math.min(Math.max(page, 0), Math.max(pages - 1, 0)) * CHOICES_A_PAGE
  const buttons = offered.slice(first, first + CHOICES_A_PAGE).map(({ choice, index }, place): Button => {
    const words = clip(wordsIn(choice.label, speak.language, survey.language), LONGEST.button)
    const mark = ticked.has(choice.name) ? '☑ ' : isMultiple ? '☐ ' : ''
    return { text: `${mark}${first + place + 1}. ${words}`, press: { do: 'answer', ...here, choice: index } }
  })
  const turn: Button[] = []
  if (first > 0)
    turn.push({ text: speak.plain('survey.fewerChoices'), press: { do: 'choices', ...here, page: page - 1 } })
  if (page + 1 < pages)
    turn.push({ text: speak.plain('survey.moreChoices'), press: { do: 'choices', ...here, page: page + 1 } })
  return [...inColumns(buttons), ...(turn.length > 0 ? [turn] : [])]
}

function wayButtons(speak: Speak, { draft }: Pass, { ask, number }: Asking): Button[][] {
  const here = { draft: draft.id, question: ask.index }
  const row: Button[] = []
  if (number > 1) row.push({ text: speak.plain('survey.back'), press: { do: 'back', ...here } })
  if (!isAlwaysAsked(ask)) row.push({ text: speak.plain('survey.skip'), press: { do: 'skip', ...here } })
  const finish: Button = { text: speak.plain('survey.finish'), press: { do: 'finish', ...here } }
  const rows = ask.definition.type === 'select_multiple' ? [[finish], row] : [row]
  return rows.filter((each) => each.length > 0)
}
