import { z } from 'zod'
import { localDay, momentAt } from '../../localTime.ts'
import type { MessageKind } from '../../outbox/outgoing.ts'
import { addDays } from '../addDays.ts'
import type { Job } from '../job.ts'
import type { WorkingCalendar } from '../workingCalendar.ts'
import { backTo } from './messages.ts'
import type { Holidays } from './service.ts'

const NAME = 'next-years-holidays'
const MORNING = 9 * 60
const WEEK_MS = 7 * 86_400_000

/**
 * In December, on the first working day and weekly from then on, reminds the admins that next year's holidays are
 * missing or only estimated, until they are not.
 */
export function warnOfNextYear(parts: {
  holidays: Pick<Holidays, 'calendar' | 'isUnannounced'>
  adminIds: ReadonlySet<number>
  timeZone: string
}): Job {
  const { holidays, adminIds, timeZone } = parts
  return {
    name: NAME,
    slots: {
      lastBefore: async (now) => lastWarning(await holidays.calendar(), now, timeZone),
      lateMinutes: 3 * 24 * 60,
    },
    async *plan(_, slot) {
      const day = localDay(slot, timeZone)
      const year = Number(day.slice(0, 4)) + 1
      if (!(await holidays.isUnannounced(year))) return
      const messages = [...adminIds].map((chat) => ({
        key: `${NAME}:${year}:${day}:${chat}`,
        kind: NAME,
        payload: { year },
        chat,
        class: 'normal' as const,
        timeZone,
        dueAt: slot,
        expiresAt: new Date(slot.getTime() + WEEK_MS),
      }))
      yield { messages }
    },
  }
}

/** The last of the moments in December at which admins are reminded. */
export function lastWarning(calendar: WorkingCalendar, now: Date, timeZone: string): Date | undefined {
  const year = localDay(now, timeZone).slice(0, 4)
  let last: Date | undefined
  for (let wanted = `${year}-12-01`; wanted.startsWith(`${year}-12`); wanted = addDays(wanted, 7)) {
    const day = calendar.isWorkingDay(wanted) ? wanted : calendar.nextWorkingDay(wanted)
    const moment = momentAt(day, MORNING, timeZone)
    if (moment > now || !day.startsWith(year)) break
    last = moment
  }
  return last
}

/** What admins are told then. */
export function nextYearKind(parts: {
  holidays: Pick<Holidays, 'isUnannounced'>
  isAdmin: (person: number) => boolean
}): MessageKind {
  return {
    name: NAME,
    async render({ chat, payload, speak }) {
      const { year } = z.object({ year: z.int() }).parse(payload)
      if (!parts.isAdmin(chat)) return { skip: 'no admin' }
      if (!(await parts.holidays.isUnannounced(year))) return { skip: 'entered meanwhile' }
      return { html: speak.html('holiday.warning', { year }), buttons: [[backTo(speak, year)]] }
    },
  }
}
