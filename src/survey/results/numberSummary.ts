/** What can be said of many numbers. Quartiles lie between values where need be, as spreadsheets reckon them. */
export interface NumberSummary {
  n: number
  mean: number
  median: number
  min: number
  max: number
  /** First and third quartile (R's type 7, Excel's QUARTILE.INC). */
  quartiles: [number, number]
  /** All of them are whole numbers. */
  isWhole: boolean
  bars: NumberBar[]
}

/** Numbers from `from` up to but without `to`. */
export interface NumberBar {
  from: number
  to: number
  count: number
}

/** With so few different whole numbers each gets a bar of its own. */
const MOST_SINGLE = 12
/** About as many bars as there are otherwise, at most two more. */
const BARS = 8

/** Sums up numbers in any order; nothing when there are none. All must be finite. */
export function numberSummary(values: readonly number[]): NumberSummary | undefined {
  const sorted = Float64Array.from(values).sort()
  const [min, max] = [sorted[0], sorted.at(-1)]
  if (min === undefined || max === undefined) return undefined
  let mean = 0
  // Adding shares instead of dividing the sum: the sum may be too large for a number, the mean never is.
  for (const value of sorted) mean += value / sorted.length
  const isWhole = sorted.every(Number.isSafeInteger)
  return {
    n: sorted.length,
    mean: Number(mean.toPrecision(12)),
    median: quantile(sorted, 0.5),
    min,
    max,
    quartiles: [quantile(sorted, 0.25), quantile(sorted, 0.75)],
    isWhole,
    bars: barsOf(sorted, min, max, isWhole),
  }
}

function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? 0
  return Number((below + (above - below) * (place % 1)).toPrecision(12))
}

function barsOf(sorted: Float64Array, min: number, max: number, isWhole: boolean): NumberBar[] {
  const span = max - min
  if (!Number.isFinite(span)) return []
  const width = isWhole && span < MOST_SINGLE ? 1 : roundWidth(span / BARS || 1, isWhole)
  const first = Math.floor(min / width)
  const count = Math.floor(max / width) - first + 1
  const bars = Array.from({ length: count }, (_, index) => ({
    from: Number(((first + index) * width).toPrecision(12)),
    to: Number(((first + index + 1) * width).toPrecision(12)),
    count: 0,
  }))
  for (const value of sorted) {
    const bar = bars[Math.floor(value / width) - first]
    if (bar) bar.count += 1
  }
  return bars
}

/** The next 1, 2 or 5 times a power of ten: people read 20–29 more easily than 19–27. */
function roundWidth(least: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const width = [1, 2, 5, 10].map((step) => step * power).find((each) => each >= least * (1 - 1e-9)) ?? least
  return isWhole ? Math.max(1, width) : width
}
