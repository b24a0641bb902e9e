import { LRUCache } from 'lru-cache'
import { type News, NO_NEWS } from '../instance/news.ts'
import type { Person, PersonStore, Reader } from './store.ts'

export type { Reader }

export type People = ReturnType<typeof personService>

const MOST_KEPT = 20_000
const NOBODY: Person = {
  language: null,
  isReachable: true,
  isSilent: false,
  role: null,
  district: null,
  unitId: null,
}

/** What people say of themselves, so that they are invited to what concerns them. */
export type Profile = Pick<Person, 'role' | 'district' | 'unitId'>

/** Who talks to the bot. A row exists only for people who chose something or stopped the bot. */
export function personService(store: PersonStore, news: News = NO_NEWS) {
  const kept = new LRUCache<number, Person>({ max: MOST_KEPT })
  /** What was being read when news came is not kept: it may be older than the news. */
  let heard = 0
  news.hear('person', (id) => {
    heard++
    if (id === undefined) kept.clear()
    else kept.delete(Number(id))
  })

  async function find(id: number): Promise<Person> {
    const known = kept.get(id)
    if (known) return known
    const before = heard
    const person = (await store.find(id)) ?? NOBODY
    if (heard === before) kept.set(id, person)
    return person
  }

  async function save(id: number, change: Partial<Person>): Promise<void> {
    const person = await find(id)
    await store.save(id, change)
    kept.set(id, { ...person, ...change })
    await news.tell('person', id)
  }

  return {
    /**
     * The language that somebody chose: one of the interface, or one that only a survey has. Nothing when they chose
     * none; a phone set to English is no choice.
     */
    chosenLanguage: async (id: number): Promise<string | undefined> => (await find(id)).language ?? undefined,

    chooseLanguage: (id: number, language: string) => save(id, { language }),

    /** Whether somebody wants nothing that the bot begins by itself. */
    isSilent: async (id: number): Promise<boolean> => (await find(id)).isSilent,

    /** Nothing the bot begins by itself reaches them any more, or it does again. */
    silence: (id: number, isSilent: boolean) => save(id, { isSilent }),

    async profile(id: number): Promise<Profile> {
      const { role, district, unitId } = await find(id)
      return { role, district, unitId }
    },

    describe: (id: number, profile: Partial<Profile>) => save(id, profile),

    /** What is remembered of these people now, whichever instance was told; nothing of those who never chose anything. */
    async readers(ids: readonly number[]): Promise<ReadonlyMap<number, Reader>> {
      if (ids.length === 0) return new Map()
      return new Map((await store.readers(ids)).map((reader) => [reader.id, reader]))
    },

    /**
     * Remembers whether the bot may write to somebody: Telegram says when they stop or restart it. Written in any case,
     * for another instance may have learnt otherwise.
     */
    async reach(id: number, isReachable: boolean): Promise<void> {
      await store.reach(id, isReachable)
      const known = kept.get(id)
      if (known) kept.set(id, { ...known, isReachable })
      await news.tell('person', id)
    },
  }
}
