import { randomInt } from 'node:crypto'
import type { Logger } from 'pino'
import type { MiddlewareFn } from 'telegraf'
import type { SuluhContext } from './context.ts'

/** Letters and digits that cannot be mistaken for each other when read out over the phone. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/**
 * The one place where what we did wrong ends up: in the log with a code, and as a kind word with the same
 * code to the person. An update never fails beyond it, or Telegraf would stop.
 */
export function boundary(log: Logger): MiddlewareFn<SuluhContext> {
  return async (ctx, next) => {
    try {
      await next()
    } catch (fault) {
      const code = Array.from({ length: 6 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
      log.error({ code, update: ctx.updateType, fault: describe(fault) }, 'an update failed')
      if (ctx.chat?.type !== 'private' || !ctx.speak) return
      await ctx
        .respond({
          toast: ctx.speak.plain('fallback.errorToast', { code }),
          say: [{ html: ctx.speak.html('fallback.error', { code }) }],
        })
        .catch((second: unknown) =>
          log.error({ code, fault: describe(second) }, 'nor could the person be told'),
        )
    }
  }
}

/** A fault for the log: where it happened, and never what a person wrote. */
function describe(fault: unknown) {
  if (!(fault instanceof Error)) return { message: typeof fault }
  // Prisma's messages quote the values of the query.
  const message = fault.name.startsWith('PrismaClient')
    ? (fault as Error & { code?: string }).code
    : fault.message
  // A stack begins with the message, which may have many lines.
  const places = fault.stack?.split('\n').filter((line) => /^ {4}at /.test(line))
  return { name: fault.name, message, stack: places?.slice(0, 7).join('\n') }
}
