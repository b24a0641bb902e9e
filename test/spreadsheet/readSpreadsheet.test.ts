import { expect, test } from 'vitest'
import { LIMITS } from '../../src/spreadsheet/limits.ts'
import { readSpreadsheet } from '../../src/spreadsheet/readSpreadsheet.ts'
import { workbook, workbookOf } from './workbook.ts'

const many = workbookOf(
  `<sheetData>${'<row><c><v>1</v></c><c><v>2</v></c></row>'.repeat(90_000)}</sheetData>`,
)

test('a workbook comes out of its process as it went in', async () => {
  const bytes = workbook([['type', null, 1], [], [true]])
  const before = Buffer.from(bytes)
  expect(await readSpreadsheet(bytes)).toEqual({
    sheets: [
      {
        name: 'Data',
        rows: [
          { number: 1, cells: ['type', null, 1] },
          { number: 3, cells: [true] },
        ],
        merged: [],
      },
    ],
  })
  expect(bytes).toEqual(before)
})

test('what is wrong with a file comes out of it too', async () => {
  expect(await readSpreadsheet(Buffer.from('%PDF-1.7'))).toEqual({ problem: { code: 'pdf' } })
  expect(await readSpreadsheet(new Uint8Array())).toEqual({ problem: { code: 'empty' } })
})

test('CSV is read where it is wanted', async () => {
  const bytes = Buffer.from('a;b')
  expect(await readSpreadsheet(bytes)).toEqual({ problem: { code: 'text' } })
  expect(await readSpreadsheet(bytes, { csv: true })).toEqual({
    sheets: [{ name: '', rows: [{ number: 1, cells: ['a', 'b'] }], merged: [] }],
  })
})

test('a file that is too large is not read at all', async () => {
  expect(await readSpreadsheet(new Uint8Array(LIMITS.bytes + 1))).toEqual({
    problem: { code: 'too_large', megabytes: 10 },
  })
})

test('other limits hold where they are given', async () => {
  expect(await readSpreadsheet(many, { limits: { rows: 9 } })).toEqual({
    problem: { code: 'too_many_rows', most: 9, sheet: 'Data' },
  })
})

test('reading that takes longer than it may is ended', async () => {
  expect(await readSpreadsheet(many, { limits: { seconds: 0.001 } })).toEqual({
    problem: { code: 'too_complex' },
  })
})

test('reading that takes more memory than it may is ended, and nothing but it', async () => {
  const limits = { heapMegabytes: 12 }
  expect(await readSpreadsheet(many, { limits })).toEqual({ problem: { code: 'too_complex' } })
  expect(await readSpreadsheet(workbook([['a']]), { limits })).toHaveProperty('sheets')
})
