import { LRUCache } from 'lru-cache'
import type { Clock } from '../../clock.ts'
import { type News, NO_NEWS } from '../../instance/news.ts'
import { localDay } from '../../localTime.ts'
import type { SpreadsheetProblem } from '../../spreadsheet/spreadsheetProblem.ts'
import { type WorkingCalendar, workingCalendar } from '../workingCalendar.ts'
import type { Holiday } from './holiday.ts'
import { MOST_A_YEAR, YEARS } from './holidayLimits.ts'
import { isUnannounced } from './isUnannounced.ts'
import { type HolidayFault, type HolidayTable, readHolidayTable } from './readHolidayTable.ts'
import type { HolidayStore } from './store.ts'

export type Holidays = ReturnType<typeof holidayService>

/** How long what a command has changed may stay unseen; instances tell each other. */
const FRESH_MS = 60_000
/** What a table of holidays would change. */
export interface HolidayChanges {
  added: Holiday[]
  changed: { from: Holiday; to: Holiday }[]
  unchanged: number
}

/** What became of a table that somebody sent. */
export type HolidayImport =
  | { type: 'not-holidays' }
  | { type: 'unreadable'; problem: SpreadsheetProblem }
  | { type: 'faulty'; faults: HolidayFault[] }
  | ({ type: 'readable' } & HolidayChanges)

/** The holidays that offices go by. Rights are the caller's to check. */
export function holidayService(parts: {
  store: HolidayStore
  clock: Clock
  timeZone: string
  read?: (bytes: Uint8Array) => Promise<HolidayTable>
  news?: News
}) {
  const { store, clock, timeZone, read = readHolidayTable, news = NO_NEWS } = parts
  const calendars = new LRUCache<'all', Promise<WorkingCalendar>>({ max: 1, ttl: FRESH_MS })
  news.hear('holidays', () => calendars.clear())

  async function changesOf(holidays: readonly Holiday[]): Promise<HolidayChanges> {
    const present = new Map((await store.all()).map((holiday) => [nameOf(holiday), holiday]))
    const changes: HolidayChanges = { added: [], changed: [], unchanged: 0 }
    for (const holiday of holidays) {
      const known = present.get(nameOf(holiday))
      if (!known) changes.added.push(holiday)
      else if (known.name === holiday.name && known.isEstimated === holiday.isEstimated) changes.unchanged++
      else changes.changed.push({ from: known, to: holiday })
    }
    return changes
  }

  async function written<T>(writing: Promise<T>): Promise<T> {
    const result = await writing
    calendars.clear()
    await news.tell('holidays')
    return result
  }

  return {
    /** The working days of offices, as the table has them; believed for a minute. */
    calendar(): Promise<WorkingCalendar> {
      const known = calendars.get('all')
      if (known) return known
      const made = store.all().then(workingCalendar)
      calendars.set('all', made)
      return made.catch((fault: unknown) => {
        calendars.delete('all')
        throw fault
      })
    },

    /** The day it is in the regency. */
    today: () => localDay(clock.now(), timeZone),

    year: (year: number): Promise<Holiday[]> => store.year(year),

    async find(day: string, kind: string): Promise<Holiday | undefined> {
      const ofYear = await store.year(Number(day.slice(0, 4)))
      return ofYear.find((each) => each.day === day && each.kind === kind)
    },

    /** Adds a holiday, or gives the one of this day and kind another name; `full` when its year has too many. */
    async add(holiday: Holiday): Promise<'added' | 'full' | 'out-of-range'> {
      const year = Number(holiday.day.slice(0, 4))
      if (year < YEARS.first || year > YEARS.last) return 'out-of-range'
      if ((await store.year(year)).length >= MOST_A_YEAR) return 'full'
      await written(store.save([holiday]))
      return 'added'
    },

    remove: (holiday: Pick<Holiday, 'day' | 'kind'>) => written(store.remove(holiday)),
    confirm: (holiday: Pick<Holiday, 'day' | 'kind'>) => written(store.confirm(holiday)),
    changeKind: (holiday: Pick<Holiday, 'day' | 'kind'>, to: Holiday['kind']) =>
      written(store.changeKind(holiday, to)),

    /** What a spreadsheet would change; nothing is changed. */
    async look(bytes: Uint8Array): Promise<HolidayImport> {
      const table = await read(bytes)
      if (table.type !== 'holidays') return table
      return { type: 'readable', ...(await changesOf(table.holidays)) }
    },

    /** Takes a spreadsheet over, all of it or, when anything is wrong with it, nothing. */
    async take(bytes: Uint8Array): Promise<HolidayImport> {
      const table = await read(bytes)
      if (table.type !== 'holidays') return table
      const changes = await changesOf(table.holidays)
      const fresh = [...changes.added, ...changes.changed.map(({ to }) => to)]
      if (fresh.length > 0) await written(store.save(fresh))
      return { type: 'readable', ...changes }
    },

    /** Whether nobody has entered yet what was announced for a year. */
    isUnannounced: async (year: number): Promise<boolean> => isUnannounced(await store.year(year)),
  }
}

const nameOf = ({ day, kind }: Holiday) => `${day} ${kind}`
