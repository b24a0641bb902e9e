import type { Job, Plan } from '../schedule/job.ts'
import type { Broadcast } from './broadcast.ts'
import type { Broadcasts } from './service.ts'
import type { BroadcastStore } from './store.ts'

/** Broadcasts that go on at the same time, at most; the others' turn comes in the next minutes. */
const MOST = 20

/** Each minute: begins what was scheduled, and goes on with what was being put into the outbox when a process died. */
export function broadcastJob(parts: {
  store: BroadcastStore
  broadcasts: Pick<Broadcasts, 'preview' | 'askSecondAdmin'>
  queueing: (id: number) => AsyncIterable<Plan>
  approvalAbove: number
}): Job {
  const { store, broadcasts, queueing, approvalAbove } = parts
  const turn = (
    { id }: Broadcast,
    state: 'running' | 'awaiting' | 'cancelled',
    then = async () => {},
  ): Plan => ({
    messages: [],
    note: async () => {
      if (await store.change(id, ['scheduled'], { state })) await then()
    },
  })

  return {
    name: 'broadcasts',
    async *plan(now) {
      for (const broadcast of await store.inStates(['scheduled', 'running'], MOST)) {
        const { id, state, startsAt = now, isQueued, approver } = broadcast
        if (isQueued || startsAt > now) continue
        if (state === 'scheduled') {
          const { problem, count } = await broadcasts.preview(broadcast)
          if (problem) {
            yield turn(broadcast, 'cancelled')
            continue
          }
          // More have agreed to be invited since it was scheduled: then it is for two to decide after all.
          if (count.readers > approvalAbove && approver === undefined) {
            yield turn(broadcast, 'awaiting', () => broadcasts.askSecondAdmin(broadcast))
            continue
          }
          yield turn(broadcast, 'running')
        }
        yield* queueing(id)
      }
    },
  }
}
