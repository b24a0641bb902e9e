import type { Poster } from './poster.ts'
import { type Block, type Place, setInto } from './setInto.ts'

/** How wide the words of a poster may be, in points: A4 with margins that every printer leaves. */
export const WORDS_WIDTH = 495

/** What a step's number takes in front of it. */
export const STEP_INDENT = 38

const MOST_STEPS = 5

/** The words of a poster, each set into its place. */
export type PosterWords = Record<Exclude<keyof Poster, 'steps'>, Block> & { steps: Block[] }

/** Sizes in points, and into how many lines the words go at most. */
const PLACES: Record<keyof Poster, Place> = {
  issuer: { largest: 15, smallest: 9, weight: 'bold', mostLines: 1, width: WORDS_WIDTH },
  heading: { largest: 42, smallest: 20, weight: 'bold', mostLines: 2, width: WORDS_WIDTH },
  unit: { largest: 26, smallest: 12, weight: 'bold', mostLines: 3, width: WORDS_WIDTH },
  survey: { largest: 16, smallest: 10, weight: 'regular', mostLines: 2, width: WORDS_WIDTH },
  link: { largest: 20, smallest: 8, weight: 'bold', mostLines: 2, width: WORDS_WIDTH },
  steps: { largest: 17, smallest: 10, weight: 'regular', mostLines: 2, width: WORDS_WIDTH - STEP_INDENT },
  privacy: { largest: 12, smallest: 8, weight: 'regular', mostLines: 3, width: WORDS_WIDTH * 0.8 },
}

/**
 * Sets the words of a poster, none larger than this share of its largest size.
 * @throws RangeError for more than 5 steps
 */
export function posterWords(poster: Poster, scale: number): PosterWords {
  if (poster.steps.length > MOST_STEPS)
    throw new RangeError(`${poster.steps.length} steps: ${MOST_STEPS} at most were expected`)
  const set = (part: keyof Poster, words: string) => {
    const place = PLACES[part]
    return setInto({ ...place, largest: Math.round(place.largest * scale) }, words)
  }
  return {
    issuer: set('issuer', poster.issuer),
    heading: set('heading', poster.heading),
    unit: set('unit', poster.unit),
    survey: set('survey', poster.survey),
    link: set('link', poster.link.replace(/^https?:\/\//, '')),
    steps: poster.steps.map((step) => set('steps', step)),
    privacy: set('privacy', poster.privacy),
  }
}
