import { monthWords, weekdays } from '../dates.ts'
import type { Button } from '../message/message.ts'
import type { Speak } from '../texts.ts'
import {
  type CalendarCell,
  type CalendarPage,
  calendarPage,
  pageOfDay,
  YEARS_A_PAGE,
} from './answer/calendarPage.ts'
import { calendarRange, firstDayShown } from './answer/calendarRange.ts'
import { type PickerView, packView } from './answer/pickerView.ts'
import { dayOf, daysOf } from './expression/calendarDay.ts'
import type { Leaf } from './interview/nodes.ts'
import { placeOf } from './interview/place.ts'
import type { Pass } from './turn.ts'

const HOURS_A_ROW = 6
const QUARTERS = [0, 15, 30, 45]

/**
 * The calendar below a date, the clock below a time; one after the other where both are asked for.
 * @param view the page to show instead of the first
 */
export function pickerButtons(speak: Speak, pass: Pass, leaf: Leaf, view?: PickerView): Button[][] {
  const { type } = leaf.row.definition
  const here = { draft: pass.draft.id, question: placeOf(leaf) }
  const to = (text: string, next: PickerView): Button => ({
    text,
    press: { do: 'pick', ...here, view: packView(next) },
  })
  const stored = pass.form.stored(leaf)
  const range = calendarRange(pass.form, leaf)
  const start = pageOfDay(firstDayShown(pass.form, leaf, range), range.precision)
  const isHalf = type === 'dateTime' && stored !== '' && !stored.includes('T')
  const shown = view ?? (type === 'time' || isHalf ? { show: 'hours' } : start)
  if (shown.show !== 'hours' && shown.show !== 'quarters') {
    if (type === 'time') return []
    const page = calendarPage(shown, range)
    const cell = (each: CalendarCell | undefined): Button => {
      if (!each) return { text: '·', press: { do: 'nothing' } }
      const text = cellWords(speak, shown, each)
      if ('to' in each) return to(text, each.to)
      const isChosen = each.answer === stored.slice(0, 10)
      const day = each.answer.replaceAll('-', '')
      return { text: isChosen ? `[${text}]` : text, press: { do: 'day', ...here, day } }
    }
    return [
      titleRow(speak, shown, page, to),
      ...(shown.show === 'days' ? [weekdays(speak.language).map(heading)] : []),
      ...page.rows.map((row) => row.map(cell)),
      ...(shown.show === 'days' ? nearDays(speak, pass, leaf, shown) : []),
    ]
  }
  const way: Button[] = type === 'dateTime' ? [to(speak.plain('survey.otherDay'), start)] : []
  if (shown.show === 'hours') return [...hourRows(to), ...(way.length > 0 ? [way] : [])]
  const times = QUARTERS.map(
    (quarter): Button => ({
      text: [shown.hour, quarter].map(twoDigits).join(speak.language === 'id' ? '.' : ':'),
      press: { do: 'clock', ...here, minutes: shown.hour * 60 + quarter },
    }),
  )
  return [times, [to(speak.plain('survey.otherHour'), { show: 'hours' }), ...way]]
}

/** The days that people mean most often, below the month that today is in. */
function nearDays(
  speak: Speak,
  pass: Pass,
  leaf: Leaf,
  { year, month }: { year: number; month: number },
): Button[][] {
  const { today } = pass.form.context
  if (isoMonth(year, month).slice(0, 7) !== today.slice(0, 7)) return []
  const { first, last, allows = () => true } = calendarRange(pass.form, leaf)
  const yesterday = dayOf((daysOf(today) ?? 0) - 1) ?? today
  const row = [
    { text: speak.plain('survey.yesterday'), day: yesterday },
    { text: speak.plain('survey.today'), day: today },
  ]
    .filter(({ day }) => day >= first && day <= last && allows(day))
    .map(({ text, day }): Button => {
      const here = { draft: pass.draft.id, question: placeOf(leaf) }
      return { text, press: { do: 'day', ...here, day: day.replaceAll('-', '') } }
    })
  return row.length > 0 ? [row] : []
}

const twoDigits = (number: number) => String(number).padStart(2, '0')
const isoMonth = (year: number, month: number) => `${String(year).padStart(4, '0')}-${twoDigits(month)}-01`
const spanWords = (year: number) =>
  `${Math.max(1, year - (year % YEARS_A_PAGE))}–${year - (year % YEARS_A_PAGE) + YEARS_A_PAGE - 1}`

/** A word above a column: it answers nothing. */
const heading = (text: string): Button => ({ text, press: { do: 'nothing' } })

function titleRow(
  speak: Speak,
  shown: PickerView,
  { up, previous, next }: CalendarPage,
  to: (text: string, view: PickerView) => Button,
): Button[] {
  const words = titleWords(speak, shown)
  const title = up ? to(`${words} ▾`, up) : heading(words)
  return [...(previous ? [to('◀', previous)] : []), title, ...(next ? [to('▶', next)] : [])]
}

function titleWords({ language, plain }: Speak, shown: PickerView): string {
  if (shown.show === 'days') return monthWords(isoMonth(shown.year, shown.month), language)
  if (shown.show === 'months') return String(shown.year)
  return shown.show === 'years' ? spanWords(shown.year) : plain('survey.chooseYears')
}

function cellWords({ language }: Speak, shown: PickerView, { year, month, day }: CalendarCell): string {
  if (shown.show === 'spans') return spanWords(year)
  if (day !== undefined) return String(day)
  return month === undefined ? String(year) : monthWords(isoMonth(year, month), language, 'short')
}

function hourRows(to: (text: string, view: PickerView) => Button): Button[][] {
  return Array.from({ length: 24 / HOURS_A_ROW }, (_, row) =>
    Array.from({ length: HOURS_A_ROW }, (_, column) => {
      const hour = row * HOURS_A_ROW + column
      return to(twoDigits(hour), { show: 'quarters', hour })
    }),
  )
}
