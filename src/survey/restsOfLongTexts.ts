import type { News } from '../instance/news.ts'
import { sharedNotes } from '../instance/sharedNotes.ts'

/** Telegram's apps cut what is longer into several messages. */
const LONGEST_MESSAGE = 4096
/** Seconds between the parts of one text, as Telegram dates them. */
const APART = 2
/** People of whom it is remembered that they sent such a text. */
const MOST_PEOPLE = 5_000

/**
 * Recognises what follows a text that was too long for one message, also when another instance got that. The first
 * part was answered as too long for any question; its rest must not be taken for an answer by itself.
 */
export function restsOfLongTexts(news: News) {
  const cutAt = sharedNotes(news, 'long-text', { max: MOST_PEOPLE })

  return async (person: number, text: string, date: number): Promise<boolean> => {
    const before = cutAt.get(person)
    const isRest = before !== undefined && date - Number(before) <= APART
    if (text.length >= LONGEST_MESSAGE) await cutAt.set(person, String(date))
    else await cutAt.delete(person)
    return isRest
  }
}
