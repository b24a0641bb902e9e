/**
 * How many respondents a population needs to be represented, by Krejcie & Morgan (1970) with 95 % confidence
 * (χ² = 3.841), P = 0.5 and a margin of 5 %: 100 → 80, 1000 → 278, and never more than 384.
 * @param population users of the service; 0 needs none
 * @throws RangeError unless the population is a whole number from 0
 */
export function sampleSize(population: number): number {
  if (!Number.isInteger(population) || population < 0)
    throw new RangeError(`a population is a whole number from 0, not ${population}`)
  if (population === 0) return 0
  // S = 3.841·N·P(1−P) / (0.05²·(N−1) + 3.841·P(1−P)), all times 100 000 to be whole numbers.
  const size = BigInt(population)
  const numerator = 96_025n * size
  const denominator = 250n * (size - 1n) + 96_025n
  return Number((2n * numerator + denominator) / (2n * denominator))
}
