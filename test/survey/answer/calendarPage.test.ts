import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CalendarCell,
  type CalendarPage,
  type CalendarRange,
  calendarPage,
  pageOfDay,
} from '../../../src/survey/answer/calendarPage.ts'
import { packView, readView } from '../../../src/survey/answer/pickerView.ts'
import { dayOf, daysOf } from '../../../src/survey/expression/calendarDay.ts'

const day = (least: string, most: string) =>
  fc
    .integer({ min: daysOf(least) as number, max: daysOf(most) as number })
    .map((days) => dayOf(days) as string)
const range = fc
  .tuple(
    day('1850-01-01', '2199-12-31'),
    day('1850-01-01', '2199-12-31'),
    fc.constantFrom('day', 'month', 'year'),
  )
  .map(
    ([one, two, precision]): CalendarRange => ({
      first: one < two ? one : two,
      last: one < two ? two : one,
      precision,
    }),
  )

type View = Parameters<typeof calendarPage>[0]
const cellsOf = ({ rows }: CalendarPage) => rows.flat().filter((cell) => cell !== undefined)
const waysOf = (page: CalendarPage): View[] =>
  [
    page.up,
    page.previous,
    page.next,
    ...cellsOf(page).map((cell) => ('to' in cell ? cell.to : undefined)),
  ].filter((view) => view !== undefined)
const answersOf = (page: CalendarPage) =>
  cellsOf(page).flatMap((cell) => ('answer' in cell ? [cell.answer] : []))

/** What a day offered stands for: itself, or its month or year. */
const partOf = (answer: string, { precision }: CalendarRange) =>
  answer.slice(0, precision === 'day' ? 10 : precision === 'month' ? 7 : 4)

describe('wherever one goes in the calendar', () => {
  test('only days within the range are offered, and no way leads to where there is none', () => {
    fc.assert(
      fc.property(
        range,
        day('1850-01-01', '2199-12-31'),
        fc.array(fc.nat(), { maxLength: 12 }),
        (range, at, taps) => {
          const inside = at < range.first ? range.first : at > range.last ? range.last : at
          let view: View = pageOfDay(inside, range.precision)
          for (const tap of [0, ...taps]) {
            const page = calendarPage(view, range)
            expect(cellsOf(page).length, JSON.stringify(view)).toBeGreaterThan(0)
            for (const answer of answersOf(page)) {
              expect(daysOf(answer)).toBeDefined()
              const part = partOf(answer, range)
              expect(part >= partOf(range.first, range) && part <= partOf(range.last, range)).toBe(true)
            }
            expect(readView(packView(view))).toEqual(view)
            const ways = waysOf(page)
            const next = ways[tap % Math.max(1, ways.length)]
            if (!next) return
            view = next
          }
        },
      ),
    )
  })

  test('a page of days has each allowed day of its month once, under its weekday', () => {
    fc.assert(
      fc.property(day('1850-01-01', '2199-12-31'), fc.nat(6), (some, weekday) => {
        const allows = (each: string) => ((((daysOf(each) ?? 0) + 3) % 7) + 7) % 7 !== weekday
        const whole = { first: '1000-01-01', last: '3000-01-01', precision: 'day', allows } as const
        const { rows } = calendarPage(pageOfDay(some, 'day'), whole)
        const offered = rows.flat().flatMap((cell) => (cell && 'answer' in cell ? [cell.answer] : []))
        const month = Array.from(
          { length: 31 },
          (_, at) => `${some.slice(0, 8)}${String(at + 1).padStart(2, '0')}`,
        )
        expect(offered).toEqual(month.filter((each) => daysOf(each) !== undefined && allows(each)))
        for (const row of rows) {
          expect(row).toHaveLength(7)
          row.forEach((cell, column) => {
            if (cell && 'answer' in cell)
              expect(new Date(`${cell.answer}T00:00:00Z`).getUTCDay()).toBe((column + 1) % 7)
          })
        }
      }),
    )
  })

  test('any day from 1900 to 2099 is seven taps away at most', () => {
    const whole: CalendarRange = { first: '1900-01-01', last: '2099-12-31', precision: 'day' }
    const find = (page: CalendarPage, wanted: (cell: CalendarCell) => boolean): View => {
      const cell = cellsOf(page).find(wanted)
      if (!cell || !('to' in cell)) throw new Error('no way on')
      return cell.to
    }
    fc.assert(
      fc.property(day(whole.first, whole.last), day(whole.first, whole.last), (from, to) => {
        const years = calendarPage(pageOfDay(from, 'day'), whole).up as View
        const spans = calendarPage(years, whole).up as View
        const [year, month] = [Number(to.slice(0, 4)), Number(to.slice(5, 7))]
        const span = find(calendarPage(spans, whole), (cell) => year - cell.year < 20 && year >= cell.year)
        const months = find(calendarPage(span, whole), (cell) => cell.year === year)
        const days = find(calendarPage(months, whole), (cell) => cell.month === month)
        expect(answersOf(calendarPage(days, whole))).toContain(to)
      }),
    )
  })
})

test.each([
  '',
  'd',
  'd202613',
  'd202600',
  'd5',
  'm0',
  'm10000',
  'q24',
  'x1',
  'h1',
  'd2026111',
  'y-1',
  'm1e3',
])('button data %j is no page', (data) => {
  expect(readView(data)).toBeUndefined()
})
