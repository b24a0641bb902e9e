import { clip } from '../message/clip.ts'
import { type Html, html, joinHtml, plainText, visibleLength } from '../message/html.ts'
import { LONGEST_MESSAGE } from '../message/longestMessage.ts'
import { type Button, inColumns, type Message } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import { languageFor, wordsIn } from './definition/words.ts'
import type { Form } from './interview/form.ts'
import { interview } from './interview/interview.ts'
import type { Item } from './interview/nodes.ts'
import { placeOf } from './interview/place.ts'
import { headingOf, labelOf, plainWordsOf } from './labelOf.ts'
import { notesBefore } from './questionMessage.ts'
import { titleOf } from './titleOf.ts'
import { trialMark } from './trialMark.ts'
import type { Pass } from './turn.ts'
import { valueWords } from './valueWords.ts'

/** Answers shown at a time: with the longest labels and values, a message still holds them. */
export const ANSWERS_A_PAGE = 20
const LONGEST_LABEL = 80
const LONGEST_VALUE = 70

/** All answers before they are handed in, by group, each with a button to change it. */
export function reviewMessage(speak: Speak, pass: Pass, page = 0): Message {
  const { draft, unit, form } = pass
  const asked = reviewedItems(form)
  const pages = Math.max(1, Math.ceil(asked.length / ANSWERS_A_PAGE))
  const shown = Math.min(Math.max(page, 0), pages - 1)
  const first = shown * ANSWERS_A_PAGE
  const part = asked.slice(first, first + ANSWERS_A_PAGE)
  const change = part.map(
    (item, place): Button => ({
      text: String(first + place + 1),
      press: { do: 'change', draft: draft.id, question: placeOf(item) },
    }),
  )
  const turn: Button[] = []
  const toPage = (text: string, to: number): Button => ({
    text,
    press: { do: 'review', draft: draft.id, page: to },
  })
  if (shown > 0) turn.push(toPage(speak.plain('survey.fewerChoices'), shown - 1))
  if (shown + 1 < pages) turn.push(toPage(speak.plain('survey.moreChoices'), shown + 1))
  const { notes } = interview(form)
  const words = joinHtml(
    [
      joinHtml([
        trialMark(speak, pass),
        speak.html('review.title'),
        unit
          ? speak.html('review.unit', { unit: clip(unit.name, LONGEST_LABEL) })
          : html`${clip(titleOf(speak, form), LONGEST_LABEL)}`,
        pages > 1 && html`<i>${speak.plain('survey.page', { page: shown + 1, pages })}</i>`,
      ]),
      joinHtml(linesOf(speak, pass, part, first)),
      speak.html(pass.isTrial ? 'review.explainTrial' : 'review.explain'),
    ],
    '\n\n',
  )
  const closing = shown === 0 ? notesBefore(speak, pass, notes) : ('' as Html)
  const isTogether = visibleLength(closing) + visibleLength(words) + '\n\n'.length <= LONGEST_MESSAGE
  return {
    before: isTogether ? [] : [closing],
    html: joinHtml([isTogether && closing, words], '\n\n'),
    buttons: [
      ...inColumns(change),
      ...(turn.length > 0 ? [turn] : []),
      [{ text: speak.plain('review.submit'), press: { do: 'submit', draft: draft.id } }],
    ],
  }
}

/** What a review lists, in order. */
export const reviewedItems = (form: Form): Item[] =>
  form.steps.filter(({ isNote, isSilent }) => !isNote && !isSilent).map(({ item }) => item)

/** The answers, with the heading of their group before the first of each. */
function linesOf(speak: Speak, pass: Pass, part: readonly Item[], first: number): Html[] {
  let before: Html | undefined
  return part.flatMap((item, place) => {
    const heading = headingOf(speak, pass.form, item)
    const lines = heading !== undefined && heading !== before ? [heading] : []
    before = heading
    return [...lines, lineOf(speak, pass, item, first + place + 1)]
  })
}

function lineOf(speak: Speak, pass: Pass, item: Item, number: number): Html {
  const value = item.kind === 'question' ? pass.form.stored(item) : (pass.draft.values.get(item.path) ?? '')
  return speak.html('review.line', {
    number,
    label: clip(calledOf(speak, pass, item), LONGEST_LABEL),
    value: clip(valueWords(speak, pass.form, item, value), LONGEST_VALUE),
  })
}

/** What a question is called in a list. */
function calledOf(speak: Speak, { form }: Pass, item: Item): string {
  const { definition, label, name } = item.row
  if (item.kind === 'series') return plainWordsOf(speak, form, item.parent, label) || name
  const short = 'short_label' in definition ? definition.short_label : undefined
  const { languages, language } = form.survey
  const words = short && wordsIn(short, languageFor(languages, speak.reads, language), language)
  return words ?? plainText(labelOf(speak, form, item))
}
