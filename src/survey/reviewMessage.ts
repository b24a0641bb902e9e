import { clip } from '../message/clip.ts'
import { html, joinHtml, plainText } from '../message/html.ts'
import { type Button, inColumns, type Message } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import { interview, relevantAnswers } from './interview.ts'
import { labelOf, notesBefore } from './questionMessage.ts'
import type { Question } from './survey.ts'
import type { Pass } from './turn.ts'
import { valueWords } from './valueWords.ts'
import { wordsIn } from './words.ts'

/** Answers shown at a time: with the longest labels and values, a message still holds them. */
const ANSWERS_A_PAGE = 20
const LONGEST_LABEL = 100
const LONGEST_VALUE = 70

/** All answers before they are handed in, each with a button to change it. */
export function reviewMessage(speak: Speak, pass: Pass, page = 0): Message {
  const { survey, draft, unit, context } = pass
  const asked = relevantAnswers(survey, draft, context).filter(({ question }) => !question.calculation)
  const pages = Math.max(1, Math.ceil(asked.length / ANSWERS_A_PAGE))
  const shown = Math.min(Math.max(page, 0), pages - 1)
  const first = shown * ANSWERS_A_PAGE
  const part = asked.slice(first, first + ANSWERS_A_PAGE)
  const lines = part.map(({ question, value }, place) =>
    speak.html('review.line', {
      number: first + place + 1,
      label: clip(calledOf(speak, pass, question), LONGEST_LABEL),
      value: clip(valueWords(speak, survey, question, value), LONGEST_VALUE),
    }),
  )
  const change = part.map(
    ({ question }, place): Button => ({
      text: String(first + place + 1),
      press: { do: 'change', draft: draft.id, question: question.index },
    }),
  )
  const turn: Button[] = []
  const toPage = (text: string, to: number): Button => ({
    text,
    press: { do: 'review', draft: draft.id, page: to },
  })
  if (shown > 0) turn.push(toPage(speak.plain('survey.fewerChoices'), shown - 1))
  if (shown + 1 < pages) turn.push(toPage(speak.plain('survey.moreChoices'), shown + 1))
  const { notes } = interview(survey, draft, context)
  const words = joinHtml(
    [
      joinHtml([
        speak.html('review.title'),
        speak.html('review.unit', { unit: clip(unit.name, LONGEST_LABEL) }),
        pages > 1 && html`<i>${speak.plain('survey.page', { page: shown + 1, pages })}</i>`,
      ]),
      joinHtml(lines),
      speak.html('review.explain'),
    ],
    '\n\n',
  )
  return {
    html: joinHtml([shown === 0 && notesBefore(speak, pass, notes, words), words], '\n\n'),
    buttons: [
      ...inColumns(change),
      ...(turn.length > 0 ? [turn] : []),
      [{ text: speak.plain('review.submit'), press: { do: 'submit', draft: draft.id } }],
    ],
  }
}

/** What a question is called in a list. */
function calledOf(speak: Speak, pass: Pass, question: Question): string {
  const { definition } = question
  const short = 'short_label' in definition && definition.short_label
  return short
    ? wordsIn(short, speak.language, pass.survey.language)
    : plainText(labelOf(speak, pass, question))
}
