import { chatPaces } from './chatPaces.ts'
import type { MessageClass } from './outgoing.ts'
import { recentSends } from './recentSends.ts'

/** When the next message may go. Times are milliseconds that only go forward. */
export interface Pace {
  /** Milliseconds until a message may go; 0: now. */
  wait(now: number): number
  /** Milliseconds until this chat may be written to. */
  chatWait(chat: number, now: number): number
  /** A message of the outbox goes. */
  sent(kind: MessageClass, chat: number, now: number): void
  /** A reply goes: it is never delayed, and takes a slot from what the outbox sends. */
  replied(chat: number, now: number): void
  /** Telegram said "too fast" to a call that began at `begun`. */
  refused(seconds: number, begun: number, now: number): void
  /** Telegram could not be reached by a call that began at `begun`, or could be again. */
  unreachable(begun: number, now: number): void
  reached(): void
  /** Replies a second that other instances send. */
  othersReply(perSecond: number): void
  /** Messages a second that go at most at present. */
  rate(): number
}

/** Part of the limit that each class may use. A little is left, for clocks do not run alike. */
const SHARE: Record<MessageClass, number> = { urgent: 1, normal: 0.985, bulk: 0.985 }
/** How much lateness of timers is made up for: more would be a burst. */
const MOST_BEHIND = { slots: 2, milliseconds: 100 }
/** After a refusal: straight back to this part of the rate that was too much, and from there only slowly on. */
const SAFE = 0.85
/** Growth a second, in parts of the limit: up to what was safe, and beyond. */
const GROWTH = { below: 0.02, beyond: 0.001 }
/** What is left of the rate after a refusal, and the least that is ever left, in parts of the limit. */
const HALF = 0.5
const LEAST = 0.02
/**
 * Milliseconds that replies can put off what the outbox sends next. Of more, Telegram has refused some, or its limit is
 * not what we think: whoever kept account of all of a rush would be silent for minutes after it.
 */
const MOST_OWED_MS = 2_000
const UNREACHABLE_MS = { first: 2_000, most: 60_000 }

/**
 * Spaces messages evenly under Telegram's limits (30 a second, one a second in a chat, 20 a minute in a group): from
 * the first one on, for whoever begins with a burst pays for it with refusals. After a refusal everything stops for as
 * long as Telegram says, goes on at half the rate, and comes back slowly, so that a limit that has become smaller is
 * found and not run against again and again.
 */
export function createPace(perSecond: number): Pace {
  const chats = chatPaces()
  const recent = recentSends(perSecond)
  /** Next slot, if only this is looked at. */
  let slot = 0
  let stoppedUntil = 0
  let rate = perSecond
  let ceiling = perSecond
  /** When the rate was last worked out. */
  let grown: number | undefined
  let lastRefusal = -Infinity
  let lastOutage = -Infinity
  let outage = 0
  let others = 0

  /** What the outbox may send a second in a class: never nothing, or replies could stop it for good. */
  const rateOf = (kind: MessageClass) => Math.max(perSecond * LEAST, rate * SHARE[kind] - others)

  function grow(now: number): void {
    const seconds = grown === undefined ? 0 : Math.max(0, now - Math.max(grown, stoppedUntil)) / 1000
    grown = now
    if (rate >= perSecond || seconds === 0) return
    const safe = Math.min(perSecond, ceiling * SAFE)
    const below = Math.min(Math.max(0, safe - rate), seconds * GROWTH.below * perSecond)
    const left = seconds - below / (GROWTH.below * perSecond)
    rate = Math.min(perSecond, rate + below + (rate + below >= safe ? left * GROWTH.beyond * perSecond : 0))
  }

  function take(interval: number, now: number): void {
    const behind = Math.max(MOST_BEHIND.slots * interval, MOST_BEHIND.milliseconds)
    slot = Math.max(slot, now - behind) + interval
    recent.add(now)
  }

  return {
    wait(now) {
      grow(now)
      return Math.max(0, stoppedUntil - now, slot - now, recent.wait(now))
    },
    chatWait: (chat, now) => chats.wait(chat, now),
    sent(kind, chat, now) {
      grow(now)
      take(1000 / rateOf(kind), now)
      chats.sent(chat, now)
    },
    replied(chat, now) {
      take(1000 / rateOf('bulk'), now)
      slot = Math.min(slot, now + MOST_OWED_MS)
      chats.sent(chat, now)
    },
    refused(seconds, begun, now) {
      grow(now)
      stoppedUntil = Math.max(stoppedUntil, now + seconds * 1000)
      // Those that were under way together are refused together: that is one event.
      if (begun <= lastRefusal) return
      lastRefusal = now
      ceiling = rate
      rate = Math.max(perSecond * LEAST, rate * HALF)
    },
    unreachable(begun, now) {
      if (begun <= lastOutage) return
      lastOutage = now
      outage = Math.min(UNREACHABLE_MS.most, Math.max(UNREACHABLE_MS.first, outage * 2))
      stoppedUntil = Math.max(stoppedUntil, now + outage)
    },
    reached() {
      outage = 0
    },
    othersReply(replies) {
      others = replies
    },
    rate: () => rateOf('bulk'),
  }
}
