const graphemes = new Intl.Segmenter('id', { granularity: 'grapheme' })

export interface Wrapped {
  lines: string[]
  /** False when words were left out at the end or cut in two. */
  isWhole: boolean
}

/**
 * Breaks a line of words into lines that fit a width, at spaces, and inside a word only when it alone is too
 * wide. What goes beyond the last line is left out and an ellipsis says so. Empty text has no lines.
 * @param widthOf the width of a piece of text, in the unit of `width`
 */
export function wrapText(
  text: string,
  width: number,
  mostLines: number,
  widthOf: (text: string) => number,
): Wrapped {
  const lines: string[] = []
  let isWhole = true
  let line = ''
  const words = text.split(' ').filter((word) => word !== '')

  for (const word of words) {
    const together = line === '' ? word : `${line} ${word}`
    if (widthOf(together) <= width) {
      line = together
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = widthOf(word) <= width ? [word] : piecesOf(word, width, widthOf)
    if (pieces.length > 1) isWhole = false
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
    if (lines.length >= mostLines) break
  }
  if (line !== '') lines.push(line)
  if (lines.length <= mostLines) return { lines, isWhole }

  const kept = lines.slice(0, mostLines)
  kept[mostLines - 1] = shortened(kept[mostLines - 1] ?? '', width, widthOf)
  return { lines: kept, isWhole: false }
}

/**
 * As wrapText, but with lines of about the same length, for headings: no last line with a single word.
 */
export function balanceText(
  text: string,
  width: number,
  mostLines: number,
  widthOf: (text: string) => number,
): Wrapped {
  const widest = wrapText(text, width, mostLines, widthOf)
  if (!widest.isWhole || widest.lines.length < 2) return widest
  let balanced = widest
  for (let narrower = width * 0.95; narrower > width / 2; narrower *= 0.95) {
    const next = wrapText(text, narrower, mostLines, widthOf)
    if (!next.isWhole || next.lines.length > widest.lines.length) break
    balanced = next
  }
  return balanced
}

/** A word in pieces that each fit; a piece has one character at least, however narrow the width. */
function piecesOf(word: string, width: number, widthOf: (text: string) => number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && widthOf(piece + segment) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += segment
  }
  return [...pieces, piece]
}

function shortened(line: string, width: number, widthOf: (text: string) => number): string {
  const characters = [...graphemes.segment(line)].map(({ segment }) => segment)
  while (characters.length > 0 && widthOf(`${characters.join('').trimEnd()}…`) > width) characters.pop()
  return `${characters.join('').trimEnd()}…`
}
