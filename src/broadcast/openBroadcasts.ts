import type { Logger } from 'pino'
import type { Job } from '../schedule/job.ts'
import type { Respondents } from '../survey/respondent.ts'
import type { Broadcast } from './broadcast.ts'
import { broadcastJob } from './job.ts'
import { broadcastQueueing } from './queueing.ts'
import { type Broadcasts, broadcastService } from './service.ts'
import { broadcastStarting } from './starting.ts'

/** Broadcasts with all that goes on by itself: for the bot, and for whoever asks what the clock would do. */
export interface OpenBroadcasts {
  broadcasts: Broadcasts
  job: Job
  /** Told after each change of state. */
  onChange(listener: (broadcast: Broadcast) => void): void
  /** Resolves when nothing is being put into the outbox any more. */
  stop(): Promise<void>
}

/** Puts the parts of broadcasts together. */
export function openBroadcasts(
  parts: Omit<Parameters<typeof broadcastService>[0], 'onChange'> & { respondents: Respondents; log: Logger },
): OpenBroadcasts {
  const listeners: ((broadcast: Broadcast) => void)[] = []
  const queueing = broadcastQueueing(parts)
  const starting = broadcastStarting({ queueing, ...parts })
  const broadcasts = broadcastService({
    ...parts,
    onChange: (broadcast) => {
      if (broadcast.state === 'running') starting.begin(broadcast.id)
      for (const listener of listeners) listener(broadcast)
    },
  })
  return {
    broadcasts,
    job: broadcastJob({ ...parts, broadcasts, queueing }),
    onChange: (listener) => void listeners.push(listener),
    stop: starting.stop,
  }
}
