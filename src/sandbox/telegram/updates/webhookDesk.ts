import type { Clock } from '../../../clock.ts'
import type { Parameters } from '../parameters.ts'
import type { UpdateQueue } from '../state/updates.ts'
import {
  createWebhookDelivery,
  type WebhookAddress,
  type WebhookDelivery,
  type WebhookPause,
} from './webhookDelivery.ts'
import { createWebhookQueues, type WebhookQueues } from './webhookQueues.ts'

/** The bot's webhook, if it has one. */
export interface WebhookDesk {
  isSet(): boolean
  set(address: WebhookAddress): void
  /** Told when a new update waits. */
  wake(): void
  remove(): void
  /** Forgets what waits; what is just being delivered still arrives. */
  dropPending(): void
  info(): Record<string, unknown>
  /** Carries out a call that stood in the answer to an update. */
  onCall: (method: string, parameters: Parameters) => void
  /** Updates not yet taken by the bot. */
  size(): number
  /** Called when the bot has taken an update. */
  onDelivered: () => void
  close(): Promise<void>
}

interface Worker {
  address: WebhookAddress
  queues: WebhookQueues
  delivery: WebhookDelivery
}

export function createWebhookDesk(updates: UpdateQueue, clock: Clock, pause: WebhookPause): WebhookDesk {
  let worker: Worker | undefined
  let lastProblem: { message: string; at: Date } | undefined
  const closing: Promise<void>[] = []

  function stop() {
    if (!worker) return
    updates.putBack(worker.queues.drain())
    closing.push(worker.delivery.close())
    worker = undefined
  }

  const desk: WebhookDesk = {
    onCall: () => undefined,
    onDelivered: () => undefined,
    size: () => worker?.queues.size() ?? 0,

    isSet: () => worker !== undefined,

    set(address) {
      stop()
      lastProblem = undefined
      const delivery = createWebhookDelivery({
        address,
        clock,
        pause,
        onCall: (method, parameters) => desk.onCall(method, parameters),
        onProblem(message) {
          lastProblem = { message, at: clock.now() }
        },
      })
      const queues = createWebhookQueues(address.mostAtOnce, delivery.deliver, () => desk.onDelivered())
      worker = { address, delivery, queues }
      desk.wake()
    },

    wake() {
      worker?.queues.add(updates.takeAll())
    },

    remove: stop,

    dropPending() {
      updates.keepLast(0)
      worker?.queues.dropWaiting()
    },

    info: () => ({
      url: worker?.address.url ?? '',
      has_custom_certificate: false,
      pending_update_count: updates.size() + desk.size(),
      ...(worker && { max_connections: worker.address.mostAtOnce, ip_address: '127.0.0.1' }),
      ...(lastProblem && {
        last_error_date: Math.floor(lastProblem.at.getTime() / 1000),
        last_error_message: lastProblem.message,
      }),
      ...(updates.allowed && { allowed_updates: updates.allowed }),
    }),

    async close() {
      stop()
      await Promise.all(closing)
    },
  }
  return desk
}
