import type { Clock } from '../../../clock.ts'
import type { UpdateQueue } from '../state/updates.ts'

/** Waits before a delivery is tried again; ends early when the signal says so. */
export type WebhookPause = (milliseconds: number, signal: AbortSignal) => Promise<void>

/** The bot's webhook, if it has one. */
export interface WebhookDesk {
  isSet(): boolean
  /** Told when a new update waits. */
  wake(): void
  remove(dropPending: boolean): void
  info(): Record<string, unknown>
  close(): Promise<void>
}

export function createWebhookDesk(
  updates: UpdateQueue,
  _clock: Clock,
  _pause: WebhookPause | undefined,
): WebhookDesk {
  return {
    isSet: () => false,
    wake() {},
    remove(dropPending) {
      if (dropPending) updates.keepLast(0)
    },
    info: () => ({ url: '', has_custom_certificate: false, pending_update_count: updates.size() }),
    close: async () => undefined,
  }
}
