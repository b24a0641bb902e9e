import { z } from 'zod'
import { localDay } from '../../localTime.ts'
import type { MessageKind } from '../../outbox/outgoing.ts'
import type { Surveys } from '../service.ts'
import { lastDayOf } from './lastDayOf.ts'
import type { ReminderStore } from './store.ts'
import { UNFINISHED } from './unfinishedJob.ts'
import { unfinishedMessage } from './unfinishedMessage.ts'

const payloadSchema = z.object({ draft: z.string() })

/**
 * The reminder of an unfinished response, if there still is reason for it when it is sent. Whoever wants silence gets
 * nothing of any kind: the deliverer sees to that.
 */
export function unfinishedKind(parts: {
  surveys: Pick<Surveys, 'resting'>
  store: Pick<ReminderStore, 'isRefused'>
  timeZone: string
}): MessageKind {
  const { surveys, store, timeZone } = parts
  return {
    name: UNFINISHED,
    async render({ chat, payload, speak, now }) {
      const { draft } = payloadSchema.parse(payload)
      const pass = await surveys.resting(chat, draft)
      if (!pass || pass.isTrial) return { skip: 'finished or gone' }
      const today = localDay(now, pass.unit?.timeZone ?? timeZone)
      if (pass.info.status !== 'open' || today > lastDayOf(pass.info, pass.draft.period))
        return { skip: 'survey closed' }
      if (await store.isRefused(draft)) return { skip: 'not wanted' }
      return unfinishedMessage(speak, pass)
    },
  }
}
