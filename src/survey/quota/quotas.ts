import { LRUCache } from 'lru-cache'
import type { Quota, SurveyInfo } from '../surveyInfo.ts'
import type { QuotaStore } from './store.ts'

export type Quotas = ReturnType<typeof surveyQuotas>

/** How long a count is believed. Meanwhile a few more than are wanted may finish: nobody is turned away for nothing. */
const FRESH_MS = 60_000

/** Of which answers there are enough. Surveys without quotas are never asked about. */
export function surveyQuotas(store: QuotaStore) {
  const counts = new LRUCache<string, Promise<number>>({ max: 5_000, ttl: FRESH_MS })
  const keyOf = (survey: number, period: string, { path, value }: Quota) =>
    `${survey} ${period} ${path} ${value}`

  function count(survey: number, period: string, quota: Quota): Promise<number> {
    const key = keyOf(survey, period, quota)
    const known = counts.get(key)
    if (known) return known
    const counting = store.count(survey, period, quota).catch((fault: unknown) => {
      counts.delete(key)
      throw fault
    })
    counts.set(key, counting)
    return counting
  }

  return {
    count: ({ id }: SurveyInfo, period: string, quota: Quota): Promise<number> => count(id, period, quota),

    /** Whether as many as wanted have given this answer in this period. */
    async isFull({ id, quotas }: SurveyInfo, period: string, path: string, value: string): Promise<boolean> {
      for (const quota of quotas) {
        if (quota.path !== path || quota.value !== value) continue
        if ((await count(id, period, quota)) >= quota.most) return true
      }
      return false
    },

    /** A response was handed in: what it answers is counted anew. */
    finished({ id, quotas }: SurveyInfo, period: string): void {
      for (const quota of quotas) counts.delete(keyOf(id, period, quota))
    },
  }
}
