/**
 * Puts things in an order in which each comes after all that it depends on. Walks without recursion: a chain may be
 * as long as a form.
 * @returns the order, and the first circle of each set of things that depend on each other
 */
export function dependencyOrder(
  count: number,
  dependenciesOf: (index: number) => Iterable<number>,
): { order: number[]; cycles: number[][] } {
  const [UNSEEN, OPEN, DONE] = [0, 1, 2]
  const state = new Uint8Array(count)
  const order: number[] = []
  const cycles: number[][] = []
  for (let start = 0; start < count; start++) {
    if (state[start] !== UNSEEN) continue
    state[start] = OPEN
    const way = [{ index: start, left: dependenciesOf(start)[Symbol.iterator]() }]
    while (way.length > 0) {
      const here = way[way.length - 1] as (typeof way)[number]
      const { value: next, done } = here.left.next()
      if (done) {
        state[here.index] = DONE
        order.push(here.index)
        way.pop()
      } else if (state[next] === UNSEEN) {
        state[next] = OPEN
        way.push({ index: next, left: dependenciesOf(next)[Symbol.iterator]() })
      } else if (state[next] === OPEN) {
        const from = way.findIndex(({ index }) => index === next)
        cycles.push(way.slice(from).map(({ index }) => index))
      }
    }
  }
  return { order, cycles }
}

/** How many things wait for each other at most, in an order that {@link dependencyOrder} gave. */
export function longestChain(
  order: readonly number[],
  dependenciesOf: (index: number) => Iterable<number>,
): number {
  const lengths = new Map<number, number>()
  let longest = 0
  for (const index of order) {
    let length = 1
    for (const other of dependenciesOf(index)) length = Math.max(length, 1 + (lengths.get(other) ?? 0))
    lengths.set(index, length)
    longest = Math.max(longest, length)
  }
  return longest
}
