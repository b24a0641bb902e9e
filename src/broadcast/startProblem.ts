import type { QuietHours } from '../config.ts'
import { openFrom } from '../outbox/quietHours.ts'

/** Why a broadcast cannot begin at a moment. */
export type StartProblem = 'past' | 'quiet' | 'far'

const YEAR_MS = 366 * 24 * 60 * 60_000

/** Whether a broadcast can be scheduled for a moment: it has to lie ahead, within a year, and in no quiet hours. */
export function startProblem(
  start: Date,
  now: Date,
  quietHours: QuietHours | undefined,
  timeZone: string,
): StartProblem | undefined {
  if (start <= now) return 'past'
  if (start.getTime() - now.getTime() > YEAR_MS) return 'far'
  return openFrom(start, quietHours, timeZone) > start ? 'quiet' : undefined
}
