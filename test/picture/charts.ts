import type { Bar, BarChart } from '../../src/picture/barChart.ts'

/** A chart of one period and 1.234 people, unless told otherwise. */
export function chartOf(
  bars: [label: string, ...counts: number[]][],
  more: Partial<BarChart> = {},
): BarChart {
  return {
    language: 'id',
    title: 'Bagaimana kecepatan pelayanan?',
    periods: [{ name: 'Triwulan 3', total: 1234 }],
    bars: bars.map(([label, ...counts]): Bar => ({ label, counts })),
    restLabel: 'Lainnya',
    ...more,
  }
}

export const TWO_PERIODS: BarChart['periods'] = [
  { name: 'Triwulan 3', total: 1234 },
  { name: 'Triwulan 2', total: 1000 },
]

/** Words that have broken documents, layouts and fonts elsewhere. */
export const HOSTILE = [
  '</text><image href="file:///etc/passwd"/>',
  ']]> <![CDATA[ x ]]> &#x0; &amp; <!ENTITY x SYSTEM "http://example.com">',
  '"\' onload="x" {a|b} {value} {b} %s',
  '\u0000\u0007\u001b[31m\u202eterbalik\u2066\ufeff\u00ad\u200d',
  'z\u0338\u031b\u031ba\u0338l\u0337g\u0335o\u0334'.repeat(60),
  '👨‍👩‍👧 🇮🇩 👍🏽 ❤️ 1️⃣ Verifikasi 😀',
  '\ud800 sepotong',
  'نور 中文 हिन्दी ꦗꦮ',
  'A'.repeat(5000),
  'kata '.repeat(2000),
  '',
  ' \n\t ',
]

/** Width and height, as the PNG itself says. */
export function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
