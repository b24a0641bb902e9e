/** How days or times are spread: `day` (2026-03-15), `month` (2026-03), `year` (2026), or `hour` of the day (08). */
export interface TimeSummary {
  n: number
  first: string
  last: string
  by: 'day' | 'month' | 'year' | 'hour'
  /** In the order of time; those that nobody named are left out. */
  bars: { name: string; count: number }[]
}

/** With more different ones, days are put together by month and months by year. */
const MOST = { day: 14, month: 24 }

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/

/** Characters of a stored value that make up its day, month or year. */
const LENGTH = { day: 10, month: 7, year: 4 }

/** Sums up days `YYYY-MM-DD` or moments that begin with one; what is none is not counted. Nothing without any. */
export function daySummary(values: readonly string[]): TimeSummary | undefined {
  const days = values.filter((value) => DAY.test(value)).map((value) => value.slice(0, 10))
  const by = (['day', 'month'] as const).find(
    (each) => new Set(days.map((day) => day.slice(0, LENGTH[each]))).size <= MOST[each],
  )
  return summary(days, by ?? 'year', LENGTH[by ?? 'year'])
}

/** Sums up times of day `HH:MM…` by their hours. */
export function hourSummary(values: readonly string[]): TimeSummary | undefined {
  const times = values.filter((value) => /^\d\d:\d\d/.test(value)).map((value) => value.slice(0, 5))
  return summary(times, 'hour', 2)
}

function summary(values: readonly string[], by: TimeSummary['by'], length: number): TimeSummary | undefined {
  const sorted = values.toSorted()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const counts = new Map<string, number>()
  for (const value of sorted) {
    const name = value.slice(0, length)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return {
    n: sorted.length,
    first,
    last,
    by,
    bars: Array.from(counts, ([name, count]) => ({ name, count })),
  }
}
