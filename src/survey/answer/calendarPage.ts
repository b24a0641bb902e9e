import { DAY, dayOf, daysOf } from '../expression/calendarDay.ts'
import type { Precision } from './datePrecision.ts'
import type { PickerView } from './pickerView.ts'

type CalendarView = Exclude<PickerView, { show: 'hours' | 'quarters' }>

/** What can be chosen: days from `first` to `last` that are allowed, or the months or years that hold one. */
export interface CalendarRange {
  first: string
  last: string
  precision: Precision
  /** Whether a day may be the answer; asked of the days of one month only. */
  allows?: (day: string) => boolean
}

/** Something to tap: a day that is the answer, or a way to another page. */
export type CalendarCell = { year: number; month?: number; day?: number } & (
  | { answer: string }
  | { to: CalendarView }
)

export interface CalendarPage {
  /** Where the title leads: to larger parts. */
  up?: CalendarView
  previous?: CalendarView
  next?: CalendarView
  /** Rows of equal length; nothing where no day is, or none that may be chosen. */
  rows: (CalendarCell | undefined)[][]
}

/** Years on a page, and in a span; spans on a page. */
export const YEARS_A_PAGE = 20
const SPANS_A_PAGE = 10
/** Spans begin with a round century that lies before most birthdays: 1900–1919, …, 2080–2099. */
const FIRST_SPAN = 100

/**
 * A page of the calendar. It never offers a day outside of the range, nor a way to where nothing can be chosen.
 * Weeks begin on Monday.
 */
export function calendarPage(view: CalendarView, range: CalendarRange): CalendarPage {
  switch (view.show) {
    case 'days':
      return daysPage(view.year, view.month, range)
    case 'months':
      return monthsPage(view.year, range)
    case 'years':
      return yearsPage(spanOf(view.year), range)
    case 'spans':
      return spansPage(view.year, range)
  }
}

/** The page on which a day stands. */
export function pageOfDay(day: string, precision: Precision): CalendarView {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  if (precision === 'year') return { show: 'years', year: spanOf(year) }
  return precision === 'month' ? { show: 'months', year } : { show: 'days', year, month }
}

const spanOf = (year: number) => Math.max(1, year - (year % YEARS_A_PAGE))
const isoOf = (year: number, month: number, day: number) =>
  [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-')

const years = (first: number, last: number) => [isoOf(first, 1, 1), isoOf(last, 12, 31)] as const
const month = (year: number, number: number) => [isoOf(year, number, 1), isoOf(year, number, 31)] as const
const meets = ({ first, last }: CalendarRange, [from, to]: readonly [string, string]) =>
  from <= last && to >= first

function daysPage(year: number, number: number, range: CalendarRange): CalendarPage {
  const first = daysOf(isoOf(year, number, 1)) ?? 0
  // 1970-01-01 was a Thursday.
  const offset = (((first + 3) % 7) + 7) % 7
  const next = new Date(first * DAY)
  next.setUTCMonth(next.getUTCMonth() + 1)
  const length = Math.round(next.getTime() / DAY) - first
  const cells = Array.from({ length: Math.ceil((offset + length) / 7) * 7 }, (_, place) => {
    const day = place - offset + 1
    if (day < 1 || day > length) return undefined
    const answer = dayOf(first + day - 1)
    if (answer === undefined || answer < range.first || answer > range.last) return undefined
    return range.allows && !range.allows(answer) ? undefined : { year, month: number, day, answer }
  })
  const before: CalendarView =
    number === 1 ? { show: 'days', year: year - 1, month: 12 } : { show: 'days', year, month: number - 1 }
  const after: CalendarView =
    number === 12 ? { show: 'days', year: year + 1, month: 1 } : { show: 'days', year, month: number + 1 }
  const isThere = (view: CalendarView) => 'month' in view && meets(range, month(view.year, view.month))
  return {
    up: { show: 'years', year: spanOf(year) },
    ...(isThere(before) && { previous: before }),
    ...(isThere(after) && { next: after }),
    rows: inRows(cells, 7),
  }
}

function monthsPage(year: number, range: CalendarRange): CalendarPage {
  const cells = Array.from({ length: 12 }, (_, index): CalendarCell | undefined => {
    const number = index + 1
    if (!meets(range, month(year, number))) return undefined
    return range.precision === 'month'
      ? { year, month: number, answer: isoOf(year, number, 1) }
      : { year, month: number, to: { show: 'days', year, month: number } }
  })
  return {
    up: { show: 'years', year: spanOf(year) },
    ...(meets(range, years(year - 1, year - 1)) && { previous: { show: 'months', year: year - 1 } }),
    ...(meets(range, years(year + 1, year + 1)) && { next: { show: 'months', year: year + 1 } }),
    rows: inRows(cells, 3),
  }
}

function yearsPage(from: number, range: CalendarRange): CalendarPage {
  const begin = from - (from % YEARS_A_PAGE)
  const cells = Array.from({ length: YEARS_A_PAGE }, (_, index): CalendarCell | undefined => {
    const year = begin + index
    if (year < 1 || !meets(range, years(year, year))) return undefined
    return range.precision === 'year'
      ? { year, answer: isoOf(year, 1, 1) }
      : { year, to: { show: 'months', year } }
  })
  const around = (first: number) => first >= 0 && meets(range, years(first, first + YEARS_A_PAGE - 1))
  return {
    up: { show: 'spans', year: spanOf(from) },
    ...(around(begin - YEARS_A_PAGE) && {
      previous: { show: 'years', year: Math.max(1, begin - YEARS_A_PAGE) },
    }),
    ...(around(begin + YEARS_A_PAGE) && { next: { show: 'years', year: begin + YEARS_A_PAGE } }),
    rows: inRows(cells, 4),
  }
}

function spansPage(year: number, range: CalendarRange): CalendarPage {
  const length = YEARS_A_PAGE * SPANS_A_PAGE
  const begin = Math.floor((year - FIRST_SPAN) / length) * length + FIRST_SPAN
  const cells = Array.from({ length: SPANS_A_PAGE }, (_, index): CalendarCell | undefined => {
    const from = begin + index * YEARS_A_PAGE
    const isThere = from >= 0 && meets(range, years(from, from + YEARS_A_PAGE - 1))
    return isThere ? { year: from, to: { show: 'years', year: Math.max(1, from) } } : undefined
  })
  const around = (first: number) =>
    first + length > 0 && meets(range, years(Math.max(0, first), first + length - 1))
  return {
    ...(around(begin - length) && { previous: { show: 'spans', year: Math.max(1, begin - length) } }),
    ...(around(begin + length) && { next: { show: 'spans', year: begin + length } }),
    rows: inRows(cells, 2),
  }
}

function inRows<T>(cells: readonly T[], columns: number): T[][] {
  const rows: T[][] = []
  for (let first = 0; first < cells.length; first += columns) rows.push(cells.slice(first, first + columns))
  return rows
}
