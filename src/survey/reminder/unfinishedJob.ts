import type { QuietHours } from '../../config.ts'
import type { Outgoing } from '../../outbox/outgoing.ts'
import type { Job } from '../../schedule/job.ts'
import type { WorkingCalendar } from '../../schedule/workingCalendar.ts'
import type { Units } from '../../unit/service.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Respondents } from '../respondent.ts'
import { lastDayOf } from './lastDayOf.ts'
import { dueReminder } from './reminderLadder.ts'
import type { DueDraft, ReminderNote, ReminderStore } from './store.ts'

/** Name of the kind of message. */
export const UNFINISHED = 'unfinished'

/** Drafts looked at together. */
const PIECE = 500
const HOUR_MS = 3_600_000
/** While a survey is paused its drafts wait; it is looked again after so long. */
const PAUSED_MS = 24 * HOUR_MS
/** A reminder that cannot go for so long is left to the next one. */
const LATEST_MS = 3 * HOUR_MS

/**
 * Reminds of drafts that rest. The message is put into the outbox only when it can go at once, so that no row that
 * names the person rests there; until then only the sealed chat in the draft knows them.
 */
export function unfinishedJob(parts: {
  store: ReminderStore
  respondents: Pick<Respondents, 'unseal'>
  /** Those of these people who want nothing that the bot begins by itself, or cannot be reached. */
  unwilling(people: readonly number[]): Promise<ReadonlySet<number>>
  catalogue: Pick<Catalogue, 'find'>
  units: Pick<Units, 'byId'>
  calendar(): Promise<WorkingCalendar>
  quietHours: QuietHours | undefined
  timeZone: string
}): Job {
  const { store, respondents, unwilling, catalogue, units, quietHours, timeZone } = parts

  async function decide(
    draft: DueDraft,
    chat: number | undefined,
    now: Date,
    calendar: WorkingCalendar,
  ): Promise<{ note: ReminderNote; message?: Outgoing }> {
    const { id, remindAt, reminders } = draft
    const never = { note: { id, remindAt, next: null, reminders } }
    const version = await catalogue.find(draft.version)
    const unit = draft.unit === null ? undefined : await units.byId(draft.unit)
    const isAnswerable = version !== undefined && version.number > 0 && (unit || draft.unit === null)
    if (!isAnswerable || chat === undefined) return never
    if (version.survey.status === 'paused')
      return { note: { ...never.note, next: new Date(now.getTime() + PAUSED_MS) } }
    if (version.survey.status !== 'open') return never

    const resting = {
      lastActAt: draft.lastActAt,
      lastDay: lastDayOf(version.survey, draft.period),
      timeZone: unit?.timeZone ?? timeZone,
    }
    const { due, next = null } = dueReminder(resting, reminders, { now, calendar, quietHours })
    const note = { id, remindAt, next, reminders: due ?? reminders }
    if (due === undefined) return { note }
    const message: Outgoing = {
      key: `${UNFINISHED}:${id}:${due}`,
      kind: UNFINISHED,
      payload: { draft: id },
      chat,
      class: 'normal',
      timeZone: resting.timeZone,
      dueAt: now,
      expiresAt: new Date(now.getTime() + LATEST_MS),
      isForgetful: true,
    }
    return { note, message }
  }

  return {
    name: 'unfinished',
    async *plan(now) {
      const calendar = await parts.calendar()
      let last: DueDraft | undefined
      do {
        const drafts = await store.due(now, last, PIECE)
        const chats = drafts.map(({ id, chat }) => (chat === null ? undefined : respondents.unseal(chat, id)))
        const silent = await unwilling(chats.filter((chat) => chat !== undefined))
        const decided = await Promise.all(
          drafts.map((draft, index) => {
            const chat = chats[index]
            return decide(draft, chat !== undefined && silent.has(chat) ? undefined : chat, now, calendar)
          }),
        )
        if (drafts.length > 0)
          yield {
            messages: decided.flatMap(({ message }) => message ?? []),
            note: () => store.note(decided.map(({ note }) => note)),
          }
        last = drafts.length < PIECE ? undefined : drafts.at(-1)
      } while (last)
    },
  }
}
