import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRawQuestionnaires } from '../../src/skm/rawQuestionnaires.ts'
import { type Cell, partsOf, workbook, workbookOf, zip } from './workbook.ts'

const read = (bytes: Uint8Array) => readRawQuestionnaires(bytes, ['waktu', 'biaya'])

const HEADER =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>U1</t></is></c><c r="B1" t="inlineStr"><is><t>U2</t></is></c></row>'
const sheet = (rows: string) => workbookOf(`<sheetData>${HEADER}${rows}</sheetData>`)

describe('questionnaires in XLSX', () => {
  test('are read from the first sheet: numbers, texts and blanks', async () => {
    const rows: Cell[][] = [
      ['No', 'U1', 'Biaya', 'Saran'],
      [1, 3, 4, 'Baik & ramah'],
      [2, '3,0', '4', null],
      [3, null, 4, true],
      [],
      [4, 1, 2, 5.5],
    ]
    expect(await read(workbook(rows))).toEqual({
      questionnaires: [{ waktu: 3, biaya: 4 }, { waktu: 3, biaya: 4 }, { biaya: 4 }, { waktu: 1, biaya: 2 }],
      ignored: ['No', 'Saran'],
    })
  })

  test('name a wrong cell by row and column, counting blank rows as Excel does', async () => {
    const rows: Cell[][] = [[], ['U1', 'U2'], [1, 1], [], [5, 'baik'], [3.5, true]]
    expect(await read(workbook(rows))).toEqual({
      problem:
        'row 5, column U1: "5" is not 1, 2, 3 or 4; row 5, column U2: "baik" is not 1, 2, 3 or 4; ' +
        'row 6, column U1: "3.5" is not 1, 2, 3 or 4; row 6, column U2: "true" is not 1, 2, 3 or 4',
    })
  })

  test('are large files too', async () => {
    const rows = Array.from({ length: 20_000 }, (_, row): Cell[] => [
      (row % 4) + 1,
      4,
      `Saran ke-${row % 50}`,
    ])
    const found = await read(workbook([['waktu', 'biaya', 'saran'], ...rows]))
    expect(found).toHaveProperty('questionnaires.length', 20_000)
  })

  test('may be framed or coloured down to the last row of Excel', async () => {
    const framed =
      '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c><c r="Z2"><v>7</v></c><c r="XFD2" s="1"/></row>'
    const below = '<row r="1048576" s="1"><c r="A1048576" s="1"/><c r="XFD1048576" s="1" /></row>'
    const header = HEADER.replace('</row>', '<c r="Z1"><v>2026</v></c></row>')
    expect(await read(workbookOf(`<sheetData>${header}${framed}${below}</sheetData>`))).toEqual({
      questionnaires: [{ waktu: 3, biaya: 4 }],
      ignored: ['2026'],
    })
  })

  test('an empty sheet is an empty file', async () => {
    expect(await read(workbookOf('<sheetData/>'))).toEqual({ problem: 'the file is empty' })
  })
})

describe('workbooks that are broken or meant to break', () => {
  test('one that unpacks to very much is refused before it is unpacked', async () => {
    const parts = partsOf('<sheetData/>')
    const bomb = { name: 'xl/media/image1.xml', content: Buffer.alloc(160 * 1024 * 1024) }
    const bytes = zip([...parts, bomb])
    expect(bytes.length).toBeLessThan(1024 * 1024)
    expect(await read(bytes)).toEqual({ problem: 'this workbook would unpack to more than 150 MB' })
  })

  test.each([
    [10, /only partly copied: .*larger than 10 bytes/],
    [3_000_000, /only partly copied$/],
  ])('one that lies about its size (%d) is refused', async (declaredSize, problem) => {
    const bomb = { name: 'xl/media/image1.xml', content: Buffer.alloc(2_000_000), declaredSize }
    const found = await read(zip([...partsOf('<sheetData/>'), bomb]))
    expect(found).toEqual({ problem: expect.stringMatching(problem) })
  })

  test('one with a part twice is refused', async () => {
    const [first, ...others] = partsOf('<sheetData/>')
    if (!first) throw new Error('a workbook has parts')
    expect(await read(zip([first, first, ...others]))).toHaveProperty('problem')
  })

  test.each([
    [
      'rows without end',
      '<row r="99999999"><c r="A99999999"><v>3</v></c></row>',
      /^"99999999" is no address/,
    ],
    ['rows in powers of ten', '<row r="1e9"><c r="A1e9"><v>3</v></c></row>', /^"1e9" is no address/],
    ['rows spelled in characters', '<row r="&#57;99999999"/>', /^"&#57;99999999" is no address/],
    ['columns without end', '<row r="2"><c r="ZZZZZZ2"><v>3</v></c></row>', /^"ZZZZZZ2" is no address/],
    [
      'a lone cell in the last corner',
      "<row r='1048576'><c r='XFD1048576'><v>3</v></c></row>",
      /^a sheet reaches to row 1048576, column 16384; delete/,
    ],
  ])('%s', async (_, rows, problem) => {
    expect(await read(sheet(rows))).toEqual({ problem: expect.stringMatching(problem) })
  })

  test('another kind of document is not taken for a workbook', async () => {
    const document = zip([{ name: 'word/document.xml', content: Buffer.from('<w:document/>') }])
    expect(await read(document)).toEqual({
      problem: expect.stringMatching(/not an Excel workbook \(XLSX\)$/),
    })
  })

  test('one with XML that breaks off is told', async () => {
    expect(await read(workbookOf('<sheetData><row r="1"><c r="A1" t="s"><v>0'))).toHaveProperty('problem')
  })

  const whole = workbook([
    ['waktu', 'biaya'],
    [3, 4],
    [1, 2],
  ])

  test('wherever a copy broke off, it is told', async () => {
    for (let length = 1; length < whole.length; length += 7)
      expect(await read(whole.subarray(0, length))).toHaveProperty('problem')
  })

  test('whatever bytes are changed, there are questionnaires or a problem, never an exception', async () => {
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = Buffer.from(whole)
        for (const [at, value] of changes) bytes[at] = value
        const found = await read(bytes)
        expect('problem' in found || Array.isArray(found.questionnaires)).toBe(true)
      }),
    )
  })
})
