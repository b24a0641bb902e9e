import { clip } from '../../message/clip.ts'
import { html, joinHtml } from '../../message/html.ts'
import type { Button, Message } from '../../message/message.ts'
import type { Speak } from '../../texts.ts'
import { LEAST_SHOWN } from './hideSmallCells.ts'
import type { ResultQuestion } from './resultForm.ts'
import { questionWords } from './resultWords.ts'
import { TEXTS_A_PAGE, type TextPage } from './textPage.ts'
import { selectedBy, type View, whereAndWhen } from './view.ts'

/** Characters of one text; twenty of them fit a message. */
const LONGEST = { question: 250, text: 170 }

/** A page of what people wrote, or why it is not shown. */
export function textsMessage(speak: Speak, view: View, question: ResultQuestion, texts: TextPage): Message {
  const here = { ...selectedBy(view), question: question.id }
  const head = joinHtml([
    html`<b>${clip(questionWords(speak, view.form, question), LONGEST.question)}</b>`,
    html`<i>${whereAndWhen(speak, view)}</i>`,
  ])
  const back: Button[] = [
    { text: speak.plain('figures.toQuestion'), press: { do: 'result-question', ...here } },
  ]
  if (texts.hidden)
    return {
      html: joinHtml([head, speak.html('figures.textsHidden', { least: LEAST_SHOWN })], '\n\n'),
      buttons: [back],
    }
  const turn: Button[] = []
  const to = (page: number) => ({ do: 'result-texts' as const, ...here, page })
  if (texts.page > 0) turn.push({ text: speak.plain('unit.previous'), press: to(texts.page - 1) })
  if (!texts.isLast) turn.push({ text: speak.plain('unit.more'), press: to(texts.page + 1) })
  const lines = texts.texts.map((text, index) =>
    speak.html('figures.text', {
      number: texts.page * TEXTS_A_PAGE + index + 1,
      text: clip(text.replace(/\s+/g, ' ').trim(), LONGEST.text),
    }),
  )
  return {
    html: joinHtml([head, lines.length > 0 ? joinHtml(lines) : speak.html('figures.noAnswers')], '\n\n'),
    buttons: [...(turn.length > 0 ? [turn] : []), back],
  }
}
