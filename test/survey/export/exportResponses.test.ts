import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Definition } from '../../../src/survey/definition/definition.ts'
import type { ExportFormat } from '../../../src/survey/export/exportFormat.ts'
import { responseExports } from '../../../src/survey/export/responseExports.ts'
import { loadTexts } from '../../../src/texts.ts'
import { temporaryFolder } from '../../temporaryFolder.ts'
import { answeredSurvey, type Given } from '../results/answeredSurvey.ts'
import { definitionOf } from '../results/forms.ts'
import { column, filesOf, rowsOf, sheetsOf } from './exportedFiles.ts'

type Answered = Awaited<ReturnType<typeof answeredSurvey>>
let opened: Answered[] = []
afterEach(async () => {
  for (const { database } of opened) await database.cleanup()
  opened = []
})

/** Exports these responses to a survey; gives the place of the file. */
async function exported(
  versions: Definition[],
  given: Given[],
  format: ExportFormat,
  options: { survey?: { isNamed?: boolean; isPerUnit?: boolean }; ending?: string; language?: string } = {},
): Promise<string> {
  const { ending = format, survey = { isPerUnit: false }, language } = options
  const answered = await answeredSurvey(versions, survey)
  opened.push(answered)
  await answered.answer(...given)
  const path = join(temporaryFolder(), `uji.${ending}`)
  const exports = responseExports({ ...answered, texts: await loadTexts() })
  const done = await exports.export({ info: answered.info }, { format, language, path })
  expect(done).toEqual({ responses: given.length })
  expect(readdirSync(dirname(path))).toEqual([`uji.${ending}`])
  return path
}

const EVERYTHING = definitionOf(
  [
    { type: 'select_one', name: 'warna', list: 'warna', label: { id: 'Warna?', en: 'Colour?' } },
    { type: 'select_multiple', name: 'buah', list: 'buah', label: { id: 'Buah?' } },
    { type: 'rank', name: 'urutan', list: 'buah', label: { id: 'Urutan?' } },
    { type: 'select_one', name: 'nilai', list: 'nilai', label: { id: 'Nilai?' } },
    { type: 'integer', name: 'usia', label: { id: 'Usia?' } },
    { type: 'decimal', name: 'berat' },
    { type: 'date', name: 'hari' },
    { type: 'time', name: 'jam' },
    { type: 'geopoint', name: 'tempat' },
    { type: 'acknowledge', name: 'setuju' },
    { type: 'calculate', name: 'jumlah', calculation: '1 + 1' },
    { type: 'text', name: 'saran', label: { id: 'Saran?' } },
  ],
  { warna: ['merah', 'biru'], buah: ['apel', 'jeruk'], nilai: ['1', '2'] },
)

const ANSWERS = {
  warna: 'biru',
  buah: 'jeruk',
  urutan: 'jeruk apel',
  nilai: '2',
  usia: '35',
  berat: '2.5',
  hari: '2026-03-15',
  jam: '08:30:00.000',
  tempat: '-1.48 102.42 60 5',
  setuju: 'OK',
  jumlah: '2',
  saran: 'Bagus\nsekali; "terima kasih"',
}

