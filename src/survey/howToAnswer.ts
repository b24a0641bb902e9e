import { type Html, joinHtml } from '../message/html.ts'
import { formatNumber } from '../numbers.ts'
import type { Speak } from '../texts.ts'
import { CHOICES_A_PAGE } from './answer/choicesAPage.ts'
import type { Form } from './interview/form.ts'
import type { Item } from './interview/nodes.ts'

/** What a person does to answer a question; nothing where the buttons say enough. */
export function howToAnswer(speak: Speak, form: Form, item: Item): Html | undefined {
  if (item.kind === 'series') return undefined
  const { type } = item.row.definition
  const key = HOW[type as keyof typeof HOW]
  const isList = type === 'select_one' || type === 'select_multiple'
  const count = isList ? form.offered(item).length : 0
  return joinHtml([
    key && speak.html(key),
    count > CHOICES_A_PAGE && speak.html('survey.search', { count: formatNumber(count, speak.language) }),
  ])
}

const HOW = {
  select_multiple: 'survey.several',
  rank: 'survey.rank',
  integer: 'survey.typeNumber',
  decimal: 'survey.typeNumber',
  range: 'survey.typeNumber',
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
