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

/** Whether the font has a drawing for the character. */
export function draws(font: FontName, character: string): boolean {
  return fontOf(font).hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
}

/**
 * How wide a line is when it is set in this size and weight, in the unit of the size. Kerning is left out: it
 * changes a line by less than a hundredth. Emoji are counted with their own font.
 */
export function widthOf(text: string, size: number, weight: Weight): number {
  const font = fontOf(weight)
  let units = 0
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    const drawer = font.hasGlyphForCodePoint(codePoint) ? font : fontOf('emoji')
    units += (drawer.glyphForCodePoint(codePoint).advanceWidth / drawer.unitsPerEm) * size
  }
  return units
}

function fontOf(name: FontName): Font {
  const known = opened.get(name)
  if (known) return known
  const font = openSync(FONT_FILES[name])
  if (!('glyphForCodePoint' in font))
    throw new Error(`${FONT_FILES[name]} holds several fonts: one was expected`)
  opened.set(name, font)
  return font
}
