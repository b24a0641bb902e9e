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
  hasOthers(): boolean
  /**
   * Says that no other instance is on the list. It is believed until one is heard, and then never again: each says
   * hello before it does anything, and whoever hears that answers.
   */
  nobodyListed(): void
  /**
   * To be waited for: after that, whoever gets the next turn of the person who acts has heard it. It never fails;
   * without a line, the others forget everything once there is one again.
   */
  tell(topic: Topic, key?: string | number): Promise<void>
  /** Hears what others tell: something about this key, or, without one, possibly about everything. */
  hear(topic: Topic, forget: (key: string | undefined) => void): void
}

/** What instances say to know of each other. */
const HELLO = 'hello'
const HERE = 'here'

/** No other instance, and no news. */
export const NO_NEWS: News = {
  hasOthers: () => false,
  nobodyListed: () => {},
  tell: async () => {},
  hear: () => {},
}

/** News over the line to the other instances; without one there are no others. */
export function instanceNews(channel: Channel | undefined): News {
  const listeners = new Map<string, ((key: string | undefined) => void)[]>()
  let isListedAlone = false
  let isAnyHeard = false

  channel?.listen({
    onTold(text) {
      if (!isAnyHeard && text === HELLO) void channel.tell(HERE)
      isAnyHeard = true
      const end = text.indexOf(' ')
      const topic = end < 0 ? text : text.slice(0, end)
      const key = end < 0 ? undefined : text.slice(end + 1)
      for (const forget of listeners.get(topic) ?? []) forget(key)
    },
    onAgain() {
      void channel.tell(HELLO)
      for (const forget of [...listeners.values()].flat()) forget(undefined)
    },
  })
  void channel?.tell(HELLO)

  const hasOthers = () =>
    channel !== undefined && (isAnyHeard || !isListedAlone || channel.session() === undefined)

  return {
    hasOthers,
    nobodyListed() {
      isListedAlone = true
    },
    // Most bots are the only one: what nobody would hear is not said.
    async tell(topic, key) {
      if (hasOthers()) await channel?.tell(key === undefined ? topic : `${topic} ${key}`)
    },
    hear(topic, forget) {
      listeners.set(topic, [...(listeners.get(topic) ?? []), forget])
    },
  }
}