describe('a workbook', () => {
  test('has codes, words and a codebook', async () => {
    const sheets = sheetsOf(await exported([EVERYTHING], [{ answers: ANSWERS }], 'xlsx'))
    expect([...sheets.keys()]).toEqual(['codes', 'labels', 'codebook'])
    const [header = [], codes = []] = sheets.get('codes') ?? []
    expect(Object.fromEntries(header.map((name, index) => [name, codes[index]]))).toEqual({
      response_number: 1,
      response_period: '2026-S2',
      response_month: '2026-11',
      response_version: 1,
      warna: 'biru',
      buah: 'jeruk',
      buah_apel: 0,
      buah_jeruk: 1,
      urutan: 'jeruk apel',
      urutan_apel: 2,
      urutan_jeruk: 1,
      nilai: 2,
      usia: 35,
      berat: 2.5,
      hari: '2026-03-15',
      jam: '08:30:00',
      tempat: '-1.48 102.42 60 5',
      tempat_latitude: -1.48,
      tempat_longitude: 102.42,
      tempat_altitude: 60,
      tempat_accuracy: 5,
      setuju: 1,
      jumlah: 2,
      saran: ANSWERS.saran,
    })
    const labels = sheets.get('labels') ?? []
    expect(column(labels, 'Warna?')).toEqual(['Biru'])
    expect(column(labels, 'Buah?')).toEqual(['Jeruk'])
    expect(column(labels, 'Urutan?')).toEqual(['1. Jeruk; 2. Apel'])
    expect(labels[0]).not.toContain('buah_apel')
  })

  test('says in its codebook what every variable and code means, in every language', async () => {
    const book = sheetsOf(await exported([EVERYTHING], [], 'xlsx')).get('codebook') ?? []
    expect(book[0]).toEqual(
      expect.arrayContaining(['variable', 'type', 'code', 'spss_code', 'notes', 'label::id', 'label::en']),
    )
    const about = (variable: string) =>
      book.filter((row) => row[book[0]?.indexOf('variable') ?? 0] === variable).map((row) => row.slice(3))
    expect(about('warna')).toEqual([
      ['select_one', '1', null, null, null, 'Warna?', 'Colour?'],
      [null, null, 'merah', 1, null, 'Merah', null],
      [null, null, 'biru', 2, null, 'Biru', null],
    ])
    expect(about('nilai').map((row) => row[3])).toEqual([null, 1, 2])
    expect(about('buah_jeruk')[0]?.[4]).toContain('1 = dipilih')
  })

  test('neutralises what a spreadsheet would take for a formula', async () => {
    const formula = '=HYPERLINK("http://jahat.example";"klik")'
    const path = await exported([EVERYTHING], [{ answers: { saran: formula } }], 'xlsx')
    const { read } = await import('@e965/xlsx')
    const sheet = read(readFileSync(path), { cellFormula: true }).Sheets.codes ?? {}
    const cells = Object.values(sheet).filter((cell) => cell?.v === formula)
    expect(cells).toHaveLength(1)
    expect(cells[0]).toMatchObject({ t: 's' })
    expect(cells[0]).not.toHaveProperty('f')
  })

  test('has sheets of their own for repeats, tied by the number of the response', async () => {
    const definition = definitionOf(
      [
        { type: 'text', name: 'alamat' },
        {
          type: 'repeat',
          name: 'keluarga',
          children: [
            { type: 'text', name: 'nama', label: { id: 'Nama?' } },
            {
              type: 'repeat',
              name: 'anak',
              children: [{ type: 'select_one', name: 'warna', list: 'warna' }],
            },
          ],
        },
      ],
      { warna: ['merah', 'biru'] },
    )
    const path = await exported(
      [definition],
      [
        {
          answers: {
            alamat: 'A',
            'keluarga[1]/nama': 'Adi',
            'keluarga[2]/nama': 'Budi',
            'keluarga[2]/anak[1]/warna': 'merah',
            'keluarga[2]/anak[2]/warna': 'biru',
          },
        },
        { answers: { alamat: 'B', 'keluarga[1]/nama': 'Citra' } },
      ],
      'xlsx',
    )
    const sheets = sheetsOf(path)
    expect([...sheets.keys()]).toEqual([
      'codes',
      'labels',
      'codebook',
      'keluarga',
      'keluarga labels',
      'anak',
      'anak labels',
    ])
    const main = sheets.get('codes') ?? []
    const a = Number(column(main, 'response_number')[column(main, 'alamat').indexOf('A')])
    const ofA = (sheet: string) =>
      (sheets.get(sheet) ?? []).filter(([number]) => number === a).map((row) => row.slice(1))
    expect(sheets.get('keluarga')?.[0]).toEqual(['response_number', 'keluarga', 'nama'])
    expect(ofA('keluarga')).toEqual([
      [1, 'Adi'],
      [2, 'Budi'],
    ])
    expect(sheets.get('anak')?.[0]).toEqual(['response_number', 'keluarga', 'anak', 'warna'])
    expect(ofA('anak')).toEqual([
      [2, 1, 'merah'],
      [2, 2, 'biru'],
    ])
    expect(ofA('anak labels')).toEqual([
      [2, 1, 'Merah'],
      [2, 2, 'Biru'],
    ])
  })

  test('puts versions into one column, and apart where the type changed', async () => {
    const path = await exported(
      [
        definitionOf(
          [
            { type: 'text', name: 'usia' },
            { type: 'select_one', name: 'w', list: 'w' },
          ],
          { w: ['lama'] },
        ),
        definitionOf(
          [
            { type: 'integer', name: 'usia' },
            { type: 'select_one', name: 'w', list: 'w' },
          ],
          { w: ['baru'] },
        ),
      ],
      [
        { version: 1, answers: { usia: 'tua', w: 'lama' } },
        { version: 2, answers: { usia: '30', w: 'baru' } },
      ],
      'xlsx',
    )
    const codes = sheetsOf(path).get('codes') ?? []
    const rows = column(codes, 'response_version').map((version, index) => [
      version,
      column(codes, 'usia')[index],
      column(codes, 'usia_v1')[index],
      column(codes, 'w')[index],
    ])
    expect(rows.sort()).toEqual([
      [1, null, 'tua', 'lama'],
      [2, 30, null, 'baru'],
    ])
  })
})

