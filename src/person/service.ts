import { LRUCache } from 'lru-cache'
import type { Person, PersonStore, Reader } from './store.ts'

export type { Reader }

export type People = ReturnType<typeof personService>

const MOST_KEPT = 20_000
const NOBODY: Person = { language: null, isReachable: true }

/** Who talks to the bot. A row exists only for people who chose something or stopped the bot. */
export function personService(store: PersonStore) {
  const kept = new LRUCache<number, Person>({ max: MOST_KEPT })

  async function find(id: number): Promise<Person> {
    const known = kept.get(id)
    if (known) return known
    const person = (await store.find(id)) ?? NOBODY
    kept.set(id, person)
    return person
  }

  async function save(id: number, change: Partial<Person>): Promise<void> {
    const person = await find(id)
    await store.save(id, change)
    kept.set(id, { ...person, ...change })
  }

  return {
    /**
     * The language that somebody chose: one of the interface, or one that only a survey has. Nothing when they chose
     * none; a phone set to English is no choice.
     */
    chosenLanguage: async (id: number): Promise<string | undefined> => (await find(id)).language ?? undefined,

    chooseLanguage: (id: number, language: string) => save(id, { language }),

    /** What is remembered of these people now, whichever instance was told; nothing of those who never chose anything. */
    async readers(ids: readonly number[]): Promise<ReadonlyMap<number, Reader>> {
      if (ids.length === 0) return new Map()
      return new Map((await store.readers(ids)).map((reader) => [reader.id, reader]))
    },

    /** Remembers whether the bot may write to somebody: Telegram says when they stop or restart it. */
    async reach(id: number, isReachable: boolean): Promise<void> {
      if ((await find(id)).isReachable !== isReachable) await save(id, { isReachable })
    },
  }
}
