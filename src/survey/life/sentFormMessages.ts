import { clip } from '../../message/clip.ts'
import { type Html, html, joinHtml, visibleLength } from '../../message/html.ts'
import { LONGEST_MESSAGE } from '../../message/longestMessage.ts'
import type { Message } from '../../message/message.ts'
import { formatNumber } from '../../numbers.ts'
import { spreadsheetProblemMessage } from '../../spreadsheet/messages.ts'
import type { Speak } from '../../texts.ts'
import type { FormProblem } from '../xlsform/formProblem.ts'
import { formProblemText } from '../xlsform/formProblemText.ts'
import type { Uploaded } from './service.ts'

/** Problems told in the message; a file has the rest. */
const MOST_TOLD = 12
const LONGEST_PROBLEM = 280

/** What the check of a spreadsheet found: errors and warnings apart, all of them in a file when they are many. */
export function sentFormMessages(speak: Speak, uploaded: Uploaded): Message[] {
  if (uploaded.type === 'unreadable') {
    const why = spreadsheetProblemMessage(speak, uploaded.problem)
    return [{ html: joinHtml([speak.html('life.unreadable', { why: '' }), why], '') }]
  }
  const { problems } = uploaded
  const errors = problems.filter(({ severity }) => severity === 'error')
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  const count = (list: readonly unknown[]) => formatNumber(list.length, speak.language)
  const head = speak.html(uploaded.type === 'faulty' ? 'life.faulty' : 'life.sound', {
    errors: count(errors),
    warnings: count(warnings),
  })
  const message: Message = {
    html: joinHtml(
      [
        head,
        uploaded.type === 'unchanged' &&
          speak.html('life.unchanged', { number: uploaded.card.newest?.number ?? '' }),
        listOf(speak, 'life.errors', errors, MOST_TOLD),
        listOf(speak, 'life.warnings', warnings, Math.max(3, MOST_TOLD - errors.length)),
      ],
      '\n\n',
    ),
  }
  const isWhole = problems.length <= MOST_TOLD && visibleLength(message.html) <= LONGEST_MESSAGE
  return isWhole ? [message] : [message, everything(speak, errors, warnings)]
}

function listOf(
  speak: Speak,
  title: 'life.errors' | 'life.warnings',
  problems: readonly FormProblem[],
  most: number,
): Html | undefined {
  if (problems.length === 0) return undefined
  const lines = problems
    .slice(0, most)
    .map((problem) => html`• ${clip(formProblemText(speak, problem), LONGEST_PROBLEM)}`)
  return joinHtml([html`<b>${speak.plain(title)}</b>`, ...lines, problems.length > most && html`…`])
}

/** Every problem as a text file, to work through beside the spreadsheet. */
function everything(speak: Speak, errors: readonly FormProblem[], warnings: readonly FormProblem[]): Message {
  const lines = [
    speak.plain('life.errors'),
    ...errors.map((problem) => `- ${formProblemText(speak, problem)}`),
    '',
    speak.plain('life.warnings'),
    ...warnings.map((problem) => `- ${formProblemText(speak, problem)}`),
  ]
  const content = Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)
  return {
    html: speak.html('life.allInFile'),
    file: { kind: 'document', name: speak.plain('life.fileName'), content },
  }
}
