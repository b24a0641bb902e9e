import type { WaitingUpdate } from '../state/updates.ts'

/**
 * Updates on their way to a webhook: those of one queue one after another, different queues side by side, and
 * never more at once than the bot allows.
 */
export interface WebhookQueues {
  add(waiting: WaitingUpdate[]): void
  /** Everything not yet taken by the bot, the ones under way included. */
  drain(): WaitingUpdate[]
  dropWaiting(): void
  size(): number
}

/**
 * @param deliver resolves when the bot has the update, or when it is given up
 * @param onDelivered called after each
 */
export function createWebhookQueues(
  mostAtOnce: number,
  deliver: (waiting: WaitingUpdate) => Promise<void>,
  onDelivered: () => void,
): WebhookQueues {
  /** A queue stays here as long as it has something to do; its first update is under way or next. */
  const queues = new Map<string, WaitingUpdate[]>()
  const ready: string[] = []
  let underWay = 0
  let size = 0
  let isOver = false

  function startNext() {
    while (!isOver && underWay < mostAtOnce) {
      const name = ready.shift()
      if (name === undefined) return
      const first = queues.get(name)?.[0]
      if (first) begin(name, first)
    }
  }

  function begin(name: string, first: WaitingUpdate) {
    underWay++
    void deliver(first).then(() => {
      underWay--
      if (isOver) return
      const queue = queues.get(name)
      if (queue?.[0] === first) {
        queue.shift()
        size--
      }
      if (queue && queue.length > 0) ready.push(name)
      else queues.delete(name)
      startNext()
      onDelivered()
    })
  }

  return {
    add(waiting) {
      for (const next of waiting) {
        const queue = queues.get(next.queue)
        size++
        if (queue) queue.push(next)
        else {
          queues.set(next.queue, [next])
          ready.push(next.queue)
        }
      }
      startNext()
    },

    drain() {
      isOver = true
      return [...queues.values()].flat()
    },

    dropWaiting() {
      for (const queue of queues.values()) size -= queue.splice(1).length
      for (const name of ready.splice(0)) {
        size -= queues.get(name)?.length ?? 0
        queues.delete(name)
      }
    },

    size: () => size,
  }
}
