import { clip } from '../message/clip.ts'
import { joinHtml } from '../message/html.ts'
import type { Message } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import type { Item, Series } from './interview/nodes.ts'
import { placeOf } from './interview/place.ts'
import { instanceWords } from './labelOf.ts'
import { trialMark } from './trialMark.ts'
import type { Pass } from './turn.ts'

const LONGEST_NAME = 200

/** Asks whether the last instance of a repeat shall really go, with everything that was answered in it. */
export function removeMessage(speak: Speak, pass: Pass, series: Series, ask: Item): Message {
  const number = series.instances().length
  const what = clip(instanceWords(speak, pass.form, series, number), LONGEST_NAME)
  const draft = pass.draft.id
  return {
    html: joinHtml([trialMark(speak, pass), speak.html('survey.reallyRemove', { what })]),
    buttons: [
      [
        {
          text: speak.plain('survey.doRemove'),
          press: { do: 'remove', draft, question: placeOf(series), count: number },
        },
        {
          text: speak.plain('survey.doKeep'),
          press: { do: 'choices', draft, question: placeOf(ask), page: 0 },
        },
      ],
    ],
  }
}
