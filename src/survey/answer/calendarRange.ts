import type { Form } from '../interview/form.ts'
import type { Leaf } from '../interview/nodes.ts'
import { boundsOf } from './boundsOf.ts'
import type { CalendarRange } from './calendarPage.ts'
import { datePrecision } from './datePrecision.ts'

/** Days that a calendar offers where a constraint does not say: births of the eldest, plans for the youngest. */
const FIRST = '1900-01-01'
const LAST = '2099-12-31'

/** What the calendar of a date offers: within the plain bounds of its constraint, and what that allows of it. */
export function calendarRange(form: Form, leaf: Leaf): CalendarRange {
  const { definition } = leaf.row
  const constraint = 'constraint' in definition ? definition.constraint : undefined
  const { earliest, latest } = constraint
    ? boundsOf(constraint, { today: form.context.today, hasTime: definition.type === 'dateTime' })
    : {}
  const precision = datePrecision(leaf.row)
  return {
    first: earliest ?? (latest !== undefined && latest < FIRST ? '0001-01-01' : FIRST),
    last: latest ?? (earliest !== undefined && earliest > LAST ? '9999-12-31' : LAST),
    precision,
    ...(definition.type === 'date' &&
      leaf.row.constraint && { allows: (day: string) => form.allows(leaf, day) }),
  }
}

/** The day at which the calendar opens: the answer so far, else today, or what is nearest to it. */
export function firstDayShown(form: Form, leaf: Leaf, { first, last }: CalendarRange): string {
  const day = form.stored(leaf).slice(0, 10)
  const wanted = /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : form.context.today
  if (wanted < first) return first
  return wanted > last ? last : wanted
}
