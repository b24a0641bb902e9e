import type { DateFormat } from './dateFormat.ts'

const SECONDS_A_DAY = 86_400

/** The day after 9999-12-31, where Excel ends. */
const FIRST_IMPOSSIBLE = 2_958_466

/** Excel believes in a 29 February 1900; dates before it are one day off. */
const FIRST_DAYS = 60

/**
 * The date that a number means, in ISO, to the second: a day without time, a moment, or below 1 a time of day.
 * @param since1904 days are counted from 1904-01-01
 * @returns undefined when the number means no date
 */
export function serialDate(serial: number, format: DateFormat, since1904: boolean): string | undefined {
  const seconds = Math.round(serial * SECONDS_A_DAY)
  if (!(serial >= 0 && seconds < FIRST_IMPOSSIBLE * SECONDS_A_DAY)) return undefined
  const isTime = serial < 1 && (format === 'time' || format === 'elapsed' || !since1904)
  if (format === 'elapsed' && !isTime) return undefined
  const firstDay = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < FIRST_DAYS ? 31 : 30)
  const iso = new Date(firstDay + seconds * 1000).toISOString()
  const [day, time] = [iso.slice(0, 10), iso.slice(11, 19)]
  if (isTime) return time
  return format === 'date' && time === '00:00:00' ? day : `${day}T${time}`
}

const ISO = /^(?:(\d{4}-\d\d-\d\d)(?:T|$))?(?:(\d\d:\d\d:\d\d)(?:\.\d+)?)?Z?$/

/** A date that a file holds in ISO already, in the form that `serialDate` gives; undefined when it is none. */
export function isoDate(text: string, format: DateFormat | undefined): string | undefined {
  const [whole, day, time = '00:00:00'] = ISO.exec(text) ?? []
  if (!whole || Number.isNaN(Date.parse(`${day ?? '1900-01-01'}T${time}Z`))) return undefined
  // A time alone is written as one of the day nought.
  if (!day || day <= '1899-12-31') return time
  const showsTime = format === 'time' || format === 'date_time'
  return time === '00:00:00' && !showsTime ? day : `${day}T${time}`
}
