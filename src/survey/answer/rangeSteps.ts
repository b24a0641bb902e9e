/** A range as its row has it: it may count down. */
export interface Range {
  start: number
  end: number
  step: number
}

/** How many values a range has. */
export const stepCount = ({ start, end, step }: Range): number =>
  Math.floor(Math.abs(end - start) / step + CLOSE) + 1

/** The value at a place of a range, counted from 0. */
export const stepAt = ({ start, end, step }: Range, place: number): number =>
  // Steps of a tenth shall add up as they are written.
  Number((start + place * (start <= end ? step : -step)).toPrecision(12))

/** The values of a range that are nearest to a number within it: one when it is a value itself, else two. */
export function nearestSteps(range: Range, number: number): number[] {
  const place = Math.abs(number - range.start) / range.step
  const nearest = Math.round(place)
  if (Math.abs(place - nearest) < CLOSE) return [stepAt(range, nearest)]
  const places = [Math.floor(place), Math.ceil(place)].filter((each) => each < stepCount(range))
  return places.map((each) => stepAt(range, each)).sort((one, other) => one - other)
}

/** Steps that are no whole number of binary parts are not met exactly. */
const CLOSE = 1e-9
