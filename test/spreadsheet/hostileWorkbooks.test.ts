import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { LIMITS } from '../../src/spreadsheet/limits.ts'
import { readHere } from './readHere.ts'
import { partsOf, workbook, workbookOf, zip } from './workbook.ts'

const sheet = (rows: string) => workbookOf(`<sheetData>${rows}</sheetData>`)
const text = (length: number) => `<c r="A1" t="inlineStr"><is><t>${'x'.repeat(length)}</t></is></c>`

/** A workbook whose sheet lies about its size, or whose parts are otherwise not what they seem. */
function withSheet(content: Buffer, declaredSize = content.length): Buffer {
  const parts = partsOf('').filter(({ name }) => name !== 'xl/worksheets/sheet1.xml')
  return zip([...parts, { name: 'xl/worksheets/sheet1.xml', content, declaredSize }])
}

describe('a bomb', () => {
  const bomb = Buffer.alloc(LIMITS.unpackedBytes + 1, ' ')

  test('that says what it unpacks to is refused before it does', async () => {
    const bytes = withSheet(bomb)
    expect(bytes.length).toBeLessThan(1024 * 1024)
    expect(await readHere(bytes)).toEqual({ problem: { code: 'unpacks_too_large', megabytes: 150 } })
  })

  test.each([10, 3_000_000])('that lies about its size (%d) is refused where it begins to', async (size) => {
    expect(await readHere(withSheet(Buffer.alloc(2_000_000, ' '), size))).toEqual({
      problem: { code: 'damaged' },
    })
  })

  test('that is read as many sheets is counted as often as it is read', async () => {
    const content = Buffer.from(`<worksheet>${' '.repeat(2_000_000)}</worksheet>`)
    const parts = partsOf('').filter(({ name }) => name !== 'xl/worksheets/sheet1.xml')
    const repeated = parts.map((part) => ({
      ...part,
      content: Buffer.from(part.content.toString().replace(/<sheet [^>]*>/, (one) => one.repeat(100))),
    }))
    const bytes = zip([...repeated, { name: 'xl/worksheets/sheet1.xml', content }])
    expect(await readHere(bytes)).toEqual({ problem: { code: 'unpacks_too_large', megabytes: 150 } })
  })

  test('in a part that nobody reads stays packed', async () => {
    const bytes = zip([...partsOf('<sheetData/>'), { name: 'xl/media/image1.png', content: bomb }])
    expect(await readHere(bytes)).toHaveProperty('sheets.length', 1)
  })

  test('of very many parts is refused', async () => {
    const parts = Array.from({ length: 2_001 }, (_, at) => ({ name: `x${at}`, content: Buffer.alloc(0) }))
    expect(await readHere(zip(parts))).toEqual({ problem: { code: 'too_many_parts', most: 2_000 } })
  })

  test('of one long text that all cells show is counted as often as it is shown', async () => {
    const cells = `<row>${'<c t="s"><v>0</v></c>'.repeat(1_000)}</row>`
    const bytes = workbookOf(`<sheetData>${cells}</sheetData>`, ['x'.repeat(32_767)])
    expect(await readHere(bytes)).toEqual({
      problem: { code: 'too_many_characters', most: LIMITS.characters },
    })
  })
})

