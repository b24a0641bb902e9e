import { draws, EMOJI_FAMILY, widthOf } from './typeface.ts'

/**
 * Gives every emoji in an SVG its font and its place. Without that, what draws the SVG looks for a second font
 * for the whole line, and loses the line as soon as that font makes other ligatures.
 * @param svg as ECharts writes it: one line of words in each `<text>`, which starts at its origin
 */
export function emojiInTheirFont(svg: string): string {
  return svg.replace(/(<text[^>]*>)([^<]*)(?=<\/text>)/g, (whole, tag: string, words: string) => {
    const runs = runsOf(words)
    if (!runs.some(({ isEmoji }) => isEmoji)) return whole
    const size = Number(/font-size:([\d.]+)px/.exec(tag)?.[1])
    const weight = tag.includes('font-weight:bold') ? 'bold' : 'regular'
    let x = 0
    const placed = runs.map(({ text, isEmoji }) => {
      const span = `<tspan x="${x.toFixed(1)}"${isEmoji ? ` font-family="${EMOJI_FAMILY}"` : ''}>${text}</tspan>`
      x += widthOf(unescaped(text), size, weight)
      return span
    })
    return tag + placed.join('')
  })
}

/** The words by turns: what the plain font draws together, and each emoji by itself. */
function runsOf(words: string): { text: string; isEmoji: boolean }[] {
  const runs: { text: string; isEmoji: boolean }[] = []
  for (const character of words) {
    const isEmoji = !draws('regular', character)
    const last = runs.at(-1)
    if (last && !isEmoji && !last.isEmoji) last.text += character
    else runs.push({ text: character, isEmoji })
  }
  return runs
}

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
}

const unescaped = (text: string): string => text.replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity)
