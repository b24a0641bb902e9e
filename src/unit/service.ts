import { LRUCache } from 'lru-cache'
import { type News, NO_NEWS } from '../instance/news.ts'
import { type District, districtsOf } from './districtsOf.ts'
import { searchUnits } from './searchUnits.ts'
import type { UnitStore } from './store.ts'
import type { Unit, UnitService } from './unit.ts'

export type Units = ReturnType<typeof unitService>

/** How long a change made by a command may stay unseen; instances tell each other. */
const FRESH_MS = 60_000

/** Finding units. What is read is kept for a minute: every turn of every conversation asks for it. */
export function unitService(store: UnitStore, news: News = NO_NEWS) {
  const lists = new LRUCache<'all', Promise<Unit[]>>({ max: 1, ttl: FRESH_MS })
  const services = new LRUCache<number, Promise<UnitService[]>>({ max: 1000, ttl: FRESH_MS })
  news.hear('units', () => {
    lists.clear()
    services.clear()
  })

  function all(): Promise<Unit[]> {
    return kept(lists, 'all', () => store.all())
  }

  return {
    all,
    /** Units whose name, district or code hold every word of the text; all for an empty text. */
    search: async (text: string): Promise<Unit[]> => searchUnits(await all(), text),
    byId: async (id: number): Promise<Unit | undefined> => (await all()).find((unit) => unit.id === id),
    byCode: async (code: string): Promise<Unit | undefined> =>
      (await all()).find((unit) => unit.code.toLowerCase() === code.toLowerCase()),
    /** Code and name of every unit there ever was, by id: results of closed ones are kept. */
    names: async (): Promise<Map<number, Pick<Unit, 'code' | 'name'>>> =>
      new Map((await store.names()).map(({ id, ...unit }) => [id, unit])),
    /** The kecamatan that units lie in, by name; each can be found again by the id of its first unit. */
    districts: async (): Promise<District[]> => districtsOf(await all()),
    services: (unit: number): Promise<UnitService[]> => kept(services, unit, () => store.services(unit)),
    save: async (unit: Parameters<UnitStore['save']>[0]): Promise<number> => {
      const id = await store.save(unit)
      lists.clear()
      services.delete(id)
      await news.tell('units')
      return id
    },
  }
}

/** The kept promise, or a new one; one that fails is forgotten, so that the next asker tries again. */
function kept<K extends number | string, V>(
  cache: LRUCache<K, Promise<V>>,
  key: K,
  load: () => Promise<V>,
): Promise<V> {
  const known = cache.get(key)
  if (known !== undefined) return known
  const loading = load().catch((fault: unknown) => {
    cache.delete(key)
    throw fault
  })
  cache.set(key, loading)
  return loading
}
