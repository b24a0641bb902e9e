import { describe, expect, test } from 'vitest'
import { cellsIn, readHere, sheetsIn } from './readHere.ts'
import { type MoreOfWorkbook, partsOf, strict, workbook, workbookOf, zip } from './workbook.ts'

/** Styles 1 to 6, as Excel and LibreOffice write them. */
const STYLES =
  '<numFmts count="3"><numFmt numFmtId="164" formatCode="[$-421]dd\\ mmmm\\ yyyy;@"/>' +
  '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\Thh:mm:ss"/><numFmt numFmtId="166" formatCode="&quot;Rp&quot;#,##0"/></numFmts>' +
  '<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="14"/>' +
  '<xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="21"/><xf numFmtId="166"/><xf numFmtId="46"/></cellXfs>' +
  '<dxfs><dxf><numFmt numFmtId="164" formatCode="General"/></dxf></dxfs>'

const more: MoreOfWorkbook = {
  styles: STYLES,
  strings:
    '<si><r><rPr><b/></rPr><t>Nama </t></r><r><t xml:space="preserve"> lengkap</t></r><rPh sb="0" eb="1"><t>X</t></rPh></si>',
}

const row = (cells: string) => `<sheetData><row r="2">${cells}</row></sheetData>`
const cell = async (xml: string, given: MoreOfWorkbook = more) =>
  (await cellsIn(workbookOf(row(xml), ['polos'], given)))[0]?.[0]

