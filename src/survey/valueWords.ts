import { longDate } from '../dates.ts'
import { formatNumber } from '../numbers.ts'
import type { Speak } from '../texts.ts'
import type { Form } from './interview/form.ts'
import { readInstances } from './interview/instances.ts'
import type { Item } from './interview/nodes.ts'
import { plainWordsOf } from './labelOf.ts'

/** A stored value as its reader says it: words of choices, `17 Agustus 2025 pukul 08.30`, `2,5`. */
export function valueWords(speak: Speak, form: Form, item: Item, value: string): string {
  if (item.kind === 'series')
    return speak.plain('survey.instances', {
      count: formatNumber(readInstances(value).count, speak.language),
    })
  if (value === '') return speak.plain('survey.blank')
  const words = (name: string) => {
    const option = item.row.options.find((each) => each.name === name)
    return (option && plainWordsOf(speak, form, item, option.text)) || name
  }
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
      return longDate(value.slice(0, 10), speak.language)
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
      return speak.plain('survey.place', { place: value.split(' ').slice(0, 2).join(', ') })
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

/** Hours and minutes, with the sign between them that the language has. */
const clockTime = (value: string, language: string) =>
  value.slice(0, 5).replace(':', language === 'id' ? '.' : ':')
