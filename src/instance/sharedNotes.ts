import { LRUCache } from 'lru-cache'
import type { News, Topic } from './news.ts'

/** What all instances remember for a while; a restart of all, or of the line between them, forgets it without harm. */
export interface SharedNotes {
  get(key: string | number): string | undefined
  /** To be waited for: whoever gets the next turn of the person who acts knows it then. */
  set(key: string | number, value: string): Promise<void>
  delete(key: string | number): Promise<void>
}

/**
 * Notes that each instance keeps, and tells the others when it makes one: for the little that hangs together over two
 * messages of a person, such as the photos of an album.
 * @param limits how many are kept, and for how many milliseconds; without an end when absent
 */
export function sharedNotes(news: News, topic: Topic, limits: { max: number; ttl?: number }): SharedNotes {
  const notes = new LRUCache<string, string>(limits)
  news.hear(topic, (told) => {
    if (told === undefined) return
    const end = told.indexOf(' ')
    if (end < 0) notes.delete(told)
    else notes.set(told.slice(0, end), told.slice(end + 1))
  })

  return {
    get: (key) => notes.get(String(key)),
    async set(key, value) {
      notes.set(String(key), value)
      await news.tell(topic, `${key} ${value}`)
    },
    async delete(key) {
      if (notes.delete(String(key))) await news.tell(topic, key)
    },
  }
}
