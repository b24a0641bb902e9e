/** Somewhere a person may be, for the chat page: roughly where it is, in degrees. */
export interface NamedPlace {
  name: string
  latitude: number
  longitude: number
}

/** Places of Kabupaten Tebo to send as a location, and one outside, to see what a survey says to that. */
export const places: readonly NamedPlace[] = [
  { name: 'Muara Tebo', latitude: -1.4931, longitude: 102.445 },
  { name: 'Rimbo Bujang', latitude: -1.4506, longitude: 102.1153 },
  { name: 'Sungai Bengkal, Tebo Ilir', latitude: -1.6009, longitude: 102.6709 },
  { name: 'Pulau Temiang, Tebo Ulu', latitude: -1.3153, longitude: 102.2311 },
  { name: 'Teluk Singkawang, Sumay', latitude: -1.3622, longitude: 102.4438 },
  { name: 'Monas, Jakarta (di luar Tebo)', latitude: -6.17539, longitude: 106.82715 },
]

const nearby = 15

/** The named place that lies within 15 km, if one does. */
export function placeNear(latitude: number, longitude: number): NamedPlace | undefined {
  const distances = places.map((place) => ({ place, far: kilometres(place, { latitude, longitude }) }))
  const [nearest] = distances.toSorted((a, b) => a.far - b.far)
  return nearest && nearest.far <= nearby ? nearest.place : undefined
}

type Point = Omit<NamedPlace, 'name'>

/** Near enough for a few kilometres near the equator. */
function kilometres(a: Point, b: Point): number {
  const degree = 111.2
  return degree * Math.hypot(a.latitude - b.latitude, a.longitude - b.longitude)
}
