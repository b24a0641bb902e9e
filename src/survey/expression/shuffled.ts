const MODULUS = 2_147_483_647
const MULTIPLIER = 16_807

/**
 * The items in an order that follows from the seed, the same one in every engine of ODK: Park and Miller's numbers
 * in the inside-out shuffle of Fisher and Yates.
 */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = (Number.isFinite(seed) ? Math.trunc(seed) : 0) % MODULUS
  if (state <= 0) state += MODULUS - 1
  const order: T[] = []
  for (const [index, item] of items.entries()) {
    state = (state * MULTIPLIER) % MODULUS
    const place = Math.floor(((state - 1) / (MODULUS - 1)) * (index + 1))
    if (place === index) order.push(item)
    else {
      order.push(order[place] as T)
      order[place] = item
    }
  }
  return order
}
