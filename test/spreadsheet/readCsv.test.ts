import { describe, expect, test } from 'vitest'
import { cellsIn, readHere, sheetsIn } from './readHere.ts'

const cells = (text: string) => cellsIn(Buffer.from(text))

describe('CSV', () => {
  test.each([
    ['semicolons', 'a;b\n1;2,5'],
    ['commas', 'a,b\n1,"2,5"'],
    ['tabs', 'a\tb\n1\t2,5'],
    ['a byte order mark and Windows line ends', '\uFEFFa;b\r\n1;2,5\r\n'],
    ['old Macintosh line ends', 'a;b\r1;2,5\r'],
    ['blank lines and cells', '\n;\na;b;;\n\n1;2,5;;;\n'],
  ])('is read with %s', async (_, text) => {
    expect(await cells(text)).toEqual([
      ['a', 'b'],
      ['1', '2,5'],
    ])
  })

  test.each(['utf16le', 'utf-16be'] as const)('is read in the %s of "Unicode Text"', async (encoding) => {
    const bytes = Buffer.from('\uFEFFa\tb\r\n1\tḥ', 'utf16le')
    expect(await cellsIn(encoding === 'utf16le' ? bytes : bytes.swap16())).toEqual([
      ['a', 'b'],
      ['1', 'ḥ'],
    ])
  })

  test('keeps the numbers that a spreadsheet shows', async () => {
    const [sheet] = await sheetsIn(Buffer.from('\na;b\n\n"1\n2";3'))
    expect(sheet).toEqual({
      name: '',
      rows: [
        { number: 2, cells: ['a', 'b'] },
        { number: 4, cells: ['1\n2', '3'] },
      ],
      merged: [],
    })
  })

  test('keeps quotes inside of cells', async () => {
    expect(await cells('a;kursi 5" saja;"Saran ""bebas"""')).toEqual([
      ['a', 'kursi 5" saja', 'Saran "bebas"'],
    ])
  })

  test('with a quotation mark that is never closed is told by its row', async () => {
    expect(await readHere(Buffer.from('a;b\n1;2\n"3;4\n1;2'))).toEqual({
      problem: { code: 'endless_row', row: 3 },
    })
    expect(await readHere(Buffer.from(`a;b\n"${'x'.repeat(200_000)}`))).toEqual({
      problem: { code: 'endless_row', row: 2 },
    })
  })

  test('of nothing but delimiters or line ends is bounded too', async () => {
    expect(await readHere(Buffer.alloc(3_000_000, ';'))).toEqual({
      problem: { code: 'too_many_cells', most: 2_000_000 },
    })
    expect(await readHere(Buffer.alloc(3_000_000, '\n'))).toEqual({
      problem: { code: 'too_many_rows', most: 100_000, sheet: '' },
    })
    expect(await readHere(Buffer.alloc(3_000, '\n'))).toEqual({
      sheets: [{ name: '', rows: [], merged: [] }],
    })
  })
})
