import type { Language } from '../texts.ts'

/** How often each of several things was said; in one period, or in two to compare them. */
export interface BarChart {
  /** How numbers are written. */
  language: Language
  title: string
  /** Whom it is about, such as `n = 1.234 responden`. */
  subtitle?: string
  /** Small print at the foot, such as the source and the day. */
  footer?: string
  /** The period drawn, or the two that are compared, in this order; the names are shown when there are two. */
  periods: [Period] | [Period, Period]
  /** From top to bottom. */
  bars: Bar[]
  /** What the smallest ones together are called, when there are more than can be drawn. */
  restLabel: string
}

export interface Period {
  name: string
  /** How many people 100 % are. */
  total: number
}

export interface Bar {
  label: string
  /** How many people said this, a number for each period; one that is missing is 0. */
  counts: number[]
}

/** Rows that are drawn at most. With more, the picture would outgrow what Telegram takes as a photo. */
export const MOST_ROWS = 40

/**
 * The bars that are drawn: all, or when there are too many the largest ones in their order, and what the others
 * come to together. (Where people may give several answers, that sum counts answers, not people.)
 */
export function drawnBars({ bars, periods }: BarChart): { drawn: Bar[]; restCounts: number[] | undefined } {
  if (bars.length <= MOST_ROWS) return { drawn: bars, restCounts: undefined }
  const largest = new Set(bars.toSorted((a, b) => sumOf(b) - sumOf(a)).slice(0, MOST_ROWS - 1))
  const rest = bars.filter((bar) => !largest.has(bar))
  return {
    drawn: bars.filter((bar) => largest.has(bar)),
    restCounts: periods.map((_, period) => rest.reduce((sum, bar) => sum + (bar.counts[period] ?? 0), 0)),
  }
}

const sumOf = (bar: Bar): number => bar.counts.reduce((sum, count) => sum + count, 0)
