import type { Button } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import { rankedSoFar } from './answer/rankedSoFar.ts'
import { hereOf } from './hereOf.ts'
import type { Leaf } from './interview/nodes.ts'
import { buttonWords } from './optionWords.ts'
import { pageButtons } from './pageButtons.ts'
import { numbered, pageOfChoices } from './shownChoices.ts'
import type { Pass } from './turn.ts'

/** Things to be put in order that are shown at a time: all of them, unless there are very many. */
export const RANKED_A_PAGE = 20

/** What is still without a place, each with its number in the list; what has one stands above the buttons. */
export function rankButtons(speak: Speak, pass: Pass, leaf: Leaf, page: number): Button[][] {
  const here = hereOf(pass, leaf)
  const ranked = rankedSoFar(pass.form, leaf)
  const left = numbered(pass.form, leaf).filter(({ option }) => !ranked.includes(option.name))
  const shown = pageOfChoices(left, page, RANKED_A_PAGE)
  const rows = shown.choices.map(({ option, number }): Button[] => [
    {
      text: `${number}. ${buttonWords(speak, pass, leaf, option)}`,
      press: { do: 'answer', ...here, choice: option.index },
    },
  ])
  const undo: Button = { text: speak.plain('survey.undo'), press: { do: 'undo', ...here } }
  return [...rows, ...pageButtons(speak, here, shown), ...(ranked.length > 0 ? [[undo]] : [])]
}
