import type { MessageClass } from '../outgoing.ts'

/** Hears what the deliverer does; nothing of it concerns a person. */
export interface Observe {
  /** @param seconds that Telegram took for it */
  sent(kind: MessageClass, name: string, seconds: number): void
  /** Telegram said "too fast". */
  refused429(): void
  /** A message came to an end without being sent. */
  ended(name: string, status: 'skipped' | 'missed' | 'failed' | 'unknown'): void
}

export const observeNothing: Observe = { sent() {}, refused429() {}, ended() {} }
