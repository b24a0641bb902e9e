import { clip } from '../message/clip.ts'
import { type Button, inColumns } from '../message/message.ts'
import { formatNumber } from '../numbers.ts'
import type { Speak } from '../texts.ts'
import { CHOICES_A_PAGE } from './answer/choicesAPage.ts'
import type { PickerView } from './answer/pickerView.ts'
import { rankedSoFar } from './answer/rankedSoFar.ts'
import type { Option } from './definition/survey.ts'
import { isSettled } from './interview/interview.ts'
import { newestInstance } from './interview/newestInstance.ts'
import type { Item, Leaf } from './interview/nodes.ts'
import { placeOf } from './interview/place.ts'
import { isNewestEmpty } from './interview/removeNewest.ts'
import { LONGEST, plainWordsOf } from './labelOf.ts'
import { pickerButtons } from './pickerButtons.ts'
import type { Asking } from './questionMessage.ts'
import { removeButton } from './removeMessage.ts'
import type { Pass } from './turn.ts'

/** Steps of a range that are shown as buttons; more are typed. */
const MOST_STEPS = 32

/** What is shown of more than fits below a question: a page of its choices, or of its calendar. */
export interface Shown {
  page?: number
  view?: PickerView | undefined
}

/** What a question can be answered with, and the ways back and on. */
export function answerButtons(speak: Speak, pass: Pass, asking: Asking, shown: Shown): Button[][] {
  const { ask: item } = asking
  return [
    ...(item.kind === 'series' ? moreButtons(speak, pass, item) : ownButtons(speak, pass, item, shown)),
    ...wayButtons(speak, pass, asking),
  ]
}

const hereOf = ({ draft }: Pass, item: Item) => ({ draft: draft.id, question: placeOf(item) })

function ownButtons(speak: Speak, pass: Pass, leaf: Leaf, { page = 0, view }: Shown): Button[][] {
  const here = hereOf(pass, leaf)
  const { definition } = leaf.row
  switch (definition.type) {
    case 'select_one':
    case 'select_multiple':
      return choiceButtons(speak, pass, leaf, page)
    case 'rank':
      return rankButtons(speak, pass, leaf)
    case 'date':
    case 'time':
    case 'dateTime':
      return pickerButtons(speak, pass, leaf, view)
    case 'acknowledge':
      return [[{ text: speak.plain('survey.acknowledge'), press: { do: 'answer', ...here, choice: 0 } }]]
    case 'range': {
      const { start, end, step } = definition.parameters
      const steps = Math.floor(Math.abs(end - start) / step + 1e-9)
      if (steps >= MOST_STEPS) return []
      const way = start <= end ? step : -step
      return inColumns(
        Array.from({ length: steps + 1 }, (_, choice) => ({
          text: formatNumber(Number((start + choice * way).toPrecision(12)), speak.language),
          press: { do: 'answer', ...here, choice },
        })),
      )
    }
    default:
      return []
  }
}

function choiceButtons(speak: Speak, pass: Pass, leaf: Leaf, page: number): Button[][] {
  const { form } = pass
  const here = hereOf(pass, leaf)
  const isMultiple = leaf.row.definition.type === 'select_multiple'
  const ticked = new Set(isMultiple ? form.stored(leaf).split(' ') : [])
  const offered = form.offered(leaf)
  const pages = Math.ceil(offered.length / CHOICES_A_PAGE)
  const first = Math.min(Math.max(page, 0), Math.max(pages - 1, 0)) * CHOICES_A_PAGE
  const buttons = offered.slice(first, first + CHOICES_A_PAGE).map((option, place): Button => {
    const mark = ticked.has(option.name) ? '☑ ' : isMultiple ? '☐ ' : ''
    const text = `${mark}${first + place + 1}. ${optionWords(speak, pass, leaf, option)}`
    return { text, press: { do: 'answer', ...here, choice: option.index } }
  })
  const turn: Button[] = []
  if (first > 0)
    turn.push({ text: speak.plain('survey.fewerChoices'), press: { do: 'choices', ...here, page: page - 1 } })
  if (page + 1 < pages)
    turn.push({ text: speak.plain('survey.moreChoices'), press: { do: 'choices', ...here, page: page + 1 } })
  return [...inColumns(buttons), ...(turn.length > 0 ? [turn] : [])]
}

