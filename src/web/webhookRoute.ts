import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { isEqual } from './isEqual.ts'

/** What came of an update that Telegram brought. */
export type UpdateOutcome =
  /** Dealt with, and what it did is stored. */
  | 'taken'
  /** Nothing of it was stored: to be brought again. */
  | 'again'

/** Everything else is for whoever deals with it to read. */
const update = z.looseObject({ update_id: z.int() })

/** Updates are small; the longest text with all its entities takes some ten thousand characters. */
const MOST_BYTES = 512 * 1024

/** Seconds after which Telegram tries again what this instance is too late for, or cannot store. */
const RETRY_AFTER = '1'

/**
 * Where Telegram brings updates. Each is acknowledged when it is dealt with, and counted as under way until then.
 * Strangers get 404 or 403 before their body is read, and nothing is written about them.
 */
export function webhookRoute(
  server: FastifyInstance,
  parts: {
    path: string
    secret: string
    take: (update: { update_id: number }) => Promise<UpdateOutcome>
    isStopping: () => boolean
  },
): { idle(): Promise<void> } {
  const { path, secret, take, isStopping } = parts
  const underWay = new Set<Promise<unknown>>()

  server.post(path, {
    bodyLimit: MOST_BYTES,
    onRequest: async ({ headers }, reply) => {
      if (!isEqual(headers['x-telegram-bot-api-secret-token'], secret)) return reply.code(403).send()
      if (isStopping()) return reply.code(503).headers({ 'retry-after': RETRY_AFTER }).send()
    },
    handler: async ({ body }, reply) => {
      const read = update.safeParse(body)
      if (!read.success) return reply.code(400).send()
      const taking = take(read.data)
      underWay.add(taking)
      try {
        const outcome = await taking
        return reply.code(outcome === 'taken' ? 200 : 500).send()
      } finally {
        underWay.delete(taking)
      }
    },
  })

  return {
    /** Resolves when no update is under way any more. */
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}
