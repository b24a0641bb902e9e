import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { CallFacts } from '../telegram/observedApi.ts'

export type Metrics = ReturnType<typeof suluhMetrics>

/** How long a count of the outbox is given again, whoever asks. */
const FRESH_MS = 10_000
const MINUTE = 60
/** A reply within a blink, a slow network, a broken one. */
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/**
 * Figures of this instance since it started, in a registry of its own; nothing in them concerns a person.
 * @param outbox counts the outbox; asked at most every ten seconds, and only when somebody reads
 */
export function suluhMetrics(
  outbox: () => Promise<{ status: string; n: number }[]>,
  now: () => number = () => performance.now(),
) {
  const registry = new Registry()
  const registers = [registry]
  const updates = new Counter({
    name: 'suluh_updates_total',
    help: 'Updates from Telegram by type',
    labelNames: ['type'],
    registers,
  })
  const failed = new Counter({
    name: 'suluh_updates_not_stored_total',
    help: 'Updates that are to be brought again because the database was out of reach',
    registers,
  })
  const answers = new Counter({
    name: 'suluh_answers_stored_total',
    help: 'Answers to surveys that were stored',
    registers,
  })
  const calls = new Histogram({
    name: 'suluh_telegram_call_seconds',
    help: 'Time until Telegram answered, by method and outcome; long polls left out',
    labelNames: ['method', 'outcome'],
    buckets: SECONDS,
    registers,
  })
  const waits = new Counter({
    name: 'suluh_telegram_429_total',
    help: 'Refusals of Telegram because of too many calls, by method',
    labelNames: ['method'],
    registers,
  })
  const ticks = new Counter({
    name: 'suluh_ticks_total',
    help: 'Ticks of this instance; only one of several ticks',
    registers,
  })
  const tickSeconds = new Gauge({
    name: 'suluh_tick_seconds',
    help: 'How long the last tick took on this instance',
    registers,
  })
  const queued = new Counter({
    name: 'suluh_tick_queued_total',
    help: 'Messages that ticks put into the outbox',
    registers,
  })
  const failures = new Counter({
    name: 'suluh_tick_failed_jobs_total',
    help: 'Jobs that failed or took too long',
    registers,
  })
  let lag = 0
  let tickedAt = 0
  let isTicking = false

  /** Without a value until this instance ticks: of several, one does. */
  function showTickLag(): void {
    isTicking = true
    new Gauge({
      name: 'suluh_tick_lag_seconds',
      help: 'By how much this instance is late with its tick: the last one after its minute, or the one that does not come',
      registers,
      collect() {
        this.set(Math.max(lag, (now() - tickedAt) / 1000 - MINUTE))
      },
    })
  }

  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  let counted: { at: number; rows: Promise<{ status: string; n: number }[]> } | undefined

  new Gauge({
    name: 'suluh_outbox_messages',
    help: 'Messages in the outbox by state, of all instances; those that are over left out',
    labelNames: ['state'],
    registers,
    async collect() {
      if (!counted || now() - counted.at > FRESH_MS) counted = { at: now(), rows: outbox() }
      const { rows } = counted
      // A database that is away must not take the other figures with it.
      for (const { status, n } of await rows.catch(() => [])) this.set({ state: status }, n)
    },
  })
  new Gauge({
    name: 'suluh_event_loop_delay_seconds',
    help: 'Delay of the event loop since the last reading',
    labelNames: ['quantile'],
    registers,
    collect() {
      this.set({ quantile: '0.5' }, delay.percentile(50) / 1e9)
      this.set({ quantile: '0.99' }, delay.percentile(99) / 1e9)
      this.set({ quantile: '1' }, delay.max / 1e9)
      delay.reset()
    },
  })
  new Gauge({
    name: 'suluh_memory_bytes',
    help: 'Memory of the process',
    labelNames: ['kind'],
    registers,
    collect() {
      const { heapUsed, heapTotal, rss, external } = process.memoryUsage()
      for (const [kind, bytes] of Object.entries({ heapUsed, heapTotal, rss, external }))
        this.set({ kind }, bytes)
    },
  })

  return {
    onUpdate: (type: string) => updates.inc({ type }),
    onNotStored: () => failed.inc(),
    onAnswer: () => answers.inc(),
    onCall({ method, seconds, outcome, code }: CallFacts) {
      if (method !== 'getUpdates') calls.observe({ method, outcome }, seconds)
      if (code === 429) waits.inc({ method })
    },
    onTick(facts: { lag: number | undefined; duration: number; queued: number; failed: number }) {
      ticks.inc()
      lag = facts.lag ?? 0
      tickedAt = now()
      if (!isTicking) showTickLag()
      tickSeconds.set(facts.duration)
      queued.inc(facts.queued)
      failures.inc(facts.failed)
    },
    contentType: registry.contentType,
    read: (): Promise<string> => registry.metrics(),
    close: () => delay.disable(),
  }
}
