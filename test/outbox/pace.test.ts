import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chatPaces } from '../../src/outbox/chatPaces.ts'
import type { MessageClass } from '../../src/outbox/outgoing.ts'
import { createPace, type Pace } from '../../src/outbox/pace.ts'
import { createLimits, telegramRates } from '../../src/sandbox/telegram/limits.ts'

/** Sends one after the other to ever new chats, as soon as the pace allows, with timers that are late now and then. */
function sendsFor(
  seconds: number,
  pace: Pace,
  given: { kind?: MessageClass; from?: number; lateness?: () => number; replies?: number[] } = {},
): number[] {
  const { kind = 'bulk', from = 0, lateness = () => 0, replies = [] } = given
  const sent: number[] = []
  let now = from
  let chat = 1
  const waiting = [...replies]
  while (now < from + seconds * 1000) {
    const wait = pace.wait(now)
    const reply = waiting[0]
    if (reply !== undefined && reply <= now + wait) {
      now = Math.max(now, reply)
      waiting.shift()
      pace.replied(++chat, now)
    } else if (wait > 0) {
      now += wait + lateness()
    } else {
      pace.sent(kind, ++chat, now)
      sent.push(now)
    }
  }
  return sent
}

/** The most that fall into one second, wherever it begins. */
function mostInASecond(times: readonly number[]): number {
  let first = 0
  let most = 0
  for (const [index, time] of times.entries()) {
    while (time - (times[first] ?? 0) > 999.999) first++
    most = Math.max(most, index - first + 1)
  }
  return most
}

test('bulk is spaced evenly from the first message on, a little below the limit', () => {
  const sent = sendsFor(60, createPace(30))
  expect(sent.length / 60).toBeGreaterThan(29.4)
  expect(sent.length / 60).toBeLessThan(29.7)
  const gaps = sent.slice(1).map((time, index) => time - (sent[index] ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThan(33)
  expect(Math.max(...gaps)).toBeLessThan(35)
})

test('a rush of replies puts the outbox off for seconds, not for minutes', () => {
  const pace = createPace(30)
  pace.othersReply(120)
  for (let reply = 0; reply < 2_000; reply++) pace.replied(1_000 + reply, reply * 5)
  pace.othersReply(0)
  const sent = sendsFor(10, pace, { from: 10_000 })
  expect(sent[0]).toBeLessThan(12_100)
  expect(sent.length).toBeGreaterThan(7 * 29)
})

test.each([20, 80])(
  'timers that are up to %i ms late are made up for, and still no second has more than the limit',
  (most) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: most }), { minLength: 5, maxLength: 50 }), (delays) => {
        let turn = 0
        const lateness = () => delays[turn++ % delays.length] ?? 0
        const sent = sendsFor(30, createPace(30), { lateness })
        expect(mostInASecond(sent)).toBeLessThanOrEqual(30)
        const isAsUsual = Math.max(...delays) <= 20
        expect(sent.length / 30).toBeGreaterThan(isAsUsual ? 29.1 : 25)
      }),
      { numRuns: 50 },
    )
  },
)

test('with replies at any moments no second has more than the limit, unless replies alone do', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 100 })
  fc.assert(
    fc.property(moments, fc.constantFrom('urgent', 'normal', 'bulk' as const), (replies, kind) => {
      replies.sort((a, b) => a - b)
      const sent = sendsFor(11, createPace(30), { kind, replies })
      const most = Math.max(30, mostInASecond(replies) + 1)
      // A reply never waits, so it may come on top of what was sent just before it.
      const together = [...sent, ...replies].sort((a, b) => a - b)
      for (const start of together) {
        const within = (time: number) => time >= start && time < start + 1000
        const repliesWithin = replies.filter(within).length
        expect(sent.filter(within).length).toBeLessThanOrEqual(30)
        expect(together.filter(within).length).toBeLessThanOrEqual(most + repliesWithin)
      }
      // What they took is missing afterwards: on the whole the limit holds.
      expect(together.length).toBeLessThanOrEqual(11 * 30 + 1 + replies.length * 0.2)
    }),
    { numRuns: 50 },
  )
})

test('each reply takes one slot from what the outbox sends', () => {
  const replies = Array.from({ length: 300 }, (_, i) => 100 + i * 200)
  const alone = sendsFor(60, createPace(30)).length
  expect(alone - sendsFor(60, createPace(30), { replies }).length).toBeGreaterThan(295)
})

