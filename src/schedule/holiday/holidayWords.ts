import { monthWords, weekdays } from '../../dates.ts'
import { type Html, html, raw } from '../../message/html.ts'
import type { Speak } from '../../texts.ts'
import { weekdayOf } from '../weekdayOf.ts'
import type { Holiday, HolidayKind } from './holiday.ts'

const MARKS: Record<HolidayKind, string> = { national: '🟥', 'joint-leave': '🟨', local: '🟦' }

/** What stands for a kind of holiday in lists. */
export const markOf = (kind: HolidayKind): string => MARKS[kind]

/** A holiday on a button: `🟥 24 Des Natal`. */
export function holidayLabel({ language }: Speak, { day, kind, name }: Holiday): string {
  return `${MARKS[kind]} ${Number(day.slice(8))} ${monthWords(day, language, 'short')} ${name}`
}

/** A holiday in a list below its month: `🟥 Kam 24 – Natal`. */
export function holidayLine(speak: Speak, { day, kind, name, isEstimated }: Holiday): Html {
  const weekday = weekdays(speak.language)[weekdayOf(day) - 1] ?? ''
  const mark = isEstimated ? raw(html` <i>(${speak.plain('holiday.estimated')})</i>`) : ''
  return html`${MARKS[kind]} ${weekday} ${Number(day.slice(8))} – ${name}${mark}`
}
