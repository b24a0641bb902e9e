import { createRequire } from 'node:module'
import type * as ECharts from 'echarts'
import type { BarChart } from './barChart.ts'
import { type BarChartPlan, MARGIN, planBarChart, TYPE, type Type, VALUE_GAP, WIDTH } from './barChartPlan.ts'
import { emojiInTheirFont } from './emojiInTheirFont.ts'
import { FONT_FAMILY } from './typeface.ts'

// The one file in which ECharts is also published loads eight times as fast as its 500 modules.
const echarts: typeof ECharts = createRequire(import.meta.url)('echarts/dist/echarts.common.min.js')

const INK = '#17211f'
const PALE_INK = '#55635f'
/** Torch and house: apart from each other and from the paper also when printed in black and white. */
const BAR_THICKNESS = 36
const PERIOD_COLOURS = ['#e07310', '#13695d']

/**
 * The chart as SVG, 1080 pixels wide. It names no file and no address: whatever draws it loads nothing.
 * @throws RangeError as planBarChart does
 */
export function barChartSvg(chart: BarChart): string {
  const plan = planBarChart(chart)
  const instance = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: plan.height })
  try {
    instance.setOption(optionsOf(plan, chart.periods.length))
    return emojiInTheirFont(instance.renderToSVGString())
  } finally {
    instance.dispose()
  }
}

/** The lines of the plan are the categories of the vertical axis: one with a bar, one with a label, one empty. */
function optionsOf(plan: BarChartPlan, periods: number): ECharts.EChartsOption {
  return {
    animation: false,
    backgroundColor: '#ffffff',
    title: [
      words(plan.title, MARGIN, TYPE.title, INK),
      words(plan.subtitle, plan.top.subtitle, TYPE.subtitle, PALE_INK),
      words(plan.footer, plan.top.footer, TYPE.footer, PALE_INK),
    ],
    legend: {
      show: plan.legend.length > 0,
      orient: 'vertical',
      left: MARGIN,
      top: plan.top.legend,
      padding: 0,
      itemGap: 0,
      itemWidth: BAR_THICKNESS,
      itemHeight: BAR_THICKNESS,
      selectedMode: false,
      textStyle: { ...lettering(TYPE.legend, INK), padding: [0, 0, 0, 10] },
      data: plan.legend.map((_, period) => String(period)),
      formatter: (period: string) => plan.legend[Number(period)] ?? '',
    },
    grid: {
      left: MARGIN,
      right: MARGIN + plan.valueWidth,
      top: plan.top.lines,
      height: plan.lines.length * TYPE.label.lineHeight,
    },
    xAxis: { type: 'value', show: false, min: 0, max: plan.longestShare },
    yAxis: {
      type: 'category',
      inverse: true,
      data: plan.lines.map((line) => (line !== 'blank' && 'label' in line ? line.label : '')),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: {
        inside: true,
        interval: 0,
        hideOverlap: false,
        margin: 0,
        align: 'left',
        ...lettering(TYPE.label, INK),
      },
    },
    series: Array.from({ length: periods }, (_, period) => ({
      type: 'bar' as const,
      name: String(period),
      barWidth: BAR_THICKNESS,
      // Each period's bars have lines of their own: none has to make way for the other's.
      barGap: '-100%',
      itemStyle: { color: PERIOD_COLOURS[period] ?? INK, borderRadius: [0, 6, 6, 0] },
      data: plan.lines.flatMap((line, place) =>
        line !== 'blank' && 'value' in line && line.period === period ? [[line.share, place]] : [],
      ),
      label: {
        show: true,
        position: 'right' as const,
        distance: VALUE_GAP,
        formatter: ({ value }: { value: unknown }) => valueAt(plan, value),
        ...lettering(TYPE.value, INK),
      },
    })),
  }
}

function valueAt(plan: BarChartPlan, datum: unknown): string {
  const line = Array.isArray(datum) ? plan.lines[datum[1]] : undefined
  return line && line !== 'blank' && 'value' in line ? line.value : ''
}

const lettering = ({ size, weight, lineHeight }: Type, color: string) => ({
  fontFamily: FONT_FAMILY,
  fontSize: size,
  fontWeight: weight === 'bold' ? ('bold' as const) : ('normal' as const),
  lineHeight,
  color,
})

const words = (lines: string[], top: number, type: Type, color: string) => ({
  text: lines.join('\n'),
  left: MARGIN,
  top,
  padding: 0,
  itemGap: 0,
  textStyle: lettering(type, color),
})
