/** Remembers the last so many moments at which something was sent, so that no second ever has more. */
export function recentSends(most: number) {
  const ring = new Float64Array(most).fill(-Infinity)
  let next = 0

  return {
    add(now: number): void {
      ring[next] = now
      next = (next + 1) % most
    },

    /** Milliseconds until one more would not be the one too many of a second. */
    wait(now: number): number {
      return Math.max(0, (ring[next] ?? -Infinity) + 1000 - now)
    },
  }
}
