import type { Unit } from './unit.ts'

/** What people write for the parts of a name that offices write otherwise. */
const ALIASES: Record<string, string> = {
  pkm: 'puskesmas',
  rs: 'rsud',
  capil: 'dukcapil',
  camat: 'kecamatan',
  kec: 'kecamatan',
}

/**
 * Units whose name, district and code together hold every word of the text, in any order and case;
 * those whose name begins with it come first.
 */
export function searchUnits(units: readonly Unit[], text: string): Unit[] {
  const words = plain(text).split(' ').filter(Boolean).slice(0, 8)
  const found = units.filter((unit) => {
    const known = plain(`${unit.name} ${unit.district ?? ''} ${unit.code}`)
    return words.every((word) => known.includes(word) || known.includes(ALIASES[word] ?? word))
  })
  const starts = (unit: Unit) => (plain(unit.name).startsWith(words.join(' ')) ? 0 : 1)
  return found.sort((a, b) => starts(a) - starts(b))
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
