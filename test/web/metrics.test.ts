import { expect, onTestFinished, test } from 'vitest'
import { suluhMetrics } from '../../src/web/metrics.ts'

function figures(outbox: () => Promise<{ status: string; n: number }[]> = async () => []) {
  let now = 0
  const metrics = suluhMetrics(outbox, () => now)
  onTestFinished(() => void metrics.close())
  return {
    ...metrics,
    passes: (milliseconds: number) => {
      now += milliseconds
    },
    async shown(name: string) {
      const lines = (await metrics.read()).split('\n')
      return lines.filter((line) => line.startsWith(name)).map((line) => line.slice(name.length).trim())
    },
  }
}

test('the lag of the tick has no value until there was one, and grows when none comes', async () => {
  const { onTick, passes, shown } = figures()
  expect(await shown('suluh_tick_lag_seconds')).toEqual([])
  onTick({ lag: 1.5, duration: 0.2, queued: 3, failed: 0 })
  expect(await shown('suluh_tick_lag_seconds')).toEqual(['1.5'])
  passes(50_000)
  expect(await shown('suluh_tick_lag_seconds')).toEqual(['1.5'])
  passes(150_000)
  expect(await shown('suluh_tick_lag_seconds')).toEqual(['140'])
  onTick({ lag: undefined, duration: 0.2, queued: 1, failed: 2 })
  expect(await shown('suluh_tick_lag_seconds')).toEqual(['0'])
  expect(await shown('suluh_tick_queued_total')).toEqual(['4'])
  expect(await shown('suluh_tick_failed_jobs_total')).toEqual(['2'])
})

test('the outbox is counted at most every ten seconds, and a database that is away takes no other figure with it', async () => {
  let asked = 0
  const { passes, shown } = figures(async () => {
    asked++
    if (asked > 1) throw new Error('away')
    return [{ status: 'pending', n: 7 }]
  })
  expect(await shown('suluh_outbox_messages')).toEqual(['{state="pending"} 7'])
  expect(await shown('suluh_outbox_messages')).toEqual(['{state="pending"} 7'])
  expect(asked).toBe(1)
  passes(10_001)
  expect(await shown('suluh_memory_bytes{kind="rss"}')).toHaveLength(1)
  expect(asked).toBe(2)
})

test('refusals because of too many calls are counted, and long polls are not measured', async () => {
  const { onCall, shown } = figures()
  onCall({ method: 'sendMessage', seconds: 0.1, outcome: 'refused', code: 429 })
  onCall({ method: 'getUpdates', seconds: 50, outcome: 'ok' })
  expect(await shown('suluh_telegram_429_total')).toEqual(['{method="sendMessage"} 1'])
  expect(await shown('suluh_telegram_call_seconds_count')).toEqual([
    '{method="sendMessage",outcome="refused"} 1',
  ])
})
