import type { QuietHours } from '../config.ts'
import { localMoment } from '../localTime.ts'

const DAY = 24 * 60
const MINUTE_MS = 60_000

/**
 * The first moment from this one on at which a reader in `timeZone` may be written to: the same, or the end of the
 * quiet hours it lies in.
 */
export function openFrom(moment: Date, quiet: QuietHours | undefined, timeZone: string): Date {
  const into = quiet && minutesInto(moment, quiet, timeZone)
  if (quiet === undefined || into === undefined) return moment
  const end = plusMinutes(moment, lengthOf(quiet) - into)
  // Where clocks are put forward or back in the night, the end is what they show, not how long it took.
  const shown = minuteOfDay(end, timeZone)
  return plusMinutes(end, ((quiet.to - shown + DAY + DAY / 2) % DAY) - DAY / 2)
}

/** When the quiet hours began that this moment lies in; nothing when it lies in none. */
export function quietSince(moment: Date, quiet: QuietHours | undefined, timeZone: string): Date | undefined {
  const into = quiet && minutesInto(moment, quiet, timeZone)
  return into === undefined ? undefined : plusMinutes(moment, -into)
}

/**
 * When a message goes out that is due at a moment and may be too late after another: put off by quiet hours, but never
 * lost to them. If it would come too late afterwards it goes in the last minute before, while that is still ahead.
 */
export function openMoment(
  wanted: { dueAt: Date; expiresAt?: Date | undefined; timeZone: string },
  now: Date,
  quiet: QuietHours | undefined,
): Date {
  const { dueAt, expiresAt, timeZone } = wanted
  const asked = dueAt > now ? dueAt : now
  const open = openFrom(asked, quiet, timeZone)
  if (open.getTime() === asked.getTime()) return dueAt
  if (!expiresAt || open <= expiresAt) return open
  const since = quietSince(asked, quiet, timeZone)
  if (!since || since <= now) return open
  const last = plusMinutes(since, -1)
  return last > now ? last : now
}

/** Minutes that have passed of the quiet hours a moment lies in. */
function minutesInto(moment: Date, quiet: QuietHours, timeZone: string): number | undefined {
  const into = (minuteOfDay(moment, timeZone) - quiet.from + DAY) % DAY
  return into < lengthOf(quiet) ? into : undefined
}

const lengthOf = ({ from, to }: QuietHours) => (to - from + DAY) % DAY

function minuteOfDay(moment: Date, timeZone: string): number {
  const shown = localMoment(moment, timeZone)
  return Number(shown.slice(11, 13)) * 60 + Number(shown.slice(14, 16))
}

/** At the full minute. */
const plusMinutes = (moment: Date, minutes: number) =>
  new Date((Math.floor(moment.getTime() / MINUTE_MS) + minutes) * MINUTE_MS)
