import { clip } from '../message/clip.ts'
import type { Speak } from '../texts.ts'
import type { Option } from './definition/survey.ts'
import type { Leaf } from './interview/nodes.ts'
import { LONGEST, plainWordsOf } from './labelOf.ts'
import type { Pass } from './turn.ts'

/** The words of a choice; its code when it has none. */
export const optionWords = (speak: Speak, { form }: Pass, leaf: Leaf, option: Option): string =>
  plainWordsOf(speak, form, leaf, option.text) || option.name

/** The words of a choice as a button can show them, on one line. */
export const buttonWords = (speak: Speak, pass: Pass, leaf: Leaf, option: Option): string =>
  clip(optionWords(speak, pass, leaf, option).replace(/\s+/g, ' '), LONGEST.button)
