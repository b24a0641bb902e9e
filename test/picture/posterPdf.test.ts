import { expect, test } from 'vitest'
import { posterPdf } from '../../src/picture/posterPdf.ts'
import { POSTER } from './posters.ts'

const NOON = new Date('2026-11-24T05:00:00Z')
const RSUD = { ...POSTER, unit: 'RSUD Sultan Thaha Saifuddin' }

/** The PDF's objects; what is in its compressed streams does not show. */
async function print(...given: Parameters<typeof posterPdf>): Promise<string> {
  return Buffer.from(await posterPdf(...given)).toString('latin1')
}

const count = (pdf: string, what: RegExp): number => pdf.match(what)?.length ?? 0

test('has a page of A4 for each poster', async () => {
  const pdf = await print([POSTER, RSUD, POSTER], 'Poster', NOON)
  expect(pdf.startsWith('%PDF-')).toBe(true)
  expect(count(pdf, /\/Type \/Page\b/g)).toBe(3)
  expect(count(pdf, /\/MediaBox \[0 0 595\.28 841\.89\]/g)).toBe(3)
})

test('brings its fonts along and uses no others', async () => {
  const pdf = await print([POSTER], 'Poster', NOON)
  expect(count(pdf, /\/Type \/FontDescriptor\b/g)).toBe(2)
  expect(count(pdf, /\/FontFile2 /g)).toBe(2)
  expect(count(pdf, /\/BaseFont \/[A-Z]{6}\+NotoSans-(Regular|Bold)\b/g)).toBe(count(pdf, /\/BaseFont /g))
})

test('whoever taps the code opens the link', async () => {
  expect(await print([POSTER], 'Poster', NOON)).toContain(`/URI (${POSTER.link})`)
})

test('the same posters and moment make the same bytes, others do not', async () => {
  const pdf = await print([POSTER], 'Poster', NOON)
  expect(pdf).toContain('(D:20261124050000Z)')
  expect(await print([POSTER], 'Poster', NOON)).toBe(pdf)
  expect(await print([RSUD], 'Poster', NOON)).not.toBe(pdf)
  expect(await print([POSTER], 'Poster', new Date(0))).not.toBe(pdf)
})

test.each([0, 501])('%i posters in one file are our fault', async (posters) => {
  await expect(posterPdf(Array(posters).fill(POSTER), 'Poster', NOON)).rejects.toThrow(RangeError)
})
