import type { ElementIndex } from './satisfactionIndex.ts'

/**
 * The elements with the lowest means, the lowest first: the priorities of the follow-up plan.
 * Compared before rounding; equals keep the order they come in, which is the regulation's.
 * Elements nobody answered are left out.
 */
export function lowestElements<T extends Pick<ElementIndex, 'total' | 'n'>>(
  elements: readonly T[],
  count: number,
): T[] {
  return elements
    .filter(({ n }) => n > 0)
    .sort((a, b) => a.total * b.n - b.total * a.n)
    .slice(0, count)
}
