import { clip } from '../../message/clip.ts'
import { html, joinHtml } from '../../message/html.ts'
import type { Message } from '../../message/message.ts'
import { formatNumber } from '../../numbers.ts'
import { spreadsheetProblemMessage } from '../../spreadsheet/messages.ts'
import type { Speak } from '../../texts.ts'
import { changesNothing, deactivatesMany, type RosterPlan } from './rosterPlan.ts'
import { rosterPlanLines, rosterPlanSummary } from './rosterPlanText.ts'
import type { RosterProblem } from './rosterProblem.ts'
import { rosterProblemText } from './rosterProblemText.ts'
import type { ComparedRoster } from './service.ts'

/** Problems told in the message; a file has the rest. */
const MOST_TOLD = 10
const MOST_WARNED = 3
const LONGEST_PROBLEM = 250
const LONGEST_WARNING = 120

/** What is wrong with a file that is to be the roster. */
export function faultyRosterMessages(
  speak: Speak,
  compared: Exclude<ComparedRoster, { type: 'sound' }>,
): Message[] {
  if (compared.type === 'unreadable')
    return [
      {
        html: joinHtml([speak.html('roster.unreadable'), spreadsheetProblemMessage(speak, compared.problem)]),
      },
    ]
  const { problems } = compared
  const errors = problems.filter(({ severity }) => severity === 'error')
  const message: Message = {
    html: joinHtml(
      [
        speak.html('roster.faulty', { count: formatNumber(errors.length, speak.language) }),
        joinHtml([
          ...linesOf(speak, errors, MOST_TOLD, LONGEST_PROBLEM),
          errors.length > MOST_TOLD && html`…`,
        ]),
        speak.html('roster.mend'),
      ],
      '\n\n',
    ),
  }
  if (problems.length <= MOST_TOLD) return [message]
  return [
    message,
    listFile(
      speak,
      'roster.problems',
      problems.map((each) => rosterProblemText(speak, each)),
    ),
  ]
}

/**
 * What a file would make of the roster, under the file itself: whoever presses has before them what then counts,
 * whichever instance does it.
 */
export function comparedRosterMessages(
  speak: Speak,
  compared: Extract<ComparedRoster, { type: 'sound' }>,
  fileId: string,
): Message[] {
  const { plan, warnings, version, unitNames } = compared
  if (changesNothing(plan)) return [{ html: speak.html('roster.nothingNew') }]
  const details = [
    ...warnings.map((each) => rosterProblemText(speak, each)),
    ...rosterPlanLines(speak, plan, unitNames),
  ]
  return [
    listFile(speak, 'roster.details', details),
    {
      html: joinHtml(
        [
          speak.html('roster.compared'),
          joinHtml(rosterPlanSummary(speak, plan).map((line) => html`• ${line}`)),
          warnings.length > 0 &&
            joinHtml([
              speak.html('roster.warnings', { count: formatNumber(warnings.length, speak.language) }),
              ...linesOf(speak, warnings, MOST_WARNED, LONGEST_WARNING),
              warnings.length > MOST_WARNED && html`…`,
            ]),
          manyGone(speak, plan),
        ],
        '\n\n',
      ),
      file: { kind: 'document', fileId },
      buttons: [
        [{ text: speak.plain('roster.takeOver'), press: { do: 'roster-import', version, sure: 0 } }],
        [{ text: speak.plain('roster.leave'), press: { do: 'roster-not' } }],
      ],
    },
  ]
}

/** Asks once more where a large part of the employees would be let go. */
export const sureRosterMessage = (speak: Speak, plan: RosterPlan, version: number): Message => ({
  html: speak.html('roster.sure', countsOf(speak, plan)),
  file: 'kept',
  buttons: [
    [
      {
        text: speak.plain('roster.doDeactivate', countsOf(speak, plan)),
        press: { do: 'roster-import', version, sure: 1 },
      },
    ],
    [{ text: speak.plain('roster.leave'), press: { do: 'roster-not' } }],
  ],
})

export const importedRosterMessage = (speak: Speak, plan: RosterPlan): Message => ({
  html: joinHtml([
    speak.html('roster.imported'),
    ...rosterPlanSummary(speak, plan).map((line) => html`• ${line}`),
  ]),
  file: 'kept',
})

const manyGone = (speak: Speak, plan: RosterPlan) =>
  deactivatesMany(plan) && speak.html('roster.many', countsOf(speak, plan))

const countsOf = (speak: Speak, { deactivated, active }: RosterPlan) => ({
  gone: formatNumber(deactivated.length, speak.language),
  of: formatNumber(active, speak.language),
})

const linesOf = (speak: Speak, problems: readonly RosterProblem[], most: number, longest: number) =>
  problems.slice(0, most).map((problem) => html`• ${clip(rosterProblemText(speak, problem), longest)}`)

/** Everything line by line as a text file, to work through beside the spreadsheet. */
function listFile(
  speak: Speak,
  title: 'roster.problems' | 'roster.details',
  lines: readonly string[],
): Message {
  const content = Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`)
  return {
    html: speak.html(title),
    file: { kind: 'document', name: speak.plain('roster.fileName'), content },
  }
}
