import { type Html, joinHtml } from '../message/html.ts'
import { formatNumber } from '../numbers.ts'
import type { Speak, TextKey } from '../texts.ts'
import { boundsOf } from './answer/boundsOf.ts'
import { CHOICES_A_PAGE } from './answer/choicesAPage.ts'
import { datePrecision } from './answer/datePrecision.ts'
import { stepAt, stepCount } from './answer/rangeSteps.ts'
import type { Form } from './interview/form.ts'
import type { Item, Leaf } from './interview/nodes.ts'

/** What a person does to answer a question; nothing where the buttons say enough. */
export function howToAnswer(speak: Speak, form: Form, item: Item): Html | undefined {
  if (item.kind === 'series') return undefined
  const { type } = item.row.definition
  const key = dateKey(form, item) ?? HOW[type as keyof typeof HOW]
  const isList = type === 'select_one' || type === 'select_multiple'
  const count = isList ? form.offered(item).length : 0
  return joinHtml([
    numberWords(speak, item) ?? (key && speak.html(key)),
    count > CHOICES_A_PAGE && speak.html('survey.search', { count: formatNumber(count, speak.language) }),
  ])
}

/** Between what a number must lie, where that is plainly said. */
function numberWords(speak: Speak, { row: { definition } }: Leaf): Html | undefined {
  const say = (number: number) => formatNumber(number, speak.language)
  if (definition.type === 'range') {
    const { start, end } = definition.parameters
    const [min, max] = [Math.min(start, end), Math.max(start, end)]
    const places = Array.from(
      { length: Math.min(EXAMPLES, stepCount(definition.parameters)) },
      (_, place) => place,
    )
    const examples = places.map((place) => say(stepAt(definition.parameters, place))).join('; ')
    return speak.html('survey.typeStep', { min: say(min), max: say(max), examples })
  }
  if (definition.type !== 'integer' && definition.type !== 'decimal') return undefined
  const { min, max } = definition.constraint ? boundsOf(definition.constraint, NO_DAY) : {}
  if (min === undefined || max === undefined || min > max) return undefined
  return speak.html('survey.typeNumberBetween', { min: say(min), max: say(max) })
}

/** Values of a range that show how far apart they are. */
const EXAMPLES = 3
/** Numbers have nothing to do with the day. */
const NO_DAY = { today: '1970-01-01', hasTime: false }

/** A month, a year, or the time that is still missing beside a day. */
function dateKey(form: Form, leaf: Leaf): TextKey | undefined {
  const precision = datePrecision(leaf.row)
  if (precision !== 'day') return precision === 'year' ? 'survey.typeYear' : 'survey.typeMonth'
  const isHalf = leaf.row.definition.type === 'dateTime' && /^\d{4}-\d{2}-\d{2}$/.test(form.stored(leaf))
  return isHalf ? 'survey.typeTime' : undefined
}

const HOW = {
  select_multiple: 'survey.several',
  rank: 'survey.rank',
  integer: 'survey.typeNumber',
  decimal: 'survey.typeNumber',
  date: 'survey.typeDate',
  time: 'survey.typeTime',
  dateTime: 'survey.typeDateTime',
  text: 'survey.typeText',
  barcode: 'survey.typeText',
  geopoint: 'survey.sendPlace',
  image: 'survey.sendImage',
  audio: 'survey.sendAudio',
  video: 'survey.sendVideo',
  file: 'survey.sendFile',
} as const
