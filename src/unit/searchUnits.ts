import type { Unit } from './unit.ts'

/** What people write for the parts of a name that offices write otherwise. */
const ALIASES = new Map([
  ['pkm', 'puskesmas'],
  ['rs', 'rsud'],
  ['capil', 'dukcapil'],
  ['camat', 'kecamatan'],
  ['kec', 'kecamatan'],
])

/**
 * Units whose name, district and code together hold every word of the text, in any order and case;
 * those whose name begins with it come first, then those where it begins words.
 */
export function searchUnits(units: readonly Unit[], text: string): Unit[] {
  const words = plain(text).split(' ').filter(Boolean).slice(0, 8)
  const found: { unit: Unit; rank: number }[] = []
  for (const unit of units) {
    const known = ` ${plain(`${unit.name} ${unit.district ?? ''} ${unit.code}`)}`
    const holds = (before: string) =>
      words.every((word) => known.includes(before + word) || known.includes(before + official(word)))
    if (!holds('')) continue
    const isStart =
      known.startsWith(` ${words.map(official).join(' ')}`) || known.startsWith(` ${words.join(' ')}`)
    found.push({ unit, rank: isStart ? 0 : holds(' ') ? 1 : 2 })
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ unit }) => unit)
}

const official = (word: string) => ALIASES.get(word) ?? word

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