describe('whoever answered', () => {
  const given = [
    { answers: { saran: 'a' }, person: 12345, finishedOn: '2026-11-17' },
    { answers: { saran: 'b' }, person: 67890, finishedOn: '2026-11-18' },
  ]

  test('is named in named surveys, with the day', async () => {
    const path = await exported([EVERYTHING], given, 'xlsx', { survey: { isNamed: true, isPerUnit: false } })
    const codes = sheetsOf(path).get('codes') ?? []
    expect(column(codes, 'response_person').toSorted()).toEqual([12345, 67890])
    expect(column(codes, 'response_day').toSorted()).toEqual(['2026-11-17', '2026-11-18'])
  })

  test('is nowhere in others: neither id nor day, nor the id under which the response is stored', async () => {
    const path = await exported([EVERYTHING], given, 'csv')
    const content = readFileSync(path, 'utf8')
    expect(content).toContain('2026-11')
    expect(content).not.toMatch(/12345|67890|2026-11-1/)
    const stored = await opened[0]?.database.client.response.findMany()
    expect(stored).toHaveLength(2)
    for (const { id } of stored ?? []) expect(content).not.toContain(id)
  })

  test('is not told by the order of rows', async () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ answers: { usia: String(index) } }))
    const rows = rowsOf(readFileSync(await exported([EVERYTHING], many, 'csv')))
    const ages = column(rows, 'usia').map(Number)
    expect(ages).not.toEqual(many.map((_, index) => index))
    expect(ages.toSorted((a, b) => a - b)).toEqual(many.map((_, index) => index))
    expect(column(rows, 'response_number')).toEqual(many.map((_, index) => String(index + 1)))
  })
})

test('examples are marked, units named, closed ones too', async () => {
  const answered = await answeredSurvey([EVERYTHING], { isPerUnit: true })
  opened.push(answered)
  await answered.answer(
    { unit: answered.unit, isExample: true, answers: { usia: '1' } },
    { unit: answered.other, answers: { usia: '2' } },
  )
  await answered.database.client.unit.update({ where: { id: answered.other }, data: { isActive: false } })
  const path = join(temporaryFolder(), 'uji.xlsx')
  const exports = responseExports({ ...answered, texts: await loadTexts() })
  await exports.export({ info: answered.info }, { format: 'xlsx', path })
  const [codes, labels] = [sheetsOf(path).get('codes') ?? [], sheetsOf(path).get('labels') ?? []]
  const of = (name: string) => column(codes, name)
  expect(
    of('usia')
      .map((age, index) => [age, of('response_unit')[index], of('response_example')[index]])
      .sort(),
  ).toEqual([
    [1, 'pkm-tebo', 1],
    [2, 'dukcapil', 0],
  ])
  expect(column(labels, 'response_unit').toSorted()).toEqual(['Dinas Dukcapil', 'Puskesmas Tebo'])
  const one = await answered.units.byId(answered.unit)
  const done = await exports.export(
    { info: answered.info, ...(one && { unit: one }) },
    { format: 'csv', path },
  )
  expect(done).toEqual({ responses: 1 })
})