test('replies of other instances leave less for the outbox, but never nothing', () => {
  const pace = createPace(30)
  pace.othersReply(10)
  expect(sendsFor(60, pace).length / 60).toBeCloseTo(19.55, 0)
  pace.othersReply(100)
  expect(sendsFor(60, pace, { from: 100_000 }).length).toBeGreaterThan(20)
})

describe('after a refusal', () => {
  test('nothing goes for as long as Telegram says', () => {
    const pace = createPace(30)
    sendsFor(5, pace)
    pace.refused(7, 4_990, 5_000)
    expect(pace.wait(5_001)).toBe(6_999)
    const [next] = sendsFor(10, pace, { from: 5_000 })
    expect(next).toBe(12_000)
  })

  test('several that were under way together count as one', () => {
    const [one, several] = [createPace(30), createPace(30)]
    one.refused(1, 900, 1_000)
    for (let i = 0; i < 10; i++) several.refused(1, 900 + i, 1_000 + i)
    expect(several.rate()).toBeCloseTo(one.rate(), 0)
    expect(one.rate()).toBeCloseTo(15, 0)
  })

  test('it comes back quickly to what was safe, and slowly to the limit', () => {
    const pace = createPace(30)
    pace.refused(1, 0, 10)
    const rateAfter = (seconds: number) => {
      pace.wait(1_010 + seconds * 1000)
      return pace.rate()
    }
    expect(rateAfter(1)).toBeLessThan(16)
    expect(rateAfter(20)).toBeGreaterThan(25)
    expect(rateAfter(25)).toBeLessThan(26)
    expect(rateAfter(300)).toBeCloseTo(29.55, 1)
  })

  test.each([15, 10, 5])('a limit that suddenly becomes %i gives no storm of refusals', (perSecond) => {
    let now = 0
    const clock = { now: () => new Date(now) }
    const limits = createLimits(clock, true, { ...telegramRates, perSecond, penalty: 1 })
    const pace = createPace(30)
    const refusals: number[] = []
    let sent = 0
    for (let chat = 1; now < 10 * 60_000; ) {
      const wait = pace.wait(now)
      if (wait > 0) {
        now += wait
        continue
      }
      pace.sent('bulk', ++chat, now)
      const seconds = limits.waitFor(chat)
      if (seconds === 0) {
        sent++
        continue
      }
      refusals.push(now)
      pace.refused(seconds, now, now)
    }
    expect(refusals.length).toBeLessThan(25)
    expect(sent / 600 / perSecond).toBeGreaterThan(0.9)
  })
})

test('when Telegram is out of reach, it is tried ever more rarely, until it is there again', () => {
  const pace = createPace(30)
  const waits = [0, 1, 2, 3, 4, 5, 6].map((time) => {
    pace.unreachable(time * 1_000_000 - 10, time * 1_000_000)
    // Others were under way with it.
    pace.unreachable(time * 1_000_000 - 5, time * 1_000_000 + 1)
    return pace.wait(time * 1_000_000)
  })
  expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
  pace.reached()
  pace.unreachable(9_999_999, 10_000_000)
  expect(pace.wait(10_000_000)).toBe(2_000)
})

describe('one chat', () => {
  test('is written to at most once a second, a group at most twenty times a minute', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 200 }), (pauses) => {
        const chats = chatPaces()
        for (const chat of [7, -7]) {
          const sent: number[] = []
          let now = 0
          for (const pause of pauses) {
            now += pause
            if (chats.wait(chat, now) > 0) continue
            chats.sent(chat, now)
            sent.push(now)
          }
          for (const [index, time] of sent.entries()) {
            expect((sent[index + 1] ?? Infinity) - time).toBeGreaterThan(1_000)
            if (chat < 0) expect((sent[index + 20] ?? Infinity) - time).toBeGreaterThan(60_000)
          }
        }
      }),
    )
  })

  test('may be written to exactly when it was told', () => {
    const chats = chatPaces()
    for (let i = 0; i < 20; i++) chats.sent(-7, i * 2_000)
    const wait = chats.wait(-7, 40_000)
    expect(wait).toBeGreaterThan(20_000)
    expect(chats.wait(-7, 40_000 + wait)).toBe(0)
    expect(chats.wait(-8, 40_000)).toBe(0)
  })

  test('is forgotten when it does not matter any more', () => {
    const chats = chatPaces()
    for (let i = 0; i < 10_000; i++) chats.sent(i % 10 === 0 ? -i - 1 : i, i * 33)
    expect(chats.size()).toBeLessThan(250)
  })
})
