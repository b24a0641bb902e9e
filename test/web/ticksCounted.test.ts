import { expect, onTestFinished, test } from 'vitest'
import { suluhMetrics } from '../../src/web/metrics.ts'

test('ticks are counted, so that an alarm tells when nobody ticks any more', async () => {
  const metrics = suluhMetrics(async () => [])
  onTestFinished(() => void metrics.close())
  const lines = async () => (await metrics.read()).split('\n')
  expect(await lines()).toContain('suluh_ticks_total 0')
  metrics.onTick({ lag: undefined, duration: 0.1, queued: 0, failed: 0 })
  metrics.onTick({ lag: 0.2, duration: 0.1, queued: 3, failed: 1 })
  const found = await lines()
  for (const line of [
    'suluh_ticks_total 2',
    'suluh_tick_lag_seconds 0.2',
    'suluh_tick_queued_total 3',
    'suluh_tick_failed_jobs_total 1',
  ])
    expect(found).toContain(line)
})
