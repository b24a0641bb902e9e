import type { QuietHours } from '../config.ts'
import { localMoment } from '../localTime.ts'
import { openFrom } from '../outbox/quietHours.ts'

/** When a broadcast begins and ends, as far as can be foreseen. */
export interface SendingTime {
  begins: Date
  /** It was to begin in quiet hours, and begins after them. */
  isQuiet: boolean
  ends: Date
  /** Seconds of sending, without the nights in between. */
  seconds: number
  /** When what is left goes on after the first quiet hours that come in between. */
  goesOn?: Date
}

/** Part of Telegram's limit that the outbox uses for broadcasts. */
const SHARE = 0.985
const DAY = 24 * 60
/** Nights looked ahead over; a broadcast that takes longer has long expired. */
const MOST_NIGHTS = 30

/**
 * How long it takes to write to so many people, and the nights that come in between.
 * @param perSecond messages a second that Telegram takes
 */
export function sendingTime(
  readers: number,
  start: Date,
  given: { perSecond: number; quietHours: QuietHours | undefined; timeZone: string },
): SendingTime {
  const { perSecond, quietHours, timeZone } = given
  const seconds = Math.ceil(readers / (perSecond * SHARE))
  const begins = openFrom(start, quietHours, timeZone)
  let [at, left, goesOn]: [Date, number, Date | undefined] = [begins, seconds, undefined]
  for (let nights = 0; quietHours && nights < MOST_NIGHTS; nights++) {
    const open = secondsUntilQuiet(at, quietHours, timeZone)
    if (left <= open) break
    left -= open
    at = openFrom(new Date(at.getTime() + open * 1000), quietHours, timeZone)
    goesOn ??= at
  }
  return {
    begins,
    isQuiet: begins > start,
    ends: new Date(at.getTime() + left * 1000),
    seconds,
    ...(goesOn && { goesOn }),
  }
}

function secondsUntilQuiet(moment: Date, { from }: QuietHours, timeZone: string): number {
  const shown = localMoment(moment, timeZone)
  const [hours, minutes, seconds] = [shown.slice(11, 13), shown.slice(14, 16), shown.slice(17, 19)].map(
    Number,
  ) as [number, number, number]
  const untilMinute = (from - hours * 60 - minutes + DAY) % DAY
  return (untilMinute * 60 - seconds + DAY * 60) % (DAY * 60)
}
