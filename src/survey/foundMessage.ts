import { joinHtml } from '../message/html.ts'
import type { Button, Message } from '../message/message.ts'
import { formatNumber } from '../numbers.ts'
import type { Speak } from '../texts.ts'
import type { Problem } from './answer/reading.ts'
import type { Leaf } from './interview/nodes.ts'
import { placeOf } from './interview/place.ts'
import { buttonWords } from './optionWords.ts'
import { problemText } from './problemText.ts'
import { trialMark } from './trialMark.ts'
import type { Pass } from './turn.ts'

type Found = Extract<Problem, { problem: 'several_choices' }>

/** The choices that hold what was typed, each as a button that chooses it. */
export function foundMessage(speak: Speak, pass: Pass, leaf: Leaf, problem: Found): Message {
  const { found, count } = problem
  const others = count - found.length
  return {
    html: joinHtml([
      trialMark(speak, pass),
      problemText(speak, pass.form, leaf, problem),
      others > 0 && speak.html('problem.more_choices', { count: formatNumber(others, speak.language) }),
    ]),
    buttons: found.map((option): Button[] => [
      {
        text: buttonWords(speak, pass, leaf, option),
        press: { do: 'answer', draft: pass.draft.id, question: placeOf(leaf), choice: option.index },
      },
    ]),
  }
}
