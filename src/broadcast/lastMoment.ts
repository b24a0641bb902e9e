import { momentAt } from '../localTime.ts'

const WEEK_MS = 7 * 24 * 60 * 60_000
const DAY_MINUTES = 24 * 60

/** After which an invitation is too late: the survey has closed, or a week has passed. */
export function lastMoment(start: Date, closesOn: string | undefined, timeZone: string): Date {
  const week = new Date(start.getTime() + WEEK_MS)
  if (closesOn === undefined) return week
  const closed = momentAt(closesOn, DAY_MINUTES, timeZone)
  return closed < week ? closed : week
}