describe('a cell', () => {
  test.each([
    ['a shared text', '<c r="A2" t="s"><v>0</v></c>', 'polos'],
    ['rich text as plain text', '<c r="A2" t="s"><v>1</v></c>', 'Nama  lengkap'],
    ['a text in its place', '<c r="A2" t="inlineStr"><is><t> a &amp; b </t></is></c>', ' a & b '],
    ['rich text in its place', '<c r="A2" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', 'ab'],
    ['letters beyond the first 65,536', '<c r="A2" t="str"><v>&#128512;😀</v></c>', '😀😀'],
    ['a line end', '<c r="A2" t="str"><v>a_x000D_\nb\r\nc</v></c>', 'a\nb\nc'],
    ['what only looks like a stand-in', '<c r="A2" t="str"><v>_x005F_x0041_</v></c>', '_x0041_'],
    ['no control characters', '<c r="A2" t="str"><v>a_x0000__x0007_b&#xD800;</v></c>', 'ab\ufffd'],
    ['CDATA', '<c r="A2" t="str"><v><![CDATA[1 < 2]]></v></c>', '1 < 2'],
    ['a number', '<c r="A2"><v>1.0</v></c>', 1],
    ['a number with all its digits', '<c r="A2" t="n"><v>1571011503260001</v></c>', 1571011503260001],
    ['a number in scientific notation', '<c r="A2"><v>1.5E-3</v></c>', 0.0015],
    ['money', '<c r="A2" s="5"><v>46096</v></c>', 46096],
    ['a boolean', '<c r="A2" t="b"><v>1</v></c>', true],
    ['a false boolean', '<c r="A2" t="b"><v>0</v></c>', false],
    ['a day', '<c r="A2" s="1"><v>46096</v></c>', { date: '2026-03-15' }],
    ['a day in Indonesian', '<c r="A2" s="2"><v>46096</v></c>', { date: '2026-03-15' }],
    ['a moment', '<c r="A2" s="3"><v>46096.354166666664</v></c>', { date: '2026-03-15T08:30:00' }],
    [
      'midnight, where the time is shown',
      '<c r="A2" s="3"><v>46096</v></c>',
      { date: '2026-03-15T00:00:00' },
    ],
    ['a time of day', '<c r="A2" s="4"><v>0.3333333333</v></c>', { date: '08:00:00' }],
    ['hours beyond a day', '<c r="A2" s="6"><v>1.5</v></c>', 1.5],
    ['a day in ISO', '<c r="A2" t="d" s="1"><v>2026-03-15T00:00:00</v></c>', { date: '2026-03-15' }],
    [
      'a moment in ISO',
      '<c r="A2" t="d"><v>2026-03-15T08:30:00.000Z</v></c>',
      { date: '2026-03-15T08:30:00' },
    ],
    ['a time in ISO', '<c r="A2" t="d" s="4"><v>1899-12-30T08:30:00</v></c>', { date: '08:30:00' }],
    ['what is called a date and is none', '<c r="A2" t="d"><v>2026-99-99</v></c>', '2026-99-99'],
    ['what is called a number and is none', '<c r="A2"><v>1e999</v></c>', '1e999'],
    ['the result of a formula', '<c r="A2"><f>1+1</f><v>2</v></c>', 2],
    ['the text of a formula', '<c r="A2" t="str"><f>"a"</f><v>a</v></c>', 'a'],
    ['an error', '<c r="A2" t="e"><f>NA()</f><v>#N/A</v></c>', { error: '#N/A' }],
    ['a formula without result', '<c r="A2"><f>1+1</f></c>', { uncalculated: true }],
    ['a formula as openpyxl writes it', '<c r="A2"><f>1+1</f><v/></c>', { uncalculated: true }],
    ['a formula as openpyxl writes it, longer', '<c r="A2"><f>1+1</f><v></v></c>', { uncalculated: true }],
  ])('holds %s', async (_, xml, expected) => {
    expect(await cell(xml)).toEqual(expected)
  })

  test.each([
    ['is only coloured', '<c r="A2" s="5"/>'],
    ['holds only blanks', '<c r="A2" t="str"><v> \t\u00a0</v></c>'],
    ['has a formula that gives an empty text', '<c r="A2" t="str"><f>""</f><v></v></c>'],
  ])('that %s is blank', async (_, xml) => {
    expect(await sheetsIn(workbookOf(row(xml)))).toEqual([{ name: 'Data', rows: [], merged: [] }])
  })

  test('counts its days from 1904 where the workbook says so', async () => {
    const macintosh = { ...more, workbook: '<workbookPr date1904="1"/>' }
    expect(await cell('<c r="A2" s="1"><v>44634</v></c>', macintosh)).toEqual({ date: '2026-03-15' })
    expect(await cell('<c r="A2" t="d" s="1"><v>2026-03-15</v></c>', macintosh)).toEqual({
      date: '2026-03-15',
    })
  })
})

describe('a sheet', () => {
  test('keeps the numbers of its rows and the places of its cells', async () => {
    const rows =
      '<row r="3"><c r="B3"><v>1</v></c><c r="AA3"><v>2</v></c></row><row r="1048576"><c r="A1048576"><v>3</v></c></row>'
    const [sheet] = await sheetsIn(workbookOf(`<sheetData>${rows}</sheetData>`))
    expect(sheet?.rows).toEqual([
      { number: 3, cells: [null, 1, ...Array(24).fill(null), 2] },
      { number: 1_048_576, cells: [3] },
    ])
  })

  test('may leave out all addresses', async () => {
    const rows = '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>'
    const [sheet] = await sheetsIn(workbookOf(`<sheetData>${rows}</sheetData>`))
    expect(sheet?.rows).toEqual([
      { number: 1, cells: [1, null, 2] },
      { number: 3, cells: [3] },
    ])
  })

  test('tells which cells are merged', async () => {
    const merged = '<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="C1:C9"/></mergeCells>'
    const [sheet] = await sheetsIn(workbookOf(`${row('<c r="A2"><v>1</v></c>')}${merged}`))
    expect(sheet?.merged).toEqual(['A1:B2', 'C1:C9'])
  })

  test('may be framed or coloured down to the last cell of Excel', async () => {
    const framed = '<c r="A2"><v>1</v></c><c r="XFD2" s="1"/>'
    const below = '<row r="1048576" s="1"><c r="A1048576" s="1"/><c r="XFD1048576" s="1" /></row>'
    const bytes = workbookOf(`<sheetData><row r="2">${framed}</row>${below}</sheetData>`)
    expect(await cellsIn(bytes)).toEqual([[1]])
  })

  test.each(['__proto__', 'constructor', 'toString'])('may be called %s', async (name) => {
    const bytes = workbookOf(row('<c r="A2" t="s"><v>0</v></c>'), [name], { name })
    expect(await sheetsIn(bytes)).toEqual([{ name, rows: [{ number: 2, cells: [name] }], merged: [] }])
    expect(({} as Record<string, unknown>).rows).toBeUndefined()
  })
})

