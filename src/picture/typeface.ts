import { createRequire } from 'node:module'
import { type Font, openSync } from 'fontkit'

const { resolve } = createRequire(import.meta.url)

export type Weight = 'regular' | 'bold'

/** The names under which the font files know themselves. */
export const FONT_FAMILY = 'Noto Sans'
export const EMOJI_FAMILY = 'Noto Emoji'

/** The font files by what they draw. They come inside npm packages: nothing is taken from the system. */
export const FONT_FILES = {
  regular: resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  emoji: resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
} as const

/** From the top of a line of type to its baseline, and on to its foot, as shares of the size. */
export const ASCENT = 1.069
export const DESCENT = 0.293

type FontName = keyof typeof FONT_FILES

const opened = new Map<FontName, Font>()
const known: Record<FontName, Map<number, number | undefined>> = {
  regular: new Map(),
  bold: new Map(),
  emoji: new Map(),
}

/** Whether the font has a drawing for the character. */
export function draws(font: FontName, character: string): boolean {
  return advance(font, character) !== undefined
}

/**
 * How wide a line is when it is set in this size and weight, in the unit of the size. Kerning is left out: it
 * changes a line by less than a hundredth. Emoji are counted with their own font, what none draws not at all.
 */
export function widthOf(text: string, size: number, weight: Weight): number {
  let ems = 0
  for (const character of text) ems += advance(weight, character) ?? advance('emoji', character) ?? 0
  return ems * size
}

/** From one character to the next, in ems; looked up once, because the font decodes it anew each time. */
function advance(name: FontName, character: string): number | undefined {
  const codePoint = character.codePointAt(0) ?? 0
  const advances = known[name]
  if (advances.has(codePoint)) return advances.get(codePoint)
  const font = fontOf(name)
  const ems = font.hasGlyphForCodePoint(codePoint)
    ? font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm
    : undefined
  advances.set(codePoint, ems)
  return ems
}

function fontOf(name: FontName): Font {
  const before = opened.get(name)
  if (before) return before
  const font = openSync(FONT_FILES[name])
  if (!('glyphForCodePoint' in font))
    throw new Error(`${FONT_FILES[name]} holds several fonts: one was expected`)
  opened.set(name, font)
  return font
}
