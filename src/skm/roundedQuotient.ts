/**
 * The quotient of two whole numbers, rounded half-up to so many decimals without any error on the way.
 * @throws RangeError unless the numerator is at least 0 and the denominator above 0
 */
export function roundedQuotient(numerator: bigint, denominator: bigint, decimals: number): number {
  if (numerator < 0n || denominator <= 0n) throw new RangeError(`no share: ${numerator}/${denominator}`)
  const scale = 10n ** BigInt(decimals)
  return Number((2n * numerator * scale + denominator) / (2n * denominator)) / Number(scale)
}
