import { localDay, localMoment } from '../localTime.ts'
import type { Context } from './interview/answers.ts'

/**
 * The surroundings of an interview at a moment.
 * @param draft id of the draft, which random orders follow from: it stays the same, and nobody chose it
 */
export function contextAt(moment: Date, timeZone: string, draft: string, language: string): Context {
  let now: string | undefined
  return {
    today: localDay(moment, timeZone),
    // Few surveys ask for the time, and it costs more than the rest.
    get now() {
      now ??= localMoment(moment, timeZone)
      return now
    },
    seed: seedOf(draft),
    language,
  }
}

/** A number that follows from a text (FNV-1a); never 0, which stands for "no chance at all". */
function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 1) + 1
}
