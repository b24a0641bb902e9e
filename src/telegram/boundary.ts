import { randomInt } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Logger } from 'pino'
import type { MiddlewareFn } from 'telegraf'
import type { SuluhContext } from './context.ts'
import { NotStored } from './notStored.ts'

/** Letters and digits that cannot be mistaken for each other when read out over the phone. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Updates that failed and may come again. */
const MOST_FAILED = 5_000
/** How often one comes again: Telegram waits up to a minute in between, and gives up after a day. */
const MOST_TRIES = 50

/**
 * The one place where what we did wrong ends up: in the log with a code, and as a kind word with the same
 * code to the person. Nothing goes beyond it but {@link NotStored}: an update that our own defect hits would only fail
 * again, and everything that this person does next would wait behind it; one that found the database away will not.
 * @param isPassing whether a fault is none of the program's, and will be over
 */
export function boundary(
  log: Logger,
  isPassing: (fault: unknown) => boolean = () => false,
): MiddlewareFn<SuluhContext> {
  const failures = new LRUCache<number, number>({ max: MOST_FAILED })

  return async (ctx, next) => {
    try {
      await next()
    } catch (fault) {
      const code = Array.from({ length: 6 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
      log.error({ code, update: ctx.updateType, fault: describe(fault) }, 'an update failed')
      const tries = (failures.get(ctx.update.update_id) ?? 0) + 1
      const isAgain = isPassing(fault) && tries < MOST_TRIES
      if (isAgain) failures.set(ctx.update.update_id, tries)
      // Once is enough for an update that fails again each minute.
      if (tries === 1 && ctx.chat?.type === 'private' && ctx.speak)
        await ctx
          .respond({
            toast: ctx.speak.plain('fallback.errorToast', { code }),
            say: [{ html: ctx.speak.html('fallback.error', { code }) }],
          })
          .catch((second: unknown) =>
            log.error({ code, fault: describe(second) }, 'nor could the person be told'),
          )
      if (isAgain) throw new NotStored('the database is out of reach', { cause: fault })
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
