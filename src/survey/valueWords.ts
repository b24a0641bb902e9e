import { longDate } from '../dates.ts'
import { formatNumber } from '../numbers.ts'
import type { Speak } from '../texts.ts'
import type { Question, Survey } from './survey.ts'
import { wordsIn } from './words.ts'

/** A stored value as its reader says it: words of choices, `17 Agustus 2025`, `2,5`. */
export function valueWords(
  speak: Speak,
  survey: Survey,
  { definition, choices }: Question,
  value: string,
): string {
  if (value === '') return speak.plain('survey.blank')
  const words = (name: string) => {
    const choice = choices.find((each) => each.name === name)
    return choice ? wordsIn(choice.label, speak.language, survey.language) : name
  }
  switch (definition.type) {
    case 'select_one':
      return words(value)
    case 'select_multiple':
      return value.split(' ').map(words).join(', ')
    case 'yes_no':
      return speak.plain(value === 'yes' ? 'survey.yes' : 'survey.no')
    case 'date':
      return longDate(value, speak.language)
    case 'decimal':
      return formatNumber(Number(value), speak.language)
    default:
      return value
  }
}
