import type { Clock } from '../../clock.ts'

/** How fast a bot may send; Telegram's own figures are its FAQ's, the burst is what people observe. */
export interface Rates {
  /** Messages a second, all chats together. */
  perSecond: number
  /** Messages a second in one private chat, once the burst is used up. */
  perChat: number
  chatBurst: number
  /** Messages a minute in one group. */
  perGroupMinute: number
  /** Seconds added to the waiting time for each call that came in spite of it. */
  penalty: number
}

export const telegramRates: Rates = {
  perSecond: 30,
  perChat: 1,
  chatBurst: 4,
  perGroupMinute: 20,
  penalty: 0,
}

interface Bucket {
  tokens: number
  at: number
  /** With a penalty: whoever asks before this waits even longer. */
  closedUntil: number
}

interface Flow {
  /** Tokens a second. */
  rate: number
  size: number
}

/** Token buckets per bot, chat and group over the sandbox clock. */
export interface Limits {
  isOn: boolean
  /** Other figures from now on. */
  change(rates: Partial<Rates>): void
  /** Seconds the bot has to wait before it may send to this chat; 0 when it may now, and then it has sent. */
  waitFor(chat: number): number
}

export function createLimits(clock: Clock, isOn: boolean, given: Rates): Limits {
  const chats = new Map<number, Bucket>()
  let rates = given
  let flows = flowsOf(rates)
  const everything = full(flows.bot)

  function bucketOf(chat: number, flow: Flow, now: number): Bucket {
    const known = chats.get(chat)
    if (known) return known
    forgetFull(chats, now)
    const bucket = full(flow)
    chats.set(chat, bucket)
    return bucket
  }

  function secondsUntilToken(bucket: Bucket, flow: Flow, now: number): number {
    if (now < bucket.closedUntil) {
      bucket.closedUntil += rates.penalty * 1000
      return Math.ceil((bucket.closedUntil - now) / 1000)
    }
    fill(bucket, flow, now)
    // Sums of fractions of a second may miss a whole token by a hair.
    if (bucket.tokens >= 1 - 1e-9) return 0
    const wait = Math.max(1, Math.ceil((1 - bucket.tokens) / flow.rate))
    if (rates.penalty > 0) bucket.closedUntil = now + wait * 1000
    return wait
  }

  return {
    isOn,

    change(others) {
      rates = { ...rates, ...others }
      flows = flowsOf(rates)
    },

    waitFor(chat) {
      const now = clock.now().getTime()
      const flow = chat > 0 ? flows.person : flows.group
      const own = bucketOf(chat, flow, now)
      const wait = secondsUntilToken(own, flow, now) || secondsUntilToken(everything, flows.bot, now)
      if (wait > 0) return wait
      own.tokens--
      everything.tokens--
      return 0
    },
  }
}

const flowsOf = ({ perSecond, perChat, chatBurst, perGroupMinute }: Rates) => ({
  bot: { rate: perSecond, size: perSecond },
  person: { rate: perChat, size: chatBurst },
  group: { rate: perGroupMinute / 60, size: perGroupMinute },
})

function full({ size }: Flow): Bucket {
  return { tokens: size, at: 0, closedUntil: 0 }
}

function fill(bucket: Bucket, { rate, size }: Flow, now: number): void {
  bucket.tokens = Math.min(size, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * rate)
  bucket.at = now
}

/** A bucket untouched for a minute is full again, and as good as none. */
function forgetFull(buckets: Map<number, Bucket>, now: number): void {
  if (buckets.size < 10_000) return
  for (const [chat, { at, closedUntil }] of buckets) {
    if (now - at > 60_000 && now > closedUntil) buckets.delete(chat)
  }
}
