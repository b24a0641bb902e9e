import type { Clock } from '../clock.ts'
import type { QuietHours } from '../config.ts'
import { localDay } from '../localTime.ts'
import type { SurveyAudience } from '../survey/audience/service.ts'
import type { Units } from '../unit/service.ts'
import { LEAST_BY_ANSWERS } from './audience.ts'
import type { Broadcast } from './broadcast.ts'
import { countReaders, type ReaderCount } from './countReaders.ts'
import type { BroadcastFacts } from './facts.ts'
import { readerBatches } from './readers.ts'
import { type SendingTime, sendingTime } from './sendingTime.ts'
import type { BroadcastStore } from './store.ts'

/** What an admin sees before a broadcast is sent. */
export interface Preview extends BroadcastFacts {
  count: ReaderCount
  time: SendingTime
  /** Why it cannot be sent as it is. */
  problem?: AudienceProblem
}

/** Why nobody is written to. */
export type AudienceProblem = 'survey_closed' | 'nobody' | 'too_few'

export type BroadcastPreviews = ReturnType<typeof broadcastPreviews>

/** What a broadcast is about, and how many it would reach. */
export function broadcastPreviews(parts: {
  store: Pick<BroadcastStore, 'consenting'>
  surveys: SurveyAudience
  units: Units
  clock: Clock
  timeZone: string
  quietHours: QuietHours | undefined
  /** Messages a second that Telegram takes. */
  perSecond: number
}) {
  const { store, surveys, units, clock, timeZone } = parts

  async function facts(broadcast: Broadcast): Promise<BroadcastFacts> {
    const { content, audience } = broadcast
    const [invitedTo, office, answered] = await Promise.all([
      surveys.invitedTo(content.survey, audience.unit),
      audience.unit === undefined ? undefined : units.byId(audience.unit),
      audience.answers && surveys.invitedTo(audience.answers.survey),
    ])
    return {
      broadcast,
      ...(invitedTo && { invitedTo }),
      ...(office && { office }),
      ...(answered && { answered }),
    }
  }

  return {
    facts,

    /** Counts the readers anew: more may have agreed meanwhile. */
    async preview(broadcast: Broadcast): Promise<Preview> {
      const { startsAt = clock.now(), audience } = broadcast
      const known = await facts(broadcast)
      const count = await countReaders(readerBatches(store, surveys, audience))
      const { invitedTo } = known
      const isOpen = invitedTo !== undefined && surveys.isOpen(invitedTo.info, localDay(startsAt, timeZone))
      const problem = audienceProblem(broadcast, count, isOpen)
      return {
        ...known,
        count,
        time: sendingTime(count.readers, startsAt, parts),
        ...(problem && { problem }),
      }
    },
  }
}

function audienceProblem(
  { audience }: Broadcast,
  { readers }: ReaderCount,
  isOpen: boolean,
): AudienceProblem | undefined {
  if (!isOpen) return 'survey_closed'
  if (audience.answers && readers < LEAST_BY_ANSWERS) return 'too_few'
  return readers === 0 ? 'nobody' : undefined
}
