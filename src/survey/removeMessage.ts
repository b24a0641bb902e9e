import { clip } from '../message/clip.ts'
import type { Button, Message } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import type { Item, Series } from './interview/nodes.ts'
import { placeOf } from './interview/place.ts'
import { instanceWords } from './labelOf.ts'
import type { Pass } from './turn.ts'

const LONGEST_NAME = 200

/** Asks whether the last instance of a repeat shall really go, with everything that was answered in it. */
export function removeMessage(speak: Speak, pass: Pass, series: Series, ask: Item): Message {
  const number = series.instances().length
  const what = clip(instanceWords(speak, pass.form, series, number), LONGEST_NAME)
  const draft = pass.draft.id
  return {
    html: speak.html('survey.reallyRemove', { what }),
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

/** Takes the last instance of a repeat away, after a question when something was said in it. */
export function removeButton(pass: Pass, series: Series, text: string, isEmpty: boolean): Button {
  const here = { draft: pass.draft.id, question: placeOf(series) }
  return isEmpty
    ? { text, press: { do: 'remove', ...here, count: series.instances().length } }
    : { text, press: { do: 'ask-remove', ...here } }
}
