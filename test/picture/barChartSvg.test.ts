import { describe, expect, test } from 'vitest'
import { barChartSvg } from '../../src/picture/barChartSvg.ts'
import { svgToPng } from '../../src/picture/svgToPng.ts'
import { chartOf, HOSTILE, sizeOf, TWO_PERIODS } from './charts.ts'

/** The words in reading order, without what places them. */
const wordsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, words = '']) => words.replace(/<[^>]*>/g, ''))

test('title, subtitle, labels, values, periods and footer are all written', () => {
  const svg = barChartSvg(
    chartOf(
      [
        ['Sangat cepat', 312, 100],
        ['Cepat & ramah', 700, 500],
      ],
      {
        subtitle: 'n = 1.234 responden',
        footer: 'Kabupaten Tebo',
        periods: TWO_PERIODS,
      },
    ),
  )
  expect(wordsOf(svg).toSorted()).toEqual(
    [
      'Bagaimana kecepatan pelayanan?',
      'n = 1.234 responden',
      'Triwulan 3',
      'Triwulan 2',
      'Sangat cepat',
      '312 (25,3%)',
      '100 (10,0%)',
      'Cepat &amp; ramah',
      '700 (56,7%)',
      '500 (50,0%)',
      'Kabupaten Tebo',
    ].toSorted(),
  )
})

test('a long label goes on in the next line', () => {
  const label = 'Saya menunggu lebih lama daripada yang tertulis pada papan standar pelayanan'
  const words = wordsOf(barChartSvg(chartOf([[label, 5]])))
  expect(words.join(' ')).toContain(label)
  expect(words).not.toContain(label)
})

test('an emoji has its own font and its place behind the words', () => {
  const svg = barChartSvg(chartOf([['Verifikasi 😀 <baik>', 5]]))
  expect(svg).toMatch(
    /<tspan x="0.0">Verifikasi <\/tspan><tspan x="\d+\.\d" font-family="Noto Emoji">😀<\/tspan><tspan x="\d+\.\d"> &lt;baik&gt;<\/tspan>/,
  )
})

describe('words of any kind', () => {
  const svg = barChartSvg(
    chartOf(
      HOSTILE.map((label, count) => [label, count, count]),
      {
        title: HOSTILE.join(' '),
        subtitle: HOSTILE[5] ?? '',
        footer: HOSTILE[1] ?? '',
        periods: [
          { name: HOSTILE[0] ?? '', total: 20 },
          { name: HOSTILE[2] ?? '', total: 20 },
        ],
      },
    ),
  )

  test('are only ever words in the SVG', () => {
    // ECharts adds a style for what a mouse would point at.
    const drawing = svg.replace(/<style ><!\[CDATA\[\s*(\.[\w-]+:hover \{[^<{}]*\}\s*)*\]\]>\s*<\/style>/, '')
    const elements = new Set([...drawing.matchAll(/<\/?([\w!?][\w:-]*)/g)].map(([, name]) => name))
    expect([...elements].toSorted()).toEqual(['path', 'rect', 'svg', 'text', 'tspan'])
    expect(svg).toContain('&lt;/text&gt;&lt;image href=')
    expect(svg).not.toMatch(/<[^>]*(href|onload|url\()/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
    expect(svg).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/)
    expect(svg).toContain('{a|b} {value} {b}')
  })

  test('are drawn', () => {
    expect(sizeOf(svgToPng(svg)).width).toBe(1080)
  })
})

describe('the PNG', () => {
  const draw = (...given: Parameters<typeof chartOf>) => svgToPng(barChartSvg(chartOf(...given)))

  test('is as wide as a telephone and grows with the bars', () => {
    const one = sizeOf(draw([['Baik', 1]]))
    const two = sizeOf(
      draw([
        ['Baik', 1],
        ['Buruk', 2],
      ]),
    )
    expect([one.width, two.width]).toEqual([1080, 1080])
    expect(two.height).toBeGreaterThan(one.height)
  })

  test('differs when a count, a label or an emoji differs, and only then', () => {
    const pictures = [
      draw([['Verifikasi', 1]]),
      draw([['Verifikasi', 2]]),
      draw([['Validasi', 1]]),
      draw([['Verifikasi 😀', 1]]),
      draw([['Verifikasi 😡', 1]]),
    ].map((png) => Buffer.from(png).toString('base64'))
    expect(new Set(pictures).size).toBe(5)
    expect(Buffer.from(draw([['Verifikasi', 1]])).toString('base64')).toBe(pictures[0])
  })

  test('stays below a megabyte when it is as large as it can be', () => {
    const label = 'Kampung Ørsted Ñandú Ğalatasaray Šumperk QWERTYUIOP '.repeat(10)
    const bars = Array.from({ length: 60 }, (_, place): [string, number, number] => [
      `${place} ${label}`,
      1_000_000 + place * 1237,
      1_000_000 + place * 7411,
    ])
    const png = draw(bars, {
      title: label,
      subtitle: label,
      footer: label,
      periods: [
        { name: label, total: 2_000_000 },
        { name: label, total: 2_000_000 },
      ],
    })
    expect(png.length).toBeLessThan(1_000_000)
    expect(sizeOf(png).width + sizeOf(png).height).toBeLessThanOrEqual(10_000)
  })
})
