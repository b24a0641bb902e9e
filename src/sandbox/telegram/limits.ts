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
}

interface Flow {
  /** Tokens a second. */
  rate: number
  size: number
}

/** Token buckets per bot, chat and group over the sandbox clock. */
export interface Limits {
  isOn: boolean
  /** Seconds the bot has to wait before it may send to this chat; 0 when it may now, and then it has sent. */
  waitFor(chat: number): number
}

export function createLimits(clock: Clock, isOn: boolean, rates: Rates): Limits {
  const chats = new Map<number, Bucket>()
  const flows = {
    bot: { rate: rates.perSecond, size: rates.perSecond },
    person: { rate: rates.perChat, size: rates.chatBurst },
    group: { rate: rates.perGroupMinute / 60, size: rates.perGroupMinute },
  }
  let all: Bucket | undefined
  let bannedUntil = 0

  return {
    isOn,

    waitFor(chat) {
      const now = clock.now().getTime()
      if (rates.penalty > 0 && now < bannedUntil) {
        bannedUntil += rates.penalty * 1000
        return Math.ceil((bannedUntil - now) / 1000)
      }
      const flow = chat > 0 ? flows.person : flows.group
      const own = filled(chats.get(chat), flow, now)
      all = filled(all, flows.bot, now)
      if (!chats.has(chat)) {
        forgetFull(chats, now)
        chats.set(chat, own)
      }
      const wait = Math.max(secondsUntilToken(own, flow), secondsUntilToken(all, flows.bot))
      if (wait > 0) {
        bannedUntil = now + wait * 1000
        return wait
      }
      own.tokens--
      all.tokens--
      return 0
    },
  }
}

function filled(bucket: Bucket | undefined, { rate, size }: Flow, now: number): Bucket {
  if (!bucket) return { tokens: size, at: now }
  bucket.tokens = Math.min(size, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * rate)
  bucket.at = now
  return bucket
}

function secondsUntilToken({ tokens }: Bucket, { rate }: Flow): number {
  // Sums of fractions of a second may miss a whole token by a hair.
  return tokens >= 1 - 1e-9 ? 0 : Math.max(1, Math.ceil((1 - tokens) / rate))
}

/** A bucket untouched for a minute is full again, and as good as none. */
function forgetFull(buckets: Map<number, Bucket>, now: number): void {
  if (buckets.size < 10_000) return
  for (const [chat, { at }] of buckets) if (now - at > 60_000) buckets.delete(chat)
}
