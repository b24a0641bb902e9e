import type { Row } from '../definition/survey.ts'
import { dayOf } from '../expression/calendarDay.ts'
import { Moment, momentOf, numberOf, type Scalar, stringOf } from '../expression/value.ts'

/** A computed value as it is kept: nothing for what is no number, yes or no as 1 or 0. */
export function asText(value: Scalar): string {
  if (Number.isNaN(value)) return ''
  return typeof value === 'boolean' ? String(Number(value)) : stringOf(value)
}

/** An answer as expressions see it: numbers are numbers, so that 0 is false and 5 equals '5.0'; days are days. */
export function answerValue({ definition: { type } }: Row, text: string): Scalar {
  if (text === '') return ''
  switch (type) {
    case 'integer':
    case 'decimal':
    case 'range': {
      const number = numberOf(text)
      return Number.isNaN(number) ? text : number
    }
    case 'date':
      return momentOf(text.slice(0, 10)) ?? dayOfNumber(text) ?? text
    case 'dateTime':
    // What was kept of a calculation was a moment if it looks like one.
    case 'calculate':
      return momentOf(text) ?? text
    default:
      return text
  }
}

/** A default or calculation of a date may be a number of days. */
function dayOfNumber(text: string): Moment | undefined {
  const days = Math.floor(numberOf(text))
  const day = Number.isNaN(days) ? undefined : dayOf(days)
  return day === undefined ? undefined : new Moment(days, day)
}
