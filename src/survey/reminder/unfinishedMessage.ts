import { joinHtml } from '../../message/html.ts'
import type { Message } from '../../message/message.ts'
import type { Speak } from '../../texts.ts'
import { interview } from '../interview/interview.ts'
import { titleOf } from '../titleOf.ts'
import type { Pass } from '../turn.ts'

/** Says which survey rests and where the person left off; how to go on, and how not to be reminded. */
export function unfinishedMessage(speak: Speak, { form, unit, draft: { id: draft } }: Pass): Message {
  const standing = interview(form)
  const survey = titleOf(speak, form)
  const name = unit
    ? speak.html('reminder.surveyOfUnit', { survey, unit: unit.name })
    : speak.html('reminder.survey', { survey })
  return {
    html: joinHtml(
      [
        joinHtml([name, whereLeftOff(speak, standing)], ' '),
        speak.html('reminder.kept'),
        speak.html('reminder.stop'),
      ],
      '\n\n',
    ),
    buttons: [
      [{ text: speak.plain('draft.continue'), press: { do: 'continue', draft } }],
      [{ text: speak.plain('reminder.refuse'), press: { do: 'no-reminders', draft } }],
    ],
  }
}

function whereLeftOff(speak: Speak, standing: ReturnType<typeof interview>) {
  if (!('ask' in standing)) return speak.html('reminder.allAnswered')
  const { number, of } = standing
  return number === 1
    ? speak.html('reminder.noneAnswered', { of })
    : speak.html('reminder.someAnswered', { answered: number - 1, of })
}
