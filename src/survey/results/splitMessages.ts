import { clip } from '../../message/clip.ts'
import { type Html, html, joinHtml, visibleLength } from '../../message/html.ts'
import type { Button, Message } from '../../message/message.ts'
import { formatNumber } from '../../numbers.ts'
import type { Speak } from '../../texts.ts'
import { type CrossGroup, type CrossTable, isSplitting } from './crossTable.ts'
import { LEAST_SHOWN } from './hideSmallCells.ts'
import { pageOf } from './pageTurn.ts'
import { share } from './questionLines.ts'
import type { ResultQuestion } from './resultForm.ts'
import { optionWords, questionWords, shortWords } from './resultWords.ts'
import { selectedBy, type View, whereAndWhen } from './view.ts'

const A_PAGE = 8
const LONGEST = { question: 250, option: 60, button: 40 }
/** Characters of the groups on one page; a message holds 4,096, and the rest is for the words around them. */
const ROOM = 2_800

/** The questions by which one can be split, to choose one. */
export function splitsMessage(speak: Speak, view: View, question: ResultQuestion, page: number): Message {
  const here = { ...selectedBy(view), question: question.id }
  const others = view.form.questions.filter((each) => each.id !== question.id && isSplitting(each))
  const { part, turn } = pageOf(speak, others, page, A_PAGE, (to) => ({
    do: 'result-splits',
    ...here,
    page: to,
  }))
  const rows = part.map((by): Button[] => [
    {
      text: clip(shortWords(speak, view.form, by), LONGEST.button),
      press: { do: 'result-split', ...here, by: by.id, page: 0 },
    },
  ])
  return {
    html: joinHtml(
      [
        html`<b>${clip(questionWords(speak, view.form, question), LONGEST.question)}</b>`,
        speak.html(others.length === 0 ? 'figures.noSplits' : 'figures.chooseSplit'),
      ],
      '\n\n',
    ),
    buttons: [...rows, ...turn, [toQuestion(speak, here)]],
  }
}

/** A question split by another: each group with its counts, as many groups as a message holds. */
export function splitMessage(speak: Speak, view: View, table: CrossTable, page: number): Message {
  const here = { ...selectedBy(view), question: table.question.id }
  const groups = table.groups.map((group) => groupLines(speak, view, group))
  const pages = inPages(groups)
  const { part, turn } = pageOf(speak, pages, page, 1, (to) => ({
    do: 'result-split',
    ...here,
    by: table.by.id,
    page: to,
  }))
  return {
    html: joinHtml(
      [
        joinHtml([
          html`<b>${clip(questionWords(speak, view.form, table.question), LONGEST.question)}</b>`,
          speak.html('figures.splitBy', {
            by: clip(shortWords(speak, view.form, table.by), LONGEST.question),
          }),
          html`<i>${whereAndWhen(speak, view)}</i>`,
        ]),
        speak.html('figures.answeredBoth', { n: formatNumber(table.n, speak.language) }),
        ...(part[0] ?? []),
        table.isHiding && speak.html('figures.hidingExplained', { least: LEAST_SHOWN }),
        table.question.type === 'select_multiple' && speak.html('figures.severalExplained'),
      ],
      '\n\n',
    ),
    buttons: [
      ...turn,
      [
        { text: speak.plain('figures.otherSplit'), press: { do: 'result-splits', ...here, page: 0 } },
        toQuestion(speak, here),
      ],
    ],
  }
}

function groupLines(speak: Speak, { form }: View, { option, n, cells }: CrossGroup): Html {
  const title = speak.html('figures.group', {
    label: clip(optionWords(speak, form, option), LONGEST.option),
    n: formatNumber(n, speak.language),
  })
  const lines = cells.map((cell) => {
    const label = clip(optionWords(speak, form, cell.option), LONGEST.option)
    return cell.count === undefined
      ? speak.html('figures.hiddenLine', { label })
      : speak.html('figures.line', { label, ...share(speak, cell.count, n) })
  })
  return joinHtml([title, ...lines])
}

function inPages(groups: readonly Html[]): Html[][] {
  const pages: Html[][] = []
  let room = 0
  for (const group of groups) {
    const length = visibleLength(group) + 2
    if (length > room) {
      pages.push([])
      room = ROOM
    }
    pages.at(-1)?.push(group)
    room -= length
  }
  return pages
}

const toQuestion = (
  speak: Speak,
  here: { survey: number; unit: number; period: string; question: string },
): Button => ({ text: speak.plain('figures.toQuestion'), press: { do: 'result-question', ...here } })
