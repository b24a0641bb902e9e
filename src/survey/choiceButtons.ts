import { type Button, inColumns } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import { hereOf } from './hereOf.ts'
import type { Leaf } from './interview/nodes.ts'
import { buttonWords } from './optionWords.ts'
import { pageButtons } from './pageButtons.ts'
import { shownChoices } from './shownChoices.ts'
import type { Pass } from './turn.ts'

/** A page of the choices of a list, each with its number; of several, with what is ticked so far. */
export function choiceButtons(speak: Speak, pass: Pass, leaf: Leaf, page: number): Button[][] {
  const { form } = pass
  const here = hereOf(pass, leaf)
  const isMultiple = leaf.row.definition.type === 'select_multiple'
  const ticked = new Set(isMultiple ? form.stored(leaf).split(' ') : [])
  const shown = shownChoices(form, leaf, page)
  const buttons = shown.choices.map(({ option, number }): Button => {
    const mark = ticked.has(option.name) ? '☑ ' : isMultiple ? '☐ ' : ''
    const text = `${mark}${number}. ${buttonWords(speak, pass, leaf, option)}`
    return { text, press: { do: 'answer', ...here, choice: option.index } }
  })
  return [...inColumns(buttons), ...pageButtons(speak, here, shown)]
}
