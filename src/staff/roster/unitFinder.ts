import { mostSimilar } from '../../survey/expression/mostSimilar.ts'
import type { Unit } from '../../unit/unit.ts'

export type FoundUnit = { unit: Unit } | { ambiguous: Unit[] } | { near: Unit[] }

/** Unknown units for which near ones are looked for; each takes a look at all units. */
const MOST_LOOKED_FOR = 50
/** Units that are offered in place of an unknown one. */
const MOST_NEAR = 3
/** Part of what they say that two names must share to be near. */
const ENOUGH = 0.4

/**
 * Finds units as rosters call them: by code, or by name whatever its case and signs. Of an unknown one it tells those
 * that are called nearly so.
 */
export function unitFinder(units: readonly Unit[]): (text: string) => FoundUnit {
  const byCode = new Map(units.map((unit) => [unit.code.toLowerCase(), unit]))
  const byName = new Map<string, Unit[]>()
  for (const unit of units) byName.set(plain(unit.name), [...(byName.get(plain(unit.name)) ?? []), unit])
  const found = new Map<string, FoundUnit>()
  const frequency = new Map<string, number>()
  for (const unit of units)
    for (const word of wordsOf(`${unit.name} ${unit.code}`))
      frequency.set(word, (frequency.get(word) ?? 0) + 1)

  /** What half the offices are called says little: words weigh the less the more units have them. */
  const weight = (words: Iterable<string>) =>
    [...words].reduce((sum, word) => sum + 1 / (frequency.get(word) ?? 1), 0)

  /** Of all that the shorter name says, the part that both say; so a short form is near the whole name. */
  function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
    const shared = [...one].filter((word) => other.has(word))
    return shared.length > 0 ? weight(shared) / Math.min(weight(one), weight(other)) : 0
  }

  let lookedFor = 0
  function near(text: string): Unit[] {
    if (++lookedFor > MOST_LOOKED_FOR) return []
    const words = wordsOf(text)
    const shared = units
      .map((unit) => ({ unit, part: overlap(words, wordsOf(`${unit.name} ${unit.code}`)) }))
      .filter(({ part }) => part >= ENOUGH)
      .sort((a, b) => b.part - a.part)
      .map(({ unit }) => unit)
    const mistyped = byName.get(mostSimilar(plain(text), byName.keys()) ?? '') ?? []
    return [...new Set([...mistyped, ...shared])].slice(0, MOST_NEAR)
  }

  function look(text: string): FoundUnit {
    const unit = byCode.get(text.toLowerCase())
    if (unit) return { unit }
    const [only, ...others] = byName.get(plain(text)) ?? []
    if (!only) return { near: near(text) }
    return others.length > 0 ? { ambiguous: [only, ...others] } : { unit: only }
  }

  // Thousands of rows name the same few units.
  return (text) => {
    const known = found.get(text)
    if (known) return known
    const looked = look(text)
    found.set(text, looked)
    return looked
  }
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const wordsOf = (text: string) => new Set(plain(text).split(' ').filter(Boolean))
