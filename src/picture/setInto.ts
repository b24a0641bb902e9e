import { type Weight, widthOf } from './typeface.ts'
import { balanceText } from './wrapText.ts'
import { writable } from './writable.ts'

/** From one line to the next, as a share of the size. */
export const LINE_HEIGHT = 1.3

/** Words in the size in which they fit, broken into lines of about the same length. */
export interface Block {
  lines: string[]
  size: number
  weight: Weight
}

/** The place that words have: how wide, how many lines at most, and in which sizes. */
export interface Place {
  width: number
  mostLines: number
  weight: Weight
  largest: number
  smallest: number
}

/**
 * Sets words in the largest size in which they fit into their place without a word being broken; what does not
 * fit in the smallest size either is broken and cut.
 */
export function setInto({ width, mostLines, weight, largest, smallest }: Place, text: string): Block {
  const words = writable(text, 300, 'no emoji')
  for (let size = Math.max(largest, smallest); ; size--) {
    const measure = (piece: string) => widthOf(piece, size, weight)
    const { lines, isWhole } = balanceText(words, width, mostLines, measure)
    if (isWhole || size <= smallest) return { lines, size, weight }
  }
}

/** How high the lines are together, in the unit of their size. */
export function heightOf({ lines, size }: Block): number {
  return lines.length * size * LINE_HEIGHT
}
