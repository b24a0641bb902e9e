import { PassThrough, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { read, utils } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distinctSheetNames } from '../../src/spreadsheet/distinctSheetNames.ts'
import { LIMITS } from '../../src/spreadsheet/limits.ts'
import { openPackage } from '../../src/spreadsheet/openPackage.ts'
import type { SheetToWrite } from '../../src/spreadsheet/sheetToXml.ts'
import { writeWorkbook } from '../../src/spreadsheet/writeWorkbook.ts'
import { sheetsIn } from './readHere.ts'

async function written(...sheets: SheetToWrite[]): Promise<Buffer> {
  const out = new PassThrough()
  const [bytes] = await Promise.all([buffer(out), writeWorkbook(sheets, out)])
  return bytes
}

const columns = [{ header: 'kode', width: 12 }, { header: 'label' }]

/** The elements of a part with their attributes. */
async function elementsOf(bytes: Buffer, part: string, root: string) {
  const elements: [name: string, attributes: Record<string, string>][] = []
  const open = (name: string, attributes: Readonly<Record<string, string>>) =>
    elements.push([name, { ...attributes }])
  await (await openPackage(bytes, LIMITS)).read(part, root, { open })
  return elements
}

describe('a workbook', () => {
  test('holds its sheets with texts, numbers and booleans where they belong', async () => {
    const bytes = await written(
      {
        name: 'Data',
        columns,
        rows: [
          ['a', 1.5, true],
          [],
          [null, undefined, '', Number.NaN, -7],
          [' 007 ', 'a\r\nb & <c> "d" 😀 _x0041_'],
        ],
      },
      { name: 'Kode', columns: [{ header: 'x' }], rows: [] },
    )
    const expected = [
      { number: 1, cells: ['kode', 'label'] },
      { number: 2, cells: ['a', 1.5, true] },
      { number: 4, cells: [null, null, null, null, -7] },
      { number: 5, cells: [' 007 ', 'a\nb & <c> "d" 😀 _x0041_'] },
    ]
    expect(await sheetsIn(bytes)).toEqual([
      { name: 'Data', rows: expected, merged: [] },
      { name: 'Kode', rows: [{ number: 1, cells: ['x'] }], merged: [] },
    ])

    // Another reader sees the same.
    const other = read(bytes)
    expect(other.SheetNames).toEqual(['Data', 'Kode'])
    expect(utils.sheet_to_json(other.Sheets.Data ?? {}, { header: 1, blankrows: true })).toEqual(
      [1, 2, 3, 4, 5].map((number) =>
        (expected.find((row) => row.number === number)?.cells ?? []).map((cell) => cell ?? undefined),
      ),
    )
  })

  test('has a bold first row that stays in view, and columns of the widths asked for', async () => {
    const bytes = await written({ name: 'Data', columns, rows: [['a', 'b']] })
    const elements = await elementsOf(bytes, 'xl/worksheets/sheet1.xml', 'worksheet')
    expect(elements).toContainEqual(['pane', expect.objectContaining({ ySplit: '1', state: 'frozen' })])
    expect(elements).toContainEqual(['col', { min: '1', max: '1', width: '12', customWidth: '1' }])
    const styles = elements.flatMap(([name, { r, s }]) => (name === 'c' ? [[r, s]] : []))
    expect(styles).toEqual([
      ['A1', '1'],
      ['B1', '1'],
      ['A2', undefined],
      ['B2', undefined],
    ])
    const fonts = (await elementsOf(bytes, 'xl/styles.xml', 'styleSheet')).map(([name]) => name)
    expect(fonts).toContain('b')
  })

  test.each(['=1+1', '+62812', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x")', '＝1'])(
    'never lets %j be a formula',
    async (text) => {
      const bytes = await written({ name: 'Data', columns: [{ header: text }], rows: [[text]] })
      const { A1, A2 } = read(bytes, { cellFormula: true }).Sheets.Data ?? {}
      for (const cell of [A1, A2]) {
        expect(cell).toMatchObject({ t: 's', v: text })
        expect(cell).not.toHaveProperty('f')
      }
      const elements = await elementsOf(bytes, 'xl/worksheets/sheet1.xml', 'worksheet')
      expect(elements.map(([name]) => name)).not.toContain('f')
      // The style whose prefix keeps it a text when somebody edits it.
      expect(elements).toContainEqual(['c', { r: 'A2', s: '2', t: 'inlineStr' }])
    },
  )

  test('gives back any text that a cell can hold', async () => {
    const texts = fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        const rows = given.map((text) => [text])
        const [sheet] = await sheetsIn(await written({ name: 'Data', columns: [{ header: 'x' }], rows }))
        const back = new Map(sheet?.rows.map(({ number, cells }) => [number, cells[0]]))
        for (const [index, text] of given.entries()) {
          // biome-ignore lint/suspicious/noControlCharactersInRegex: these are left out.
          const kept = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
          const lines = kept.replace(/\r\n?/g, '\n').replaceAll('\u007f', '')
          expect(back.get(index + 2) ?? '').toBe(/\S/.test(lines) ? lines : '')
        }
      }),
    )
  })

  test('cuts off what is longer than a cell', async () => {
    const bytes = await written({ name: 'Data', columns: [{ header: 'x' }], rows: [['x'.repeat(40_000)]] })
    expect((await sheetsIn(bytes))[0]?.rows[1]?.cells[0]).toHaveLength(32_767)
  })

  test('of the same rows is the same, byte by byte', async () => {
    const sheet = { name: 'Data', columns, rows: [['a', 1]] }
    expect(await written(sheet)).toEqual(await written(sheet))
  })

  test('asks for rows only as they can be written', async () => {
    let asked = 0
    let released = false
    async function* rows() {
      try {
        for (; asked < 200_000; asked += 1) yield [`baris ${asked} ${Math.sin(asked)}`]
      } finally {
        released = true
      }
    }
    // Takes one piece, and then no more.
    const slow = new Writable({ highWaterMark: 1, write: () => {} })
    const writing = writeWorkbook([{ name: 'Data', columns: [{ header: 'x' }], rows: rows() }], slow)
    let before = -1
    while (before < asked || asked === 0) {
      before = asked
      for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    }
    expect(asked).toBeLessThan(100_000)
    slow.destroy(new Error('the disk is full'))
    await expect(writing).rejects.toThrow('the disk is full')
    await new Promise((resolve) => setImmediate(resolve))
    expect(released).toBe(true)
  })

  test('is not written when its rows cannot be had, or are more than Excel holds', async () => {
    const out = new PassThrough()
    out.resume()
    const rows = (async function* () {
      yield ['a']
      throw new Error('the database is gone')
    })()
    await expect(writeWorkbook([{ name: 'Data', columns, rows }], out)).rejects.toThrow(
      'the database is gone',
    )
    expect(out.destroyed).toBe(true)
    await expect(
      writeWorkbook([{ name: 'Data', columns, rows: [Array(16_385).fill(1)] }], new PassThrough().resume()),
    ).rejects.toThrow(RangeError)
  })
})

test.each([
  [['Data'], ['Data']],
  [
    ['Data', 'data', 'DATA'],
    ['Data', 'data (2)', 'DATA (3)'],
  ],
  [
    ['a/b:c*d?[e]\\f', ''],
    ['a b c d  e  f', 'Sheet'],
  ],
  [
    ["'Unit'", '\n'],
    ['Unit', 'Sheet'],
  ],
  [
    ['Dinas Kependudukan dan Pencatatan Sipil', 'Dinas Kependudukan dan Pencatatan Sipil Tebo'],
    ['Dinas Kependudukan dan Pencatat', 'Dinas Kependudukan dan Penc (2)'],
  ],
])('sheets named %j are called %j', (wanted, names) => {
  expect(distinctSheetNames(wanted)).toEqual(names)
})
