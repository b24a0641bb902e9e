import type { Channel } from './channel.ts'

/** What one instance may change and others keep at hand. */
export type Topic =
  /** Somebody's language, consent and the like; the key is their id. */
  | 'person'
  /** Surveys: published, paused, set. */
  | 'surveys'
  /** Files that belong to surveys. */
  | 'media'
  | 'units'
  /** Which draft a person is busy with; the key is the person's name in drafts. */
  | 'focus'
  // Shared notes: of the albums, first questions, long texts and searches of people.
  | 'album'
  | 'asked'
  | 'long-text'
  | 'searching'
  | 'holidays'

/** Tells other instances what has changed, so that none goes on with what it read before. */
export interface News {
  /** Whether there may be other instances. What is at hand is all there is to know where there are none. */
  hasOthers: boolean
  /**
   * To be waited for: after that, whoever gets the next turn of the person who acts has heard it. It never fails;
   * without a line, the others forget everything once there is one again.
   */
  tell(topic: Topic, key?: string | number): Promise<void>
  /** Hears what others tell: something about this key, or, without one, possibly about everything. */
  hear(topic: Topic, forget: (key: string | undefined) => void): void
}

/** No other instance, and no news. */
export const NO_NEWS: News = { hasOthers: false, tell: async () => {}, hear: () => {} }

/** News over the line to the other instances; without one there are no others. */
export function instanceNews(channel: Channel | undefined): News {
  const listeners = new Map<string, ((key: string | undefined) => void)[]>()

  channel?.listen({
    onTold(text) {
      const end = text.indexOf(' ')
      const topic = end < 0 ? text : text.slice(0, end)
      const key = end < 0 ? undefined : text.slice(end + 1)
      for (const forget of listeners.get(topic) ?? []) forget(key)
    },
    onAgain() {
      for (const forget of [...listeners.values()].flat()) forget(undefined)
    },
  })

  return {
    hasOthers: channel !== undefined,
    tell: async (topic, key) => channel?.tell(key === undefined ? topic : `${topic} ${key}`),
    hear(topic, forget) {
      listeners.set(topic, [...(listeners.get(topic) ?? []), forget])
    },
  }
}
