/** Typed coordinates as `latitude longitude 0 0`: `-1.49, 102.44`, `-1,49 102,44`. Nothing when they are none. */
export function readPlace(typed: string): string | undefined {
  const text = typed.trim()
  const points = /^(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(text)
  const commas = /^(-?\d{1,2},\d+)[; ]\s*(-?\d{1,3},\d+)$/.exec(text)
  const [, north, east] = points ?? commas ?? []
  if (north === undefined || east === undefined) return undefined
  const [latitude, longitude] = [north, east].map((number) => Number(number.replace(',', '.'))) as [
    number,
    number,
  ]
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? `${latitude} ${longitude} 0 0` : undefined
}
