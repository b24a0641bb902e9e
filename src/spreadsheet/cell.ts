/**
 * What a cell holds, null when nothing or only white space. Of a formula it is the result that the file keeps.
 * Texts hold no control characters but tab and line feed.
 */
export type Cell = null | string | number | boolean | DateCell | ErrorCell | UncalculatedCell

/** A day, a moment or a time of day: `2026-03-15`, `2026-03-15T08:30:00` or `08:30:00`, without any zone. */
export interface DateCell {
  date: string
}

/** A formula that failed, by what Excel shows, such as `#N/A`. */
export interface ErrorCell {
  error: string
}

/** A formula whose result the file does not keep: the program that wrote the file did not calculate. */
export interface UncalculatedCell {
  uncalculated: true
}
