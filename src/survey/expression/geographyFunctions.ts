import type { Cursor } from './cursor.ts'
import { type FunctionDefinition, type Given, MANY } from './functionDefinition.ts'
import { stringOf } from './value.ts'

interface Point {
  latitude: number
  longitude: number
}

/** JavaRosa's figures of the earth, in metres. */
const RADIUS = 6_378_100
const CIRCUMFERENCE = 40_075_160

/** Places: a point is `latitude longitude altitude accuracy`; a line or an area, points joined by `;`. */
export const geographyFunctions: Record<string, FunctionDefinition> = {
  distance: ofPoints((points) => {
    let metres = 0
    for (let at = 1; at < points.length; at++) metres += between(points[at - 1] as Point, points[at] as Point)
    return points.length < 2 ? 0 : cents(metres)
  }),
  area: ofPoints((points) => cents(areaOf(points))),
  'enclosed-area': ofPoints((points) => cents(areaOf(points))),
  geofence: {
    least: 2,
    most: 2,
    build:
      ([place, fence]) =>
      (cursor) => {
        const [point] = place ? pointsOf([place], cursor) : []
        return point !== undefined && fence !== undefined && isInside(point, pointsOf([fence], cursor))
      },
  },
}

function ofPoints(compute: (points: readonly Point[]) => number): FunctionDefinition {
  return { least: 1, most: MANY, build: (given) => (cursor) => compute(pointsOf(given, cursor)) }
}

function pointsOf(given: readonly Given[], cursor: Cursor): Point[] {
  const texts = given.flatMap(({ nodes, value }) =>
    nodes ? nodes(cursor).map((node) => stringOf(node.value())) : [stringOf(value(cursor))],
  )
  return texts.flatMap((text) => text.split(';').flatMap((each) => pointOf(each) ?? []))
}

function pointOf(text: string): Point | undefined {
  const [latitude, longitude] = text.trim().split(/\s+/).map(Number)
  if (latitude === undefined || longitude === undefined) return undefined
  return Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : undefined
}

const radians = (degrees: number) => (degrees * Math.PI) / 180
const cents = (value: number) => Math.round(value * 100) / 100

function between(one: Point, other: Point): number {
  const north = radians(other.latitude - one.latitude)
  const east = radians(other.longitude - one.longitude)
  const half =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(east / 2) ** 2
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** Square metres inside a line of points, on a map whose metres are right at the first of them. */
function areaOf(points: readonly Point[]): number {
  const [origin] = points
  if (!origin || points.length < 3) return 0
  const scale = CIRCUMFERENCE / 360
  const flat = points.map(({ latitude, longitude }) => ({
    x: (longitude - origin.longitude) * scale * Math.cos(radians(latitude)),
    y: (latitude - origin.latitude) * scale,
  }))
  let twice = 0
  for (const [index, { x, y }] of flat.entries()) {
    const next = flat[(index + 1) % flat.length] as { x: number; y: number }
    twice += x * next.y - next.x * y
  }
  return Math.abs(twice) / 2
}

/** Whether a point lies inside an area, by how often a line to the east crosses its border. */
function isInside({ latitude, longitude }: Point, border: readonly Point[]): boolean {
  let inside = false
  for (const [index, one] of border.entries()) {
    const other = border[(index + border.length - 1) % border.length] as Point
    if (one.latitude > latitude === other.latitude > latitude) continue
    const crossing =
      ((other.longitude - one.longitude) * (latitude - one.latitude)) / (other.latitude - one.latitude) +
      one.longitude
    if (longitude < crossing) inside = !inside
  }
  return inside
}
