import { draws } from './typeface.ts'

/** Stands for words of which nothing can be drawn. */
const UNKNOWN = '?'

/** Marks, joiners, directions, skin tones, halves of flags: signs that mean something only with their neighbours. */
const JOINING = /[\p{C}\p{M}\p{Emoji_Modifier}\p{Regional_Indicator}]/gu

/** Scripts written one letter after the other; others are drawn by rules that we do not have. */
const FOREIGN = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]/gu

/** Signs our fonts lack and people use, in which leaving them out would change what was said. */
const SPELLED: Record<string, string> = {
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '≈': '~',
  '→': '->',
  '←': '<-',
  '↑': '⬆',
  '↓': '⬇',
  '★': '*',
  '●': '•',
  '✓': '✔',
  '✗': '✖',
}

/**
 * What our fonts can draw of somebody's words, on one line and at most so many characters. Control characters,
 * marks of direction, piled-up accents and scripts we have no letters for go. Emoji stay, in one colour, where
 * they are wanted. What had words but nothing that can be drawn is a question mark.
 */
export function writable(text: string, longest: number, emoji: 'emoji' | 'no emoji'): string {
  const simple = text
    .slice(0, longest * 4)
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(JOINING, '')
    .replace(FOREIGN, '')
  const drawn = Array.from(simple)
    .flatMap((character) => Array.from(SPELLED[character] ?? character))
    .filter((character) => draws('regular', character) || (emoji === 'emoji' && draws('emoji', character)))
    .join('')
    .replace(/ +/g, ' ')
    .trim()
  if (drawn === '' && text.trim() !== '') return UNKNOWN
  return Array.from(drawn).slice(0, longest).join('')
}
