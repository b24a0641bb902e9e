const MOST_COMPARED = 2_000
const LONGEST = 60

/** The name that differs least from a mistyped one; nothing when none is near. */
export function mostSimilar(name: string, names: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(1, Math.floor(Math.min(name.length, LONGEST) / 3)) + 1
  let compared = 0
  for (const other of names) {
    if (++compared > MOST_COMPARED) break
    if (Math.abs(other.length - name.length) >= least || other.length > LONGEST) continue
    const distance = distanceOf(name.toLowerCase(), other.toLowerCase())
    if (distance < least) [best, least] = [other, distance]
  }
  return best
}

/** Letters to insert, delete, replace or swap to make one word the other (optimal string alignment). */
function distanceOf(one: string, other: string): number {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let at = 1; at <= one.length; at++) {
    const next = [at]
    for (let to = 1; to <= other.length; to++) {
      const replaced = (row[to - 1] as number) + (one[at - 1] === other[to - 1] ? 0 : 1)
      const isSwapped = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]
      const swapped = isSwapped ? (before[to - 2] as number) + 1 : replaced
      next.push(Math.min(replaced, swapped, (row[to] as number) + 1, (next[to - 1] as number) + 1))
    }
    before = row
    row = next
  }
  return row[other.length] as number
}
