import { clip } from '../message/clip.ts'
import { type Html, html, joinHtml } from '../message/html.ts'
import type { Speak } from '../texts.ts'
import type { Item } from './interview/nodes.ts'
import { optionWords } from './optionWords.ts'
import { shownChoices } from './shownChoices.ts'
import type { Pass } from './turn.ts'

/** Letters of a button that a small phone shows. */
const WIDEST_BUTTON = 35
const LONGEST_LINE = 200

/** The choices on the page that is shown, in full, when some are too long for a button; nothing when none is. */
export function choiceLines(speak: Speak, pass: Pass, item: Item, page: number): Html | undefined {
  const { type } = item.row.definition
  if (item.kind === 'series' || (type !== 'select_one' && type !== 'select_multiple')) return undefined
  const lines = shownChoices(pass.form, item, page).choices.map(({ option, number }) => ({
    number,
    words: optionWords(speak, pass, item, option),
  }))
  if (lines.every(({ words }) => words.length <= WIDEST_BUTTON)) return undefined
  return joinHtml(lines.map(({ number, words }) => html`${number}. ${clip(words, LONGEST_LINE)}`))
}
