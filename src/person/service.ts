import { LRUCache } from 'lru-cache'
import { type Language, languageOf } from '../texts.ts'
import type { Person, PersonStore } from './store.ts'

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
    /** The language to speak with somebody: chosen, or Indonesian. Phones set to English are no choice. */
    language: async (id: number): Promise<Language> => languageOf((await find(id)).language),

    chooseLanguage: (id: number, language: Language) => save(id, { language }),

    /** Remembers whether the bot may write to somebody: Telegram says when they stop or restart it. */
    async reach(id: number, isReachable: boolean): Promise<void> {
      if ((await find(id)).isReachable !== isReachable) await save(id, { isReachable })
    },
  }
}
