import type { QuietHours } from '../../config.ts'
import { localDay, momentAt } from '../../localTime.ts'
import { openFrom } from '../../outbox/quietHours.ts'
import type { WorkingCalendar } from '../../schedule/workingCalendar.ts'

const HOUR_MS = 3_600_000
/** How long a draft rests before the first reminder, and how far reminders lie apart. */
const REST_MS = 3 * HOUR_MS
const MORNING = 9 * 60

/** When a draft that was just opened is looked at first. */
export const firstReminderAt = (opened: Date): Date => new Date(opened.getTime() + REST_MS)

/** Reminders at most of one draft. */
export const MOST_REMINDERS = 3

/** One reminder: 1 after some hours of rest, 2 on the next working day, 3 on the last day of the survey. */
export interface ReminderStep {
  step: 1 | 2 | 3
  at: Date
}

/** What reminders of one draft follow from. */
export interface RestingDraft {
  lastActAt: Date
  /** The last local day on which the survey can be answered. */
  lastDay: string
  timeZone: string
}

/**
 * The reminders of a draft, if nothing more happens in it: outside quiet hours, on no day after the survey's last, and
 * at least as far apart as the first is from the last act (of two that are nearer, the later one stays).
 */
export function reminderLadder(
  { lastActAt, lastDay, timeZone }: RestingDraft,
  calendar: WorkingCalendar,
  quietHours: QuietHours | undefined,
): ReminderStep[] {
  const actDay = localDay(lastActAt, timeZone)
  const awake = (moment: Date) => openFrom(moment, quietHours, timeZone)
  const wanted: ReminderStep[] = [
    { step: 1, at: awake(firstReminderAt(lastActAt)) },
    { step: 2, at: awake(momentAt(calendar.nextWorkingDay(actDay), MORNING, timeZone)) },
    { step: 3, at: awake(momentAt(lastDay, MORNING, timeZone)) },
  ]
  const rested = wanted.filter(
    ({ at }) => at.getTime() - lastActAt.getTime() >= REST_MS && localDay(at, timeZone) <= lastDay,
  )
  return rested.filter(
    ({ step, at }) =>
      !rested.some((later) => later.step > step && later.at.getTime() - at.getTime() < REST_MS),
  )
}

/** What is to be done about a draft at a moment. */
export interface ReminderDecision {
  /** The reminder that goes now; those before it are passed over. */
  due: ReminderStep['step'] | undefined
  /** When it is looked at again; never when absent. */
  next: Date | undefined
}

/**
 * Which reminder is due: of several only the nearest, none twice, none in quiet hours.
 * @param given the step that was reached before, 0 for none
 */
export function dueReminder(
  draft: RestingDraft,
  given: number,
  surroundings: { now: Date; calendar: WorkingCalendar; quietHours: QuietHours | undefined },
): ReminderDecision {
  const { now, calendar, quietHours } = surroundings
  if (localDay(now, draft.timeZone) > draft.lastDay) return { due: undefined, next: undefined }
  const left = reminderLadder(draft, calendar, quietHours).filter(({ step }) => step > given)
  const due = left.filter(({ at }) => at <= now).at(-1)
  const next = left.find(({ step, at }) => at > now && step > (due?.step ?? 0))?.at
  if (!due) return { due: undefined, next }
  const wake = openFrom(now, quietHours, draft.timeZone)
  return wake > now ? { due: undefined, next: wake } : { due: due.step, next }
}
