import type { MiddlewareFn } from 'telegraf'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { SuluhContext } from './context.ts'

/** What came of typed words: `again` when they were of no use and others are waited for. */
export type Taken = 'again' | 'taken'

export type AwaitedWords = ReturnType<typeof awaitedWords>

/** Where questions are kept until they are answered. */
interface Keeping {
  find(person: number): Promise<{ purpose: string; until: Date } | undefined>
  keep(person: number, question: { purpose: string; until: Date }): Promise<void>
  forget(person: number, purpose: string): Promise<void>
}

type Take = (ctx: SuluhContext, typed: string, facts: unknown) => Promise<Taken>

/** How long typed words are waited for. */
const WORDS_MS = 10 * 60_000
/** How long a task takes what an admin sends. */
const TASK_MS = 30 * 60_000

const stored = z.object({ name: z.string(), facts: z.unknown() })

/**
 * Questions beside a survey that are answered by typing, such as the number of responses an admin wants. Only the next
 * thing that a person does can be the answer: whoever presses a button, gives a command or sends a file has turned to
 * something else, and what they type then belongs there. They are kept as data, so a restart forgets none, and any
 * instance may get the answer. Only admins are asked such questions, and only their messages cost a look.
 */
export function awaitedWords(parts: { store: Keeping; clock: Clock; isAdmin: (person: number) => boolean }) {
  const { store, clock, isAdmin } = parts
  const purposes = new Map<string, Take>()
  const names = new Set<string>()

  function declare(name: string): void {
    if (names.has(name)) throw new Error(`two features ask for ${name}`)
    names.add(name)
  }

  const keep = (person: number, name: string, facts: unknown, patience: number) =>
    store.keep(person, {
      purpose: JSON.stringify({ name, facts }),
      until: new Date(clock.now().getTime() + patience),
    })

  async function find(person: number) {
    if (!isAdmin(person)) return undefined
    const kept = await store.find(person)
    if (!kept) return undefined
    const { name, facts } = stored.parse(JSON.parse(kept.purpose))
    return { ...kept, name, facts, isOver: kept.until <= clock.now() }
  }

  const middleware: MiddlewareFn<SuluhContext> = (ctx, next) =>
    isAdmin(ctx.person) && (ctx.message || ctx.callbackQuery) ? takeOrPass(ctx, next) : next()

  const takeOrPass: MiddlewareFn<SuluhContext> = async (ctx, next) => {
    const question = await find(ctx.person)
    const take = question && purposes.get(question.name)
    if (!question || !take) return next()
    const typed = ctx.message && 'text' in ctx.message ? ctx.message.text : '/'
    if (question.isOver || typed.startsWith('/')) {
      await store.forget(ctx.person, question.purpose)
      return next()
    }
    // Forgotten when it is dealt with: who dies in between finds the question still there.
    const taken = await take(ctx, typed, question.facts)
    if (taken === 'again') await keep(ctx.person, question.name, question.facts, WORDS_MS)
    else await store.forget(ctx.person, question.purpose)
  }

  return {
    /** Comes before the features that take what people type. */
    middleware,

    /**
     * Declares a question that is answered by typing. `take` may ask the next one itself; whoever it asks the same once
     * more gives `again` instead.
     * @param facts what `take` has to know; ids and the like, for it is stored
     * @returns what makes the next words of an admin the answer
     */
    question<Facts>(
      name: string,
      facts: z.ZodType<Facts>,
      take: (ctx: SuluhContext, typed: string, facts: Facts) => Promise<Taken>,
    ): (person: number, facts: Facts) => Promise<void> {
      declare(name)
      purposes.set(name, async (ctx, typed, kept) => {
        const read = facts.safeParse(kept)
        // Asked by a version of the program that knew it otherwise.
        return read.success ? take(ctx, typed, read.data) : 'taken'
      })
      return (person, given) => keep(person, name, given, WORDS_MS)
    },

    /**
     * Declares a task that an admin turns to, such as sending pictures. It lasts half an hour or until something else is
     * asked, whatever the admin does meanwhile; the feature itself takes what it is about.
     */
    task<Facts>(name: string, facts: z.ZodType<Facts>) {
      declare(name)
      return {
        turnTo: (person: number, given: Facts): Promise<void> => keep(person, name, given, TASK_MS),
        /** What this admin has turned to, if it is this task. */
        async present(person: number): Promise<Facts | undefined> {
          const question = await find(person)
          return question?.name === name && !question.isOver ? facts.parse(question.facts) : undefined
        },
      }
    },
  }
}
