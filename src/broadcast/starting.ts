import type { Logger } from 'pino'
import type { Outbox } from '../outbox/service.ts'
import type { Plan } from '../schedule/job.ts'

/**
 * Begins to put a broadcast into the outbox at once, in the background, where the clock would do it in a minute. What
 * fails or is stopped here, the clock goes on with.
 */
export function broadcastStarting(parts: {
  queueing: (id: number) => AsyncIterable<Plan>
  outbox: Pick<Outbox, 'put'>
  log: Logger
}) {
  const { queueing, outbox, log } = parts
  const underWay = new Map<number, Promise<void>>()
  let isStopping = false

  async function queue(id: number): Promise<void> {
    for await (const { messages, note } of queueing(id)) {
      if (isStopping) return
      await outbox.put(messages)
      await note?.()
    }
  }

  return {
    /** Returns at once. */
    begin(id: number): void {
      if (underWay.has(id) || isStopping) return
      const work = queue(id)
        .catch((fault: Error) =>
          log.error({ broadcast: id, fault: fault.message }, 'a broadcast waits for the clock'),
        )
        .finally(() => underWay.delete(id))
      underWay.set(id, work)
    },

    /** Resolves when nothing is being put in any more. */
    async stop(): Promise<void> {
      isStopping = true
      await Promise.all(underWay.values())
    },
  }
}
