/** What a number format shows of a date; `elapsed` are hours that may pass 24. */
export type DateFormat = 'date' | 'time' | 'date_time' | 'elapsed'

/**
 * Number formats that are known by number alone: those of Excel, then those it has for Chinese, Japanese, Korean.
 * @see ECMA-376 part 1, 18.8.30
 */
const BUILT_IN: [first: number, last: number, format: DateFormat][] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date_time'],
  [45, 45, 'time'],
  [46, 46, 'elapsed'],
  [47, 47, 'time'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [50, 58, 'date'],
]

/** What the number format of this number shows of a date, undefined when it shows a number. */
export const builtInDateFormat = (id: number): DateFormat | undefined =>
  BUILT_IN.find(([first, last]) => id >= first && id <= last)?.[2]

/** Excel's own limit. */
const LONGEST_CODE = 255

/** Quoted or escaped words, colours, conditions, locales, fillers. */
const LITERALS = /"[^"]*"|\\.|[_*].|\[(?![hms]+\])[^\]]*\]/gi

/** What a number format such as `dd/mm/yyyy` shows of a date, undefined when it shows a number. */
export function dateFormat(code: string): DateFormat | undefined {
  const [positive = ''] = code.slice(0, LONGEST_CODE).replace(LITERALS, '').split(';')
  if (/general/i.test(positive)) return undefined
  if (/\[[hms]+\]/i.test(positive)) return 'elapsed'
  const hasTime = /[hs]/i.test(positive)
  // An m beside hours or seconds means minutes, otherwise months.
  const hasDate = /[dy]/i.test(positive) || (!hasTime && /m/i.test(positive))
  if (hasDate) return hasTime ? 'date_time' : 'date'
  return hasTime ? 'time' : undefined
}
