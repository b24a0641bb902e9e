import { clip } from '../message/clip.ts'
import type { Button } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import { hereOf } from './hereOf.ts'
import { newestInstance } from './interview/newestInstance.ts'
import type { Item, Series } from './interview/nodes.ts'
import { isNewestEmpty } from './interview/removeNewest.ts'
import { LONGEST, plainWordsOf } from './labelOf.ts'
import type { Pass } from './turn.ts'

/** Whether there is one more of what a repeat asks about, or the last one was one too many. */
export function moreButtons(speak: Speak, pass: Pass, series: Series): Button[][] {
  const here = hereOf(pass, series)
  const count = series.instances().length
  const rows: Button[][] = [
    [
      { text: speak.plain('survey.oneMore'), press: { do: 'more', ...here, more: 1 } },
      { text: speak.plain('survey.noMore'), press: { do: 'more', ...here, more: 0 } },
    ],
  ]
  const words = speak.plain('survey.removeLast', { number: count })
  if (count > 0) rows.push([removeButton(pass, series, words)])
  return rows
}

/** At the beginning of an instance: it was one too many, or there is none at all. */
export function noneButtons(speak: Speak, pass: Pass, item: Item): Button[][] {
  const newest = newestInstance(pass.form, item)
  if (!newest?.isAtFirst) return []
  const { series, instance } = newest
  const what = plainWordsOf(speak, pass.form, instance, series.row.label) || series.row.name
  const words =
    instance.place === 1
      ? speak.plain('survey.none', { what: clip(what, LONGEST.button / 2) })
      : speak.plain('survey.notOneMore')
  return [[removeButton(pass, series, words)]]
}

/** Takes the last instance away, after a question when something was said in it. */
function removeButton(pass: Pass, series: Series, text: string): Button {
  const here = hereOf(pass, series)
  return isNewestEmpty(pass.form, series)
    ? { text, press: { do: 'remove', ...here, count: series.instances().length } }
    : { text, press: { do: 'ask-remove', ...here } }
}
