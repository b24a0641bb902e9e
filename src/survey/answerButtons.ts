import { type Button, inColumns } from '../message/message.ts'
import { formatNumber } from '../numbers.ts'
import type { Speak } from '../texts.ts'
import type { PickerView } from './answer/pickerView.ts'
import { stepAt, stepCount } from './answer/rangeSteps.ts'
import { choiceButtons } from './choiceButtons.ts'
import { hereOf } from './hereOf.ts'
import { isSettled } from './interview/interview.ts'
import type { Item, Leaf } from './interview/nodes.ts'
import { pickerButtons } from './pickerButtons.ts'
import type { Asking } from './questionMessage.ts'
import { rankButtons } from './rankButtons.ts'
import { moreButtons, noneButtons } from './repeatButtons.ts'
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

function ownButtons(speak: Speak, pass: Pass, leaf: Leaf, { page = 0, view }: Shown): Button[][] {
  const here = hereOf(pass, leaf)
  const { definition } = leaf.row
  switch (definition.type) {
    case 'select_one':
    case 'select_multiple':
      return choiceButtons(speak, pass, leaf, page)
    case 'rank':
      return rankButtons(speak, pass, leaf, page)
    case 'date':
    case 'time':
    case 'dateTime':
      return pickerButtons(speak, pass, leaf, view)
    case 'acknowledge':
      return [[{ text: speak.plain('survey.acknowledge'), press: { do: 'answer', ...here, choice: 0 } }]]
    case 'range': {
      const { parameters } = definition
      if (stepCount(parameters) > MOST_STEPS) return []
      return inColumns(
        Array.from({ length: stepCount(parameters) }, (_, choice) => ({
          text: formatNumber(stepAt(parameters, choice), speak.language),
          press: { do: 'answer', ...here, choice },
        })),
      )
    }
    default:
      return []
  }
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
