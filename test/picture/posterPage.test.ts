import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Poster } from '../../src/picture/poster.ts'
import { type Mark, PAGE, posterPage } from '../../src/picture/posterPage.ts'
import { LINE_HEIGHT } from '../../src/picture/setInto.ts'
import { widthOf } from '../../src/picture/typeface.ts'
import { HOSTILE } from './charts.ts'
import { POSTER } from './posters.ts'

function extentOf(mark: Mark) {
  switch (mark.mark) {
    case 'words':
      return { width: widthOf(mark.text, mark.size, mark.weight), height: mark.size * LINE_HEIGHT }
    case 'code':
      return { width: mark.side, height: mark.side }
    case 'box':
      return { width: mark.width, height: mark.height }
  }
}

function expectOrder(marks: Mark[]) {
  for (const mark of marks) {
    const { width, height } = extentOf(mark)
    expect(mark.x).toBeGreaterThan(49)
    expect(mark.x + width).toBeLessThan(PAGE.width - 49)
    expect(mark.y).toBeGreaterThan(49)
    expect(mark.y + height).toBeLessThan(PAGE.height - 49)
  }
  // Words keep their distance from each other; a step's number stands inside its disc, beside the step.
  const words = marks.filter((mark) => mark.mark !== 'box')
  for (const [place, mark] of words.entries())
    for (const other of words.slice(place + 1)) {
      const overlaps = (from: number, length: number, otherFrom: number, otherLength: number) =>
        from < otherFrom + otherLength - 0.01 && otherFrom < from + length - 0.01
      const a = extentOf(mark)
      const b = extentOf(other)
      expect(
        overlaps(mark.x, a.width, other.x, b.width) && overlaps(mark.y, a.height, other.y, b.height),
      ).toBe(false)
    }
}

const wordsOf = (marks: Mark[]) => marks.flatMap((mark) => (mark.mark === 'words' ? [mark.text] : []))
const codeOf = (marks: Mark[]) => marks.find((mark) => mark.mark === 'code')
const sizeOf = (marks: Mark[], text: string) =>
  marks.flatMap((mark) => (mark.mark === 'words' && mark.text === text ? [mark.size] : []))[0]

test('says what it was given, from top to bottom, the steps with their numbers', () => {
  expect(wordsOf(posterPage(POSTER)).join(' ')).toBe(
    'Pemerintah Kabupaten Tebo Bagaimana pelayanan kami? Puskesmas Rimbo Bujang II ' +
      'Survei Kepuasan Masyarakat · triwulan 3 tahun 2026 t.me/SuluhTeboBot?start=skm_K7Q2M ' +
      '1 Pindai kode ini dengan kamera telepon. 2 Tekan MULAI di Telegram. 3 Jawab pertanyaan, sekitar 3 menit. ' +
      'Jawaban disimpan tanpa nama dan hanya dipakai untuk memperbaiki pelayanan.',
  )
})

test('the code opens the whole link', () => {
  expect(codeOf(posterPage(POSTER))).toMatchObject({ link: POSTER.link })
})

test('a long name of a unit is set smaller and goes on in the next line, and is whole', () => {
  const unit =
    'Unit Pelaksana Teknis Daerah Pusat Kesehatan Masyarakat Rawat Inap Kecamatan Rimbo Bujang dan Sekitarnya'
  const marks = posterPage({ ...POSTER, unit })
  expect(wordsOf(marks).join(' ')).toContain(unit)
  const first = wordsOf(marks).find((line) => line.startsWith('Unit Pelaksana')) ?? ''
  expect(sizeOf(marks, first)).toBeLessThan(sizeOf(posterPage(POSTER), POSTER.unit) ?? 0)
})

describe('everything lies on the page, and nothing on another, when the words are', () => {
  const everywhere = (words: string, steps = 3): Poster => ({
    issuer: words,
    heading: words,
    unit: words,
    survey: words,
    link: `https://t.me/${words}`.slice(0, 300),
    steps: Array.from({ length: steps }, () => words),
    privacy: words,
  })
  test.each([
    ['as usual', POSTER],
    ['short', everywhere('Ya')],
    ['missing', everywhere('', 0)],
    ['long', everywhere('Nama panjang sekali '.repeat(5))],
    ['huge', everywhere('Nama panjang sekali '.repeat(500), 5)],
    ['one endless word', everywhere('W'.repeat(3000), 5)],
    // All at their largest size they would leave the code too little.
    [
      'as many as each place takes',
      {
        ...POSTER,
        heading: 'Bantu kami memperbaiki pelayanan di tempat ini',
        unit: 'Dinas Kependudukan dan Catatan Sipil '.repeat(3),
        survey: 'Survei Kepuasan Masyarakat menurut Peraturan Menteri PANRB Nomor 14 Tahun 2017',
        steps: Array(5).fill('Buka kamera telepon Bapak/Ibu dan arahkan ke kode ini sampai tautan muncul.'),
      },
    ],
  ])('%s', (_, poster) => {
    const marks = posterPage(poster)
    expectOrder(marks)
    expect(codeOf(marks)?.side).toBeGreaterThanOrEqual(180)
  })

  test('anything', () => {
    const words = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.lorem({ maxCount: 60 }),
      fc.string({ unit: 'binary', maxLength: 400 }),
    )
    const poster = fc.record({
      issuer: words,
      heading: words,
      unit: words,
      survey: words,
      link: fc.webUrl({ size: 'medium' }).map((url) => url.slice(0, 300)),
      steps: fc.array(words, { maxLength: 5 }),
      privacy: words,
    })
    fc.assert(
      fc.property(poster, (given) => {
        const marks = posterPage(given)
        expectOrder(marks)
        expect(codeOf(marks)?.side).toBeGreaterThanOrEqual(180)
      }),
      { numRuns: 60 },
    )
  })
})

test('more steps than there is room for are our fault', () => {
  expect(() => posterPage({ ...POSTER, steps: Array(6).fill('Pindai') })).toThrow(RangeError)
})
