/** Capital letters and digits that nobody takes for each other, on paper or by telephone. */
const ALPHABET = 'ABCDEFGHJKLMNPQRTUVWXYZ34679'
const LENGTH = 8

/**
 * A code that cannot be guessed: one of 28^8, about 378 thousand million.
 * @param randomBelow a random whole number from 0 to below the one it is given
 */
export const oneTimeCode = (randomBelow: (limit: number) => number): string =>
  Array.from({ length: LENGTH }, () => ALPHABET[randomBelow(ALPHABET.length)]).join('')

/** A code as it is shown: `ABCD-3467`. */
export const shownCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

/** A code as it was typed, with or without hyphen, in any case; nothing for what looks like none. */
export function readCode(typed: string): string | undefined {
  const code = typed
    .slice(0, 40)
    .replace(/[\s.\-‐-―]/g, '')
    .toUpperCase()
  const isCode = code.length === LENGTH && [...code].every((character) => ALPHABET.includes(character))
  return isCode ? code : undefined
}