describe('XML that declares what no workbook needs is refused', () => {
  const row =
    '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>'
  test.each([
    ['a document type', '<!DOCTYPE worksheet>'],
    ['an entity of a file', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
    ['an entity of an address', '<!DOCTYPE x SYSTEM "http://example.org/x.dtd">'],
    ['a billion laughs', '<!DOCTYPE x [<!ENTITY b "haha"><!ENTITY a "&b;&b;&b;&b;">]>'],
  ])('%s', async (_, declaration) => {
    const bytes = withSheet(Buffer.from(`<?xml version="1.0"?>${declaration}${row}`))
    expect(await readHere(bytes)).toEqual({ problem: { code: 'unsafe_xml' } })
  })
})

describe('what exceeds a limit is told by it', () => {
  test.each([
    [
      'a huge cell',
      sheet(`<row r="1">${text(32_768)}</row>`),
      { code: 'cell_too_long', most: 32_767, sheet: 'Data', cell: 'A1' },
    ],
    [
      'a huge cell of several megabytes',
      sheet(`<row r="1">${text(5_000_000)}</row>`),
      { code: 'cell_too_long', most: 32_767, sheet: 'Data', cell: 'A1' },
    ],
    [
      'a huge shared text',
      workbookOf('<sheetData><row r="1"><c r="B1" t="s"><v>0</v></c></row></sheetData>', [
        'x'.repeat(40_000),
      ]),
      { code: 'cell_too_long', most: 32_767, sheet: 'Data', cell: 'B1' },
    ],
    [
      'a lone cell far out',
      sheet('<row r="1048576"><c r="XFD1048576"><v>3</v></c></row>'),
      { code: 'too_many_columns', most: 2_000, sheet: 'Data', cell: 'XFD1048576' },
    ],
    [
      'columns to the last',
      sheet(`<row>${'<c><v>1</v></c>'.repeat(16_384)}</row>`),
      { code: 'too_many_columns', most: 2_000, sheet: 'Data', cell: 'BXY1' },
    ],
    [
      'rows to the last',
      sheet('<row><c><v>1</v></c></row>'.repeat(1_048_576)),
      { code: 'too_many_rows', most: 100_000, sheet: 'Data' },
    ],
    [
      'gaps that would be filled',
      sheet('<row><c/><c><v>1</v></c></row>'.replace('<c/>', '<c/>'.repeat(1_999)).repeat(1_100)),
      { code: 'too_many_cells', most: 2_000_000 },
    ],
  ])('%s', async (_, bytes, problem) => {
    expect(await readHere(bytes)).toEqual({ problem })
  })

  test('the longest cell of Excel is read', async () => {
    expect(await readHere(sheet(`<row r="1">${text(32_767)}</row>`))).toHaveProperty('sheets.length', 1)
  })

  test('very many sheets', async () => {
    const sheets = Array.from({ length: 201 }, (_, at) => [`s${at}`, utils.aoa_to_sheet([['a']])] as const)
    const many = utils.book_new()
    for (const [name, one] of sheets) utils.book_append_sheet(many, one, name)
    expect(await readHere(write(many, { type: 'buffer', bookType: 'xlsx' }))).toEqual({
      problem: { code: 'too_many_sheets', most: 200 },
    })
  })
})

describe('a workbook that is broken is told to be', () => {
  test.each([
    ['rows without end', '<row r="99999999"><c r="A99999999"><v>3</v></c></row>'],
    ['rows in powers of ten', '<row r="1e3"><c r="A1e3"><v>3</v></c></row>'],
    ['rows below nought', '<row r="-1"><c><v>3</v></c></row>'],
    ['half rows', '<row r="1.5"><c><v>3</v></c></row>'],
    ['rows that go back', '<row r="2"><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>3</v></c></row>'],
    ['columns without end', '<row r="2"><c r="ZZZZZZ2"><v>3</v></c></row>'],
    ['columns after the last', '<row r="2"><c r="XFE2"><v>3</v></c></row>'],
    ['a text that is not there', '<row r="2"><c r="A2" t="s"><v>7</v></c></row>'],
    ['a text of a name', '<row r="2"><c r="A2" t="s"><v>constructor</v></c></row>'],
    ['XML that breaks off', '<row r="2"><c r="A2"><v>3'],
  ])('%s', async (_, rows) => {
    expect(await readHere(withSheet(Buffer.from(`<worksheet><sheetData>${rows}`)))).toEqual({
      problem: { code: 'damaged' },
    })
    const closed = sheet(
      rows.startsWith('<row r="2"><c r="A2"><v>3') ? '<row r="0"><c><v>1</v></c></row>' : rows,
    )
    expect(await readHere(closed)).toEqual({ problem: { code: 'damaged' } })
  })

  test('a part twice', async () => {
    const [first, ...others] = partsOf('<sheetData/>')
    if (!first) throw new Error('a workbook has parts')
    const twice = zip([first, { ...first, name: first.name.toUpperCase() }, ...others])
    expect(await readHere(twice)).toEqual({ problem: { code: 'damaged' } })
  })

  test('a sheet that is not there', async () => {
    const parts = partsOf('').filter(({ name }) => !name.endsWith('sheet1.xml'))
    expect(await readHere(zip(parts))).toEqual({ problem: { code: 'damaged' } })
  })

  test('a part of a name from above', async () => {
    const bytes = zip([...partsOf('<sheetData/>'), { name: '../../etc/passwd', content: Buffer.from('x') }])
    expect(await readHere(bytes)).toEqual({ problem: { code: 'damaged' } })
  })
})

// What libraries complain of on the console, `readSpreadsheet` keeps from it.
beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterAll(() => {
  vi.restoreAllMocks()
})

const cells = [
  ['type', 'name', 'label'],
  ['integer', 'usia', 'Berapa usia Bapak/Ibu?'],
  [1, true, null],
]
const old = utils.book_new()
utils.book_append_sheet(old, utils.aoa_to_sheet(cells), 'survey')

describe.each([
  ['.xlsx', workbook(cells)],
  ['.xls', write(old, { type: 'buffer', bookType: 'biff8' }) as Buffer],
])('whatever becomes of an %s file', (_, whole) => {
  test('it can be read before', async () => {
    expect(await readHere(whole)).toHaveProperty('sheets')
  })

  test('wherever a copy broke off, there is a problem or a sheet, never an exception', async () => {
    for (let length = 1; length < whole.length; length += 97) {
      const content = await readHere(whole.subarray(0, length))
      expect('problem' in content || content.sheets.length === 1).toBe(true)
    }
  })

  test('whatever bytes are changed, likewise', async () => {
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = Buffer.from(whole)
        for (const [at, value] of changes) bytes[at] = value
        const content = await readHere(bytes)
        expect('problem' in content || Array.isArray(content.sheets)).toBe(true)
      }),
    )
  })
})

test('any bytes at all give sheets or a problem, never an exception', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('', 'PK\x03\x04', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'waktu;biaya\n', '\xFF\xFE'),
      async (bytes, start) => {
        const content = await readHere(Buffer.concat([Buffer.from(start, 'latin1'), bytes]))
        expect('problem' in content || Array.isArray(content.sheets)).toBe(true)
      },
    ),
  )
})
