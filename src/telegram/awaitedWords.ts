import { LRUCache } from 'lru-cache'
import type { MiddlewareFn } from 'telegraf'
import type { SuluhContext } from './context.ts'

/** Takes what was typed; `again` when it was of no use and is waited for once more. */
type Taking = (ctx: SuluhContext, typed: string) => Promise<'again' | 'taken'>

export type AwaitedWords = ReturnType<typeof awaitedWords>

/** How long typed words are waited for. */
const PATIENCE_MS = 10 * 60_000
const MOST_WAITED_FOR = 500

/**
 * Questions beside a survey that are answered by typing, such as the number of responses an admin wants. Only the next
 * thing that a person does can be the answer: whoever presses a button, gives a command or sends a file has turned to
 * something else, and what they type then belongs there. A restart forgets the question, and then it is asked once
 * more by the button it came from.
 */
export function awaitedWords() {
  const takings = new LRUCache<number, Taking>({ max: MOST_WAITED_FOR, ttl: PATIENCE_MS })

  const middleware: MiddlewareFn<SuluhContext> = async (ctx, next) => {
    if (!ctx.message && !ctx.callbackQuery) return next()
    const take = takings.get(ctx.person)
    takings.delete(ctx.person)
    const typed = ctx.message && 'text' in ctx.message ? ctx.message.text : '/'
    if (!take || typed.startsWith('/')) return next()
    if ((await take(ctx, typed)) === 'again') takings.set(ctx.person, take)
  }

  return {
    /** Comes before the features that take what people type. */
    middleware,

    /** The next words of this person are the answer. */
    await(person: number, take: Taking): void {
      takings.set(person, take)
    },
  }
}
