import { longDate } from '../../dates.ts'
import { clip } from '../../message/clip.ts'
import { type Html, html, joinHtml } from '../../message/html.ts'
import type { Message } from '../../message/message.ts'
import type { Speak } from '../../texts.ts'
import type { Holiday } from './holiday.ts'
import { markOf } from './holidayWords.ts'
import { backTo } from './messages.ts'
import type { HolidayFault } from './readHolidayTable.ts'
import type { HolidayChanges } from './service.ts'

/** Lines shown of each kind: a caption holds little, and nobody reads more on a phone. */
const MOST_LINES = 12
const LONGEST_NAME = 40

/** What is wrong with a table, row by row. */
export function faultsMessage(speak: Speak, faults: readonly HolidayFault[]): Message {
  const lines = faults.slice(0, MOST_LINES).map((fault) => faultLine(speak, fault))
  return {
    html: joinHtml(
      [
        speak.html('holiday.faulty'),
        joinHtml([...lines, others(speak, faults.length)]),
        speak.html('holiday.mend'),
      ],
      '\n\n',
    ),
  }
}

const faultLine = (speak: Speak, { row, code, text }: HolidayFault): Html =>
  speak.html('holiday.fault', { row, what: speak.plain(`holidayFault.${code}`, { text }) })

/**
 * What a table would change, with the file itself and a button: whoever presses it has the table before them that is
 * then taken over, whichever instance it is that does it.
 */
export function dryRunMessage(speak: Speak, changes: HolidayChanges, fileId: string): Message {
  const { added, changed, unchanged } = changes
  if (added.length + changed.length === 0) return { html: speak.html('holiday.nothingNew') }
  return {
    html: joinHtml(
      [
        speak.html('holiday.dryRun'),
        added.length > 0 &&
          joinHtml([
            speak.html('holiday.added', { count: added.length }),
            ...added.slice(0, MOST_LINES).map((holiday) => line(speak, holiday)),
            others(speak, added.length),
          ]),
        changed.length > 0 &&
          joinHtml([
            speak.html('holiday.changed', { count: changed.length }),
            ...changed.slice(0, MOST_LINES).map(({ to }) => line(speak, to)),
            others(speak, changed.length),
          ]),
        unchanged > 0 && speak.html('holiday.unchanged', { count: unchanged }),
      ],
      '\n\n',
    ),
    file: { kind: 'document', fileId },
    buttons: [
      [{ text: speak.plain('holiday.takeOver'), press: { do: 'holidays-import' } }],
      [{ text: speak.plain('life.cancel'), press: { do: 'holidays-not' } }],
    ],
  }
}

/** What was taken over. */
export function importedMessage(speak: Speak, { added, changed }: HolidayChanges): Message {
  const year = [...added, ...changed.map(({ to }) => to)][0]?.day.slice(0, 4)
  return {
    html: speak.html('holiday.imported', { added: added.length, changed: changed.length }),
    file: 'kept',
    ...(year !== undefined && { buttons: [[backTo(speak, Number(year))]] }),
  }
}

const line = (speak: Speak, { day, kind, name, isEstimated }: Holiday): Html => {
  const words = clip(name, LONGEST_NAME) + (isEstimated ? ` (${speak.plain('holiday.estimated')})` : '')
  return html`${markOf(kind)} ${longDate(day, speak.language)} – ${words}`
}

const others = (speak: Speak, count: number) =>
  count > MOST_LINES && speak.html('holiday.others', { count: count - MOST_LINES })
