import type { TelegramApi } from './api.ts'
import { TelegramRefusal } from './refusal.ts'

/** How a call went, for whoever measures. */
export interface CallFacts {
  method: string
  seconds: number
  outcome: 'ok' | 'refused' | 'unreachable'
  /** Telegram's code of a refusal. */
  code?: number
}

/** The same Bot API, of which each call is told about when it has ended. */
export function observedApi(api: TelegramApi, observe: (facts: CallFacts) => void): TelegramApi {
  return {
    ...api,
    async call(method, parameters, options) {
      const began = performance.now()
      const seconds = () => (performance.now() - began) / 1000
      try {
        const result = await api.call(method, parameters, options)
        observe({ method, seconds: seconds(), outcome: 'ok' })
        return result
      } catch (fault) {
        const refused = fault instanceof TelegramRefusal && { outcome: 'refused' as const, code: fault.code }
        observe({ method, seconds: seconds(), ...(refused || { outcome: 'unreachable' }) })
        throw fault
      }
    },
  }
}