/** What is still without a place; what has one stands in front, with its number. */
function rankButtons(speak: Speak, pass: Pass, leaf: Leaf): Button[][] {
  const here = hereOf(pass, leaf)
  const offered = pass.form.offered(leaf)
  const ranked = rankedSoFar(pass.form, leaf)
  const buttons = offered
    .filter(({ name }) => !ranked.includes(name))
    .map(
      (option): Button => ({
        text: speak.plain('survey.rankNext', {
          number: ranked.length + 1,
          words: optionWords(speak, pass, leaf, option),
        }),
        press: { do: 'answer', ...here, choice: option.index },
      }),
    )
  const undo: Button = { text: speak.plain('survey.undo'), press: { do: 'undo', ...here } }
  return [...buttons.map((button) => [button]), ...(ranked.length > 0 ? [[undo]] : [])]
}

/** The words of a choice as a button can show them; its code when it has none. */
export function optionWords(speak: Speak, { form }: Pass, leaf: Leaf, option: Option): string {
  return clip(plainWordsOf(speak, form, leaf, option.text) || option.name, LONGEST.button)
}

function moreButtons(speak: Speak, pass: Pass, item: Item): Button[][] {
  if (item.kind !== 'series') return []
  const here = hereOf(pass, item)
  const count = item.instances().length
  const rows: Button[][] = [
    [
      { text: speak.plain('survey.oneMore'), press: { do: 'more', ...here, more: 1 } },
      { text: speak.plain('survey.noMore'), press: { do: 'more', ...here, more: 0 } },
    ],
  ]
  const words = speak.plain('survey.removeLast', { number: count })
  if (count > 0) rows.push([removeButton(pass, item, words, isNewestEmpty(pass.form, item))])
  return rows
}

/** At the beginning of an instance: it was one too many, or there is none at all. */
function noneButtons(speak: Speak, pass: Pass, item: Item): Button[][] {
  const newest = newestInstance(pass.form, item)
  if (!newest?.isAtFirst) return []
  const { series, instance } = newest
  const what = plainWordsOf(speak, pass.form, instance, series.row.label) || series.row.name
  const words =
    instance.place === 1
      ? speak.plain('survey.none', { what: clip(what, LONGEST.button / 2) })
      : speak.plain('survey.notOneMore')
  return [[removeButton(pass, series, words, isNewestEmpty(pass.form, series))]]
}

/** Whether what stands there can be the answer by one tap: it was filled in, or is only looked at again. */
function canStay({ form }: Pass, ask: Item): boolean {
  if (ask.kind !== 'question' || ask.row.definition.type === 'select_multiple') return false
  return form.stored(ask) !== '' && (!form.hasAnswer(ask) || isSettled(form, ask))
}

function wayButtons(speak: Speak, pass: Pass, { ask, number }: Asking): Button[][] {
  const here = hereOf(pass, ask)
  const row: Button[] = []
  if (number > 1) row.push({ text: speak.plain('survey.back'), press: { do: 'back', ...here } })
  if (ask.kind === 'question' && !pass.form.isRequired(ask))
    row.push({ text: speak.plain('survey.skip'), press: { do: 'skip', ...here } })
  const rows = [row]
  if (canStay(pass, ask)) rows.unshift([{ text: speak.plain('survey.keep'), press: { do: 'keep', ...here } }])
  if (ask.row.definition.type === 'select_multiple')
    rows.unshift([{ text: speak.plain('survey.finish'), press: { do: 'finish', ...here } }])
  return [...rows.filter((each) => each.length > 0), ...noneButtons(speak, pass, ask)]
}