describe('CSV', () => {
  test('is UTF-8 with a byte order mark, semicolons and decimal commas, formulas neutralised', async () => {
    const path = await exported([EVERYTHING], [{ answers: { ...ANSWERS, saran: '+62 é' } }], 'csv')
    const content = readFileSync(path)
    expect(content.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const rows = rowsOf(content)
    expect(column(rows, 'berat')).toEqual(['2,5'])
    expect(column(rows, 'tempat_latitude')).toEqual(['-1,48'])
    expect(column(rows, 'saran')).toEqual(["'+62 é"])
  })

  test('of a survey with repeats is an archive of files, with the codebook', async () => {
    const definition = definitionOf([
      { type: 'text', name: 'alamat' },
      { type: 'repeat', name: 'anak', children: [{ type: 'integer', name: 'usia' }] },
    ])
    const path = await exported([definition], [{ answers: { alamat: 'A', 'anak[1]/usia': '4' } }], 'csv', {
      ending: 'zip',
    })
    const files = await filesOf(path)
    expect([...files.keys()]).toEqual(['uji.csv', 'uji-anak.csv', 'codebook.csv'])
    expect(rowsOf(files.get('uji-anak.csv') ?? Buffer.of())).toEqual([
      ['response_number', 'anak', 'usia'],
      ['1', '1', '4'],
    ])
  })
})

test('for SPSS, data have numbers for choices and the syntax names them', async () => {
  const files = await filesOf(await exported([EVERYTHING], [{ answers: ANSWERS }], 'spss', { ending: 'zip' }))
  expect([...files.keys()]).toEqual(['uji.csv', 'uji.sps', 'codebook.csv'])
  const data = rowsOf(files.get('uji.csv') ?? Buffer.of(), ',')
  expect(column(data, 'warna')).toEqual(['2'])
  expect(column(data, 'nilai')).toEqual(['2'])
  expect(column(data, 'berat')).toEqual(['2.5'])
  expect(column(data, 'saran')).toEqual(['Bagus sekali; "terima kasih"'])
  const syntax = String(files.get('uji.sps'))
  expect(syntax).toContain("/warna\n    1 'Merah'\n    2 'Biru'")
  expect(syntax).toContain("/buah_jeruk 'Jeruk: Buah?'")
  expect(syntax).toContain('hari SDATE10')
  expect(syntax).toContain('/MDGROUP NAME=$buah')
})

describe('an export says why it cannot be', () => {
  test.each([
    [
      { format: 'xlsx', language: 'Bahasa Jawa' },
      { problem: 'unknown_language', known: ['id', 'en'] },
    ],
    [{ format: 'spss' }, { problem: 'wrong_ending', wanted: '.zip' }],
  ] as const)('%o', async (options, problem) => {
    const answered = await answeredSurvey([EVERYTHING])
    opened.push(answered)
    const exports = responseExports({ ...answered, texts: await loadTexts() })
    const path = join(temporaryFolder(), 'uji.xlsx')
    expect(await exports.export({ info: answered.info }, { ...options, path })).toEqual(problem)
    expect(readdirSync(dirname(path))).toEqual([])
  })
})

test('two repeats of one name have sheets and files of their own', async () => {
  const anak = {
    type: 'repeat' as const,
    name: 'anak',
    children: [{ type: 'integer' as const, name: 'usia' }],
  }
  const definition = definitionOf([
    { type: 'group', name: 'a', children: [anak] },
    { type: 'group', name: 'b', children: [anak] },
  ])
  const given = [{ answers: { 'a/anak[1]/usia': '4', 'b/anak[1]/usia': '5' } }]
  const files = await filesOf(await exported([definition], given, 'csv', { ending: 'zip' }))
  expect([...files.keys()]).toEqual(['uji.csv', 'uji-anak.csv', 'uji-b_anak.csv', 'codebook.csv'])
  expect(column(rowsOf(files.get('uji-b_anak.csv') ?? Buffer.of()), 'usia')).toEqual(['5'])
})
