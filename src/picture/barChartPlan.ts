import { formatNumber } from '../numbers.ts'
import type { Language } from '../texts.ts'
import { type BarChart, drawnBars } from './barChart.ts'
import { type Weight, widthOf } from './typeface.ts'
import { balanceText, wrapText } from './wrapText.ts'
import { writable } from './writable.ts'

/** Pixels; about as many as a telephone's screen is wide. */
export const WIDTH = 1080
export const MARGIN = 60
const INNER = WIDTH - 2 * MARGIN

/** Size, weight and distance of lines, in pixels. */
export interface Type {
  size: number
  weight: Weight
  lineHeight: number
}

export const TYPE = {
  title: { size: 52, weight: 'bold', lineHeight: 66 },
  subtitle: { size: 36, weight: 'regular', lineHeight: 48 },
  legend: { size: 34, weight: 'regular', lineHeight: 50 },
  label: { size: 36, weight: 'regular', lineHeight: 47 },
  value: { size: 36, weight: 'bold', lineHeight: 47 },
  footer: { size: 28, weight: 'regular', lineHeight: 38 },
} as const satisfies Record<string, Type>

/** From the end of a bar to its value. */
export const VALUE_GAP = 14

/** What stands on one line of the drawing: a line of a label, a bar with its value, or nothing between two rows. */
export type ChartLine = { label: string } | { period: number; share: number; value: string } | 'blank'

/** Where everything in a bar chart comes, in pixels, and how its words break into lines. */
export interface BarChartPlan {
  height: number
  title: string[]
  subtitle: string[]
  legend: string[]
  footer: string[]
  top: { subtitle: number; legend: number; lines: number; footer: number }
  /** All of one height, that of a line of a label. */
  lines: ChartLine[]
  /** The share of the people that a bar over the whole width stands for. */
  longestShare: number
  /** Kept free to the right of the longest bar. */
  valueWidth: number
}

/**
 * Lays a bar chart out. Whatever the words and however many the bars, everything ends up inside the picture:
 * long words break and are cut, and the more bars, the fewer lines for each label.
 * @throws RangeError for a count or total that is negative or not finite
 */
export function planBarChart(chart: BarChart): BarChartPlan {
  const title = typeset(balanceText, chart.title, TYPE.title, 3)
  const subtitle = typeset(wrapText, chart.subtitle ?? '', TYPE.subtitle, 2)
  const names = chart.periods.length === 1 ? [] : chart.periods.map(({ name }) => name)
  const legend = names.map((name) => typeset(wrapText, name, TYPE.legend, 1, INNER - 60)[0] ?? '')
  const lines = linesOf(chart)
  const bars = lines.filter((line) => line !== 'blank' && 'value' in line)
  const footer = typeset(wrapText, chart.footer ?? '', TYPE.footer, 3)

  const subtitleTop = MARGIN + title.length * TYPE.title.lineHeight + 8
  const legendTop = subtitleTop + subtitle.length * TYPE.subtitle.lineHeight + 24
  const linesTop = legendTop + legend.length * TYPE.legend.lineHeight + 24
  const footerTop = linesTop + lines.length * TYPE.label.lineHeight
  return {
    height: footerTop + footer.length * TYPE.footer.lineHeight + (footer.length > 0 ? MARGIN - 10 : 10),
    title,
    subtitle,
    legend,
    footer,
    top: { subtitle: subtitleTop, legend: legendTop, lines: linesTop, footer: footerTop },
    lines,
    longestShare: Math.max(0, ...bars.map(({ share }) => share)) || 1,
    valueWidth:
      VALUE_GAP + Math.max(0, ...bars.map(({ value }) => widthOf(value, TYPE.value.size, TYPE.value.weight))),
  }
}

function linesOf(chart: BarChart): ChartLine[] {
  const { drawn, restCounts } = drawnBars(chart)
  const mostLines = drawn.length <= 12 ? 3 : drawn.length <= 24 ? 2 : 1
  const row = (label: string, values: ChartLine[]): ChartLine[] => [
    ...typeset(wrapText, label, TYPE.label, mostLines).map((line) => ({ label: line })),
    ...values,
    'blank',
  ]
  const barsOf = (counts: number[]) =>
    chart.periods.map(({ total }, period) => ({
      period,
      ...shareOf(counts[period] ?? 0, total, chart.language),
    }))

  const rows = drawn.flatMap(({ label, counts }) => row(label, barsOf(counts)))
  if (!restCounts) return rows
  // The rest is many small things: as a bar it would look like the greatest, and the others like nothing.
  const withoutLength = barsOf(restCounts).map((bar) => ({ ...bar, share: 0 }))
  return [...rows, ...row(chart.restLabel, withoutLength)]
}

/** Where people gave several answers, the rest may be more than 100 % of them: then the count says enough. */
function shareOf(count: number, total: number, language: Language) {
  if (!(count >= 0 && total >= 0 && Number.isFinite(count) && Number.isFinite(total)))
    throw new RangeError(`${count} of ${total}: numbers from 0 were expected`)
  const percent = total === 0 ? 0 : (100 * count) / total
  const counted = formatNumber(count, language)
  return {
    share: percent / 100,
    value: percent > 100 ? counted : `${counted} (${formatNumber(percent, language, 1)}%)`,
  }
}

function typeset(
  wrap: typeof wrapText,
  text: string,
  { size, weight }: Type,
  mostLines: number,
  width = INNER,
): string[] {
  return wrap(writable(text, 300, 'emoji'), width, mostLines, (piece) => widthOf(piece, size, weight)).lines
}
