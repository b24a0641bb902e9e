import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CellToWrite } from '../../src/spreadsheet/sheetToXml.ts'
import { type Delimiter, writeCsv } from '../../src/spreadsheet/writeCsv.ts'

async function written(rows: CellToWrite[][], delimiter?: Delimiter): Promise<string> {
  const out = new PassThrough({ encoding: 'latin1' })
  const [bytes] = await Promise.all([text(out), writeCsv(rows, out, delimiter)])
  return Buffer.from(bytes, 'latin1').toString()
}

test('begins with a byte order mark and ends each row as Windows does', async () => {
  expect(
    await written([
      ['kode', 'label'],
      ['a', 'é'],
    ]),
  ).toBe('\ufeffkode;label\r\na;é\r\n')
  expect(await written([['a', 1]], ',')).toBe('\ufeffa,1\r\n')
  expect(await written([])).toBe('\ufeff')
})

test.each<[CellToWrite, string]>([
  ['a"b', '"a""b"'],
  ['a;b', '"a;b"'],
  ['a,b', '"a,b"'],
  ['a\nb', '"a\nb"'],
  [' a', '" a"'],
  [1.5, '1,5'],
  [-1.5, '-1,5'],
  [1e21, '1e+21'],
  [Number.NaN, ''],
  [true, 'TRUE'],
  [null, ''],
  [undefined, ''],
  ['=1+1', "'=1+1"],
  ['+62812', "'+62812"],
  ['-1', "'-1"],
  ['@x', "'@x"],
  ['\t=1', '"\'\t=1"'],
  ['\r=1', '"\'\r=1"'],
  [' =1', "' =1"],
  ['＝1', "'＝1"],
  ['\0=1', "'=1"],
  ['a=1', 'a=1'],
])('writes %j as %s', async (cell, field) => {
  expect(await written([[cell]])).toBe(`\ufeff${field}\r\n`)
})

test('is read back as it was, but for the apostrophes, and holds no formula', async () => {
  const cell = fc.oneof(
    fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ';', ',', 'a', '😀', ' '),
    }),
    fc.integer(),
  )
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom<Delimiter[]>(';', ',', '\t'), async (given, delimiter) => {
      const back: string[][] = parse(await written(given, delimiter), {
        delimiter,
        bom: true,
        record_delimiter: '\r\n',
        relax_quotes: false,
      })
      expect(back.length).toBe(given.length)
      for (const [row, cells] of given.entries())
        for (const [column, original] of cells.entries()) {
          const read = back[row]?.[column] ?? ''
          expect([String(original), `'${original}`]).toContain(read)
          if (typeof original === 'number') expect(read).toBe(String(original))
          else expect(read).not.toMatch(/^[=+\-@\t\r]/)
        }
    }),
  )
})

test('what keeps the rows from being had is thrown', async () => {
  const rows = (async function* () {
    yield ['a']
    throw new Error('the database is gone')
  })()
  const out = new PassThrough().resume()
  await expect(writeCsv(rows, out)).rejects.toThrow('the database is gone')
  expect(out.destroyed).toBe(true)
})
