import { longDate, monthWords } from '../../dates.ts'
import { clip } from '../../message/clip.ts'
import { type Html, html, joinHtml } from '../../message/html.ts'
import type { Button, Message } from '../../message/message.ts'
import type { Speak } from '../../texts.ts'
import { HOLIDAY_KINDS, type Holiday } from './holiday.ts'
import { YEARS } from './holidayLimits.ts'
import { holidayLabel, holidayLine, markOf } from './holidayWords.ts'
import { isUnannounced } from './isUnannounced.ts'

/** Lines of a year that are shown in one message; the rest is found by its buttons. */
const MOST_LINES = 60
const LONGEST_LABEL = 40
const A_PAGE = 8

/** The holidays of a year by month, and what can be done about them. */
export function yearMessage(speak: Speak, year: number, holidays: readonly Holiday[]): Message {
  const shown = holidays.slice(0, MOST_LINES)
  const months = [...new Set(shown.map(({ day }) => day.slice(0, 7)))]
  const blocks = months.map((month) =>
    joinHtml([
      html`<b>${monthWords(`${month}-01`, speak.language)}</b>`,
      ...shown.filter(({ day }) => day.startsWith(month)).map((holiday) => holidayLine(speak, holiday)),
    ]),
  )
  const left = holidays.length - shown.length
  const years: Button[] = []
  if (year > YEARS.first) years.push({ text: `◀ ${year - 1}`, press: { do: 'holidays', year: year - 1 } })
  if (year < YEARS.last) years.push({ text: `${year + 1} ▶`, press: { do: 'holidays', year: year + 1 } })
  const edit: Button = {
    text: speak.plain('holiday.edit'),
    press: { do: 'holiday-list', year, page: 0 },
  }
  return {
    html: joinHtml(
      [
        speak.html('holiday.title', { year }),
        ...(blocks.length > 0 ? blocks : [speak.html('holiday.none')]),
        left > 0 && speak.html('holiday.others', { count: left }),
        isUnannounced(holidays) && speak.html('holiday.unannounced', { year }),
        speak.html('holiday.legend'),
        speak.html('holiday.howToAdd', { year }),
      ],
      '\n\n',
    ),
    buttons: [...(holidays.length > 0 ? [[edit]] : []), years],
  }
}

/** The holidays of a year as buttons, to change one of them. */
export function holidayListMessage(
  speak: Speak,
  year: number,
  holidays: readonly Holiday[],
  wanted: number,
): Message {
  const pages = Math.max(1, Math.ceil(holidays.length / A_PAGE))
  const page = Math.min(wanted, pages - 1)
  const shown = holidays.slice(page * A_PAGE, (page + 1) * A_PAGE)
  const turning: Button[] = []
  if (page > 0)
    turning.push({ text: speak.plain('unit.previous'), press: { do: 'holiday-list', year, page: page - 1 } })
  if (page + 1 < pages)
    turning.push({ text: speak.plain('unit.more'), press: { do: 'holiday-list', year, page: page + 1 } })
  return {
    html: speak.html('holiday.choose', { year }),
    buttons: [
      ...shown.map((holiday): Button[] => [
        {
          text: clip(holidayLabel(speak, holiday), LONGEST_LABEL),
          press: { do: 'holiday', day: holiday.day, kind: holiday.kind },
        },
      ]),
      ...(turning.length > 0 ? [turning] : []),
      [backTo(speak, year)],
    ],
  }
}

/** One holiday: what it is, and what can be changed about it. */
export function holidayMessage(speak: Speak, holiday: Holiday, before?: Html): Message {
  const { day, kind, name, isEstimated } = holiday
  const confirm: Button = {
    text: speak.plain('holiday.confirm'),
    press: { do: 'holiday-confirm', day, kind },
  }
  const kinds = HOLIDAY_KINDS.filter((each) => each !== kind).map((to): Button[] => [
    {
      text: speak.plain('holiday.makeIt', { kind: `${markOf(to)} ${speak.plain(`holidayKind.${to}`)}` }),
      press: { do: 'holiday-kind', day, kind, to },
    },
  ])
  return {
    html: joinHtml(
      [
        before,
        joinHtml([
          html`${markOf(kind)} <b>${name}</b>`,
          html`${longDate(day, speak.language)}`,
          speak.html(`holidayKind.${kind}`),
          isEstimated && speak.html('holiday.isEstimated'),
        ]),
      ],
      '\n\n',
    ),
    buttons: [
      ...(isEstimated ? [[confirm]] : []),
      ...kinds,
      [{ text: speak.plain('holiday.remove'), press: { do: 'holiday-remove', day, kind } }],
      [backTo(speak, Number(day.slice(0, 4)))],
    ],
  }
}

/** The way back to a year. */
export const backTo = (speak: Speak, year: number): Button => ({
  text: speak.plain('holiday.back', { year }),
  press: { do: 'holidays', year },
})
