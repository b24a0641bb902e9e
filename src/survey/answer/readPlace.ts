/**
 * Typed coordinates as `latitude longitude 0 0`: `-1.49, 102.44`, `-1,49 102,44`, `1,49 LS 102,44 BT`, or the link of a
 * map that has them in it. Nothing when they are none.
 */
export function readPlace(typed: string): string | undefined {
  const text = typed.trim()
  const [, north, east] = PLAIN.exec(text) ?? COMMAS.exec(text) ?? []
  if (north !== undefined && east !== undefined) return place(degrees(north), degrees(east))
  const [, one, oneSide = '', other, otherSide = ''] = SIDES.exec(text) ?? []
  if (one !== undefined && other !== undefined)
    return place(degrees(one) * side(oneSide), degrees(other) * side(otherSide))
  const [, latitude, longitude] = LINK.exec(text) ?? []
  return latitude === undefined || longitude === undefined
    ? undefined
    : place(degrees(latitude), degrees(longitude))
}

const PLAIN = /^(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)$/
const COMMAS = /^(-?\d{1,2},\d+)[; ]\s*(-?\d{1,3},\d+)$/
/** Lintang Selatan and Utara, Bujur Timur and Barat; or the English letters. */
const SIDES = /^(\d{1,2}(?:[.,]\d+)?)\s*°?\s*(LS|LU|S|N)\b[\s,;]*(\d{1,3}(?:[.,]\d+)?)\s*°?\s*(BT|BB|E|W)$/i
/** Where maps write a place in their links: after `@`, `q=`, `ll=`, `query=`, or `geo:`. */
const LINK =
  /^(?:geo:|https?:\/\/\S{0,500}?(?:@|[?&](?:q|ll|query|center)=))(-?\d{1,2}\.\d+)(?:,|%2C)\+?(-?\d{1,3}\.\d+)/i

const degrees = (number: string) => Number(number.replace(',', '.'))
const side = (letters: string) => (/^(?:LS|S|BB|W)$/i.test(letters) ? -1 : 1)

function place(latitude: number, longitude: number): string | undefined {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? `${latitude} ${longitude} 0 0` : undefined
}
