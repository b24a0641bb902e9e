import { joinHtml } from '../../message/html.ts'
import type { Message } from '../../message/message.ts'
import type { Speak } from '../../texts.ts'
import type { Form } from '../interview/form.ts'
import { interview, isSettled } from '../interview/interview.ts'
import { titleOf } from '../titleOf.ts'
import type { Pass } from '../turn.ts'

/** Says which survey rests and where the person left off; how to go on, and how not to be reminded. */
export function unfinishedMessage(speak: Speak, { form, unit, draft: { id: draft } }: Pass): Message {
  const survey = titleOf(speak, form)
  const name = unit
    ? speak.html('reminder.surveyOfUnit', { survey, unit: unit.name })
    : speak.html('reminder.survey', { survey })
  return {
    html: joinHtml(
      [
        joinHtml([name, whereLeftOff(speak, form)], ' '),
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

/** Counted, and not taken from the question that is asked: whoever went back to an early one has answered more. */
function whereLeftOff(speak: Speak, form: Form) {
  if (!('ask' in interview(form))) return speak.html('reminder.allAnswered')
  const asked = form.steps.filter(({ isNote, isSilent }) => !isNote && !isSilent)
  const answered = asked.filter(({ item }) => isSettled(form, item)).length
  const of = asked.length
  return answered === 0
    ? speak.html('reminder.noneAnswered', { of })
    : speak.html('reminder.someAnswered', { answered, of })
}