describe('a workbook', () => {
  test('has its sheets in its own order, those of charts left out', async () => {
    const parts = partsOf(row('<c r="A2"><v>1</v></c>')).map(({ name, content }) => ({
      name,
      content: Buffer.from(
        content
          .toString()
          .replace(
            '<sheets>',
            '<sheets><sheet name="Bagan" r:id="rId9"/><sheet name="A &amp; B" r:id="rId8"/>',
          )
          .replace(
            '</Relationships>',
            '<Relationship Id="rId9" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="rId8" Type="x/worksheet" Target="/xl/Other.xml"/></Relationships>',
          ),
      ),
    }))
    const other = { name: 'xl/other.xml', content: Buffer.from('<worksheet/>') }
    const sheets = await sheetsIn(zip([...parts, other]))
    expect(sheets.map(({ name }) => name)).toEqual(['A & B', 'Data'])
  })

  const cells = '<c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>46096</v></c><c r="C2" t="s"><v>1</v></c>'
  const expected = [['polos', { date: '2026-03-15' }, 'Nama  lengkap']]

  test('in Strict OOXML is read alike', async () => {
    expect(await cellsIn(zip(strict(partsOf(row(cells), ['polos'], more))))).toEqual(expected)
  })

  test('whose elements have a prefix is read alike', async () => {
    const parts = partsOf(row(cells), ['polos'], more).map(({ name, content }) => {
      const prefixed = content.toString().replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:')
      const isOurs = name.startsWith('xl/') && !name.endsWith('.rels')
      return { name, content: Buffer.from(isOurs ? prefixed.replaceAll('xmlns=', 'xmlns:x=') : content) }
    })
    expect(await cellsIn(zip(parts))).toEqual(expected)
  })

  test('with backslashes in the names of its parts is read alike', async () => {
    const parts = partsOf(row(cells), ['polos'], more).map((part) => ({
      ...part,
      name: part.name.replaceAll('/', '\\'),
    }))
    expect(await cellsIn(zip(parts))).toEqual(expected)
  })

  test('with macros (.xlsm) is read alike', async () => {
    const macros = { name: 'xl/vbaProject.bin', content: Buffer.from('\xD0\xCF\x11\xE0', 'latin1') }
    expect(await cellsIn(zip([...partsOf(row(cells), ['polos'], more), macros]))).toEqual(expected)
  })

  test('without texts and styles is read', async () => {
    const parts = partsOf(row('<c r="A2"><v>1</v></c>')).filter(({ name }) => !/Strings|styles/.test(name))
    expect(await cellsIn(zip(parts))).toEqual([[1]])
  })

  test('without any sheet of cells is told', async () => {
    const parts = partsOf('').map(({ name, content }) => ({
      name,
      content: Buffer.from(content.toString().replace(/<sheet [^>]*>/, '')),
    }))
    expect(await readHere(zip(parts))).toEqual({ problem: { code: 'no_sheets' } })
  })

  test('as other programs lay it out is read: rows of all kinds', async () => {
    expect(await cellsIn(workbook([['a', null, 1.5], [], [true]]))).toEqual([['a', null, 1.5], [true]])
  })
})
