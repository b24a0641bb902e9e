import { longDate, monthWords } from '../dates.ts'
import { formatNumber } from '../numbers.ts'
import type { Speak } from '../texts.ts'
import { datePrecision } from './answer/datePrecision.ts'
import type { Row } from './definition/survey.ts'
import type { Form } from './interview/form.ts'
import { readInstances } from './interview/instances.ts'
import type { Item, Leaf } from './interview/nodes.ts'
import { plainWordsOf } from './labelOf.ts'

/** A stored value as its reader says it: words of choices, `17 Agustus 2025 pukul 08.30`, `2,5`. */
export function valueWords(speak: Speak, form: Form, item: Item, value: string): string {
  if (item.kind === 'series')
    return speak.plain('survey.instances', {
      count: formatNumber(readInstances(value).count, speak.language),
    })
  if (value === '') return speak.plain('survey.blank')
  const words = (name: string) => choiceWords(speak, form, item, name)
  switch (item.row.definition.type) {
    case 'select_one':
      return words(value)
    case 'select_multiple':
      return value.split(' ').map(words).join(', ')
    case 'rank':
      return value
        .split(' ')
        .map((name, index) => `${index + 1}. ${words(name)}`)
        .join('; ')
    case 'date':
      return dateWords(item.row, value.slice(0, 10), speak)
    case 'time':
      return speak.plain('survey.time', { time: clockTime(value, speak.language) })
    case 'dateTime': {
      const [day = '', time = ''] = value.split('T')
      return [
        longDate(day, speak.language),
        time && speak.plain('survey.time', { time: clockTime(time, speak.language) }),
      ]
        .filter(Boolean)
        .join(' ')
    }
    case 'decimal':
    case 'range':
      return formatNumber(Number(value), speak.language)
    case 'geopoint':
      return speak.plain('survey.place', { place: value.split(' ').slice(0, 2).map(toTheMetre).join(', ') })
    case 'acknowledge':
      return speak.plain('survey.acknowledged')
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return speak.plain(`given.${item.row.definition.type}`)
    default:
      return value
  }
}

/** The words of one choice; its code when it has none, or is not on the list. */
export function choiceWords(speak: Speak, form: Form, leaf: Leaf, name: string): string {
  const option = leaf.row.options.find((each) => each.name === name)
  return (option && plainWordsOf(speak, form, leaf, option.text)) || name
}

/** As much of a date as was asked for. */
function dateWords(row: Row, day: string, { language }: Speak): string {
  const precision = datePrecision(row)
  if (precision === 'year') return day.slice(0, 4)
  return precision === 'month' ? monthWords(day, language) : longDate(day, language)
}

/** Degrees as maps take them, to about a metre: what a phone says beyond that is noise. */
const toTheMetre = (degrees: string) =>
  Number.isFinite(Number(degrees)) ? String(Number(Number(degrees).toFixed(5))) : degrees

/** Hours and minutes, with the sign between them that the language has. */
const clockTime = (value: string, language: string) =>
  value.slice(0, 5).replace(':', language === 'id' ? '.' : ':')
