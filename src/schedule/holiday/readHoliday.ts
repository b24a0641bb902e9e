import { readDate } from '../../survey/answer/readDate.ts'
import type { Holiday } from './holiday.ts'
import { LONGEST_NAME } from './holidayLimits.ts'

/** A date, by its shapes, and the words after it. */
const DATE_AND_NAME =
  /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}|\d{1,2}[\s-]+[a-z]+\.?[\s-]+\d{4})[\s,:;–-]+(\S.*)$/is

/**
 * A typed holiday: its date with the year, then its name, such as `17 Agustus 2027 Proklamasi Kemerdekaan`. A name
 * that begins with "cuti bersama" makes it one, and with "libur daerah" a holiday of the regency alone.
 */
export function readHoliday(typed: string): Holiday | undefined {
  const [, date = '', words = ''] = DATE_AND_NAME.exec(typed.trim()) ?? []
  const day = date === '' ? undefined : readDate(date, '2000-01-01')
  const name = words.replace(/\s+/g, ' ').trim()
  if (day === undefined || name === '' || name.length > LONGEST_NAME) return undefined
  const kind = /^cuti bersama/i.test(name)
    ? 'joint-leave'
    : /^(libur )?(daerah|lokal)\b/i.test(name)
      ? 'local'
      : 'national'
  return { day, kind, name, isEstimated: false }
}
