import { LRUCache } from 'lru-cache'
import type { Quota, SurveyInfo } from '../surveyInfo.ts'
import type { QuotaStore } from './store.ts'

export type Quotas = ReturnType<typeof surveyQuotas>

/**
 * How long a count is believed that other instances may add to. Meanwhile, and while several people are past the
 * question, a few more than are wanted may finish: nobody who has given all answers is turned away.
 */
const FRESH_MS = 60_000

interface Counting {
  survey: number
  period: string
  quota: Quota
}

/** Of which answers there are enough, in a period of a survey. Surveys without quotas are never asked about. */
export function surveyQuotas(store: QuotaStore) {
  // Whoever asks while it is counted waits for the same count: reading all responses is most of the work.
  const counts = new LRUCache<string, { n: number }, Counting>({
    max: 5_000,
    ttl: FRESH_MS,
    fetchMethod: async (_key, _stale, { context: { survey, period, quota } }) => ({
      n: await store.count(survey, period, quota),
    }),
  })
  const keyOf = (survey: number, period: string, { path, value }: Quota) =>
    `${survey} ${period} ${path} ${value}`

  async function count(survey: number, period: string, quota: Quota): Promise<number> {
    const context = { survey, period, quota }
    return (await counts.forceFetch(keyOf(survey, period, quota), { context })).n
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

    /** A response was handed in: it is added to what was counted before. */
    finished({ id, quotas }: SurveyInfo, period: string, answers: Readonly<Record<string, string>>): void {
      for (const quota of quotas) {
        if (answers[quota.path] !== quota.value) continue
        const counted = counts.get(keyOf(id, period, quota))
        if (counted) counted.n++
      }
    },
  }
}
