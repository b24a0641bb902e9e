import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ELEMENT_KEYS } from '../../src/skm/elements.ts'
import { MOST_BYTES, readRawQuestionnaires } from '../../src/skm/rawQuestionnaires.ts'

const NUMBERED = ELEMENT_KEYS.map((_, index) => `U${index + 1}`)

const read = (text: string, keys?: readonly string[]) => readRawQuestionnaires(Buffer.from(text), keys)

/** A file of two questions, so that rows stay short. */
const readTwo = (text: string) => read(text, ['waktu', 'biaya'])

describe('questionnaires in CSV', () => {
  test.each([
    ['semicolons', ';'],
    ['commas', ','],
    ['tabs', '\t'],
  ])('are read with %s', async (_, delimiter) => {
    const rows = [NUMBERED, [1, 2, 3, 4, 1, 2, 3, 4, 1]]
    expect(await read(rows.map((row) => row.join(delimiter)).join('\n'))).toEqual({
      questionnaires: [
        {
          persyaratan: 1,
          prosedur: 2,
          waktu: 3,
          biaya: 4,
          produk: 1,
          kompetensi: 2,
          perilaku: 3,
          pengaduan: 4,
          sarana: 1,
        },
      ],
      ignored: [],
    })
  })

  test.each([
    ['spaces around', ' waktu ; biaya \n 3 ; 4 '],
    ['capitals and numbers with spaces', 'u 1;BIAYA\n3;4'],
    ['columns the other way round', 'U2;U1\n4;3'],
    ['decimals of an Indonesian Excel', 'waktu;biaya\n3,0;4,00'],
    ['decimals of an English Excel', 'waktu,biaya\n3.0,"4,0"'],
    ['blank rows before, between and after', '\n;\nwaktu;biaya\n;\n3;4\n\n;\n'],
    ['empty columns to the right', 'waktu;biaya;;\n3;4;;;;'],
  ])('are read with %s', async (_, text) => {
    expect(await readTwo(text)).toEqual({ questionnaires: [{ waktu: 3, biaya: 4 }], ignored: [] })
  })

  test('a blank cell is an answer not given, a short row likewise', async () => {
    expect(await readTwo('No;waktu;biaya\n1;3;\n2;;4\n3;1\n4')).toMatchObject({
      questionnaires: [{ waktu: 3 }, { biaya: 4 }, { waktu: 1 }, {}],
    })
  })

  test('other columns are named as ignored, whatever is in them', async () => {
    const text = 'No;waktu;biaya;Saran "bebas"\n1;3;4;"Baik; pertahankan\nterus"\n2;1;1;kursi 5" saja'
    expect(await readTwo(text)).toEqual({
      questionnaires: [
        { waktu: 3, biaya: 4 },
        { waktu: 1, biaya: 1 },
      ],
      ignored: ['No', 'Saran "bebas"'],
    })
  })

  test('U8 is pengaduan and U9 sarana, as the regulation numbers them', async () => {
    const found = await read(`${NUMBERED.join(';')}\n4;4;4;4;4;4;4;1;2`)
    expect(found).toMatchObject({ questionnaires: [{ pengaduan: 1, sarana: 2 }] })
  })

  test('a header alone is a file without questionnaires', async () => {
    expect(await readTwo('waktu;biaya')).toEqual({ questionnaires: [], ignored: [] })
  })

  test('however answers are arranged, the same ones come out', async () => {
    const answers = fc.array(
      fc.record({ waktu: fc.integer({ min: 1, max: 4 }), biaya: fc.integer({ min: 1, max: 4 }) }),
    )
    await fc.assert(
      fc.asyncProperty(
        answers,
        fc.constantFrom(';', ',', '\t'),
        fc.boolean(),
        async (rows, delimiter, isSwapped) => {
          const keys = isSwapped ? (['biaya', 'waktu'] as const) : (['waktu', 'biaya'] as const)
          const text = [keys, ...rows.map((row) => keys.map((key) => row[key]))]
          const found = await readTwo(text.map((row) => row.join(delimiter)).join('\n'))
          expect(found).toEqual({ questionnaires: rows, ignored: [] })
        },
      ),
      // Each is read in a process of its own.
      { numRuns: 30 },
    )
  })
})

describe('what is wrong with a file is told by row and column', () => {
  test.each([
    ['a value too high', 'waktu;U2\n3;4\n\n3;5', 'row 4, column U2: "5" is not 1, 2, 3 or 4'],
    ['nought', 'waktu;biaya\n0;4', 'row 2, column waktu: "0" is not 1, 2, 3 or 4'],
    ['half marks', 'waktu;biaya\n3,5;4', 'row 2, column waktu: "3,5" is not 1, 2, 3 or 4'],
    ['a negative value', 'waktu;biaya\n-1;4', 'row 2, column waktu: "-1" is not 1, 2, 3 or 4'],
    ['a word', 'waktu;biaya\nbaik;4', 'row 2, column waktu: "baik" is not 1, 2, 3 or 4'],
    [
      'several cells',
      'waktu;biaya\n6;7\n3;3\n8;4',
      'row 2, column waktu: "6" is not 1, 2, 3 or 4; row 2, column biaya: "7" is not 1, 2, 3 or 4; ' +
        'row 4, column waktu: "8" is not 1, 2, 3 or 4',
    ],
    ['an unquoted comma', 'waktu,biaya\n3,0,4,0', 'row 2 has 4 cells, the header only 2'],
    ['a column missing', 'waktu;usia\n3;30', 'the header lacks U2 (biaya)'],
    ['a column twice', 'waktu;biaya;Waktu\n3;4;3', 'columns "waktu" and "Waktu" are both U1 (waktu)'],
    [
      'a column by key and by number',
      'U1;biaya;waktu\n3;4;3',
      'columns "U1" and "waktu" are both U1 (waktu)',
    ],
    [
      'no header',
      '3;4\n1;2',
      'there is no header: the first row must name the columns U1 to U2 or waktu, biaya',
    ],
    ['nothing', '', 'the file is empty'],
    ['nothing but blanks', ' \n;;\n\t\n', 'the file is empty'],
  ])('%s', async (_, text, problem) => {
    expect(await readTwo(text)).toEqual({ problem })
  })

  test('of very many wrong cells the first five are told', async () => {
    const found = await readTwo(`waktu;biaya\n${'9;9\n'.repeat(10)}`)
    expect(found).toHaveProperty(
      'problem',
      expect.stringMatching(/^row 2, .*; row 4, column waktu: .*; and 15 more$/),
    )
  })

  test('without control characters or endless text in the message', async () => {
    const found = await readTwo(`waktu;biaya\n\u001b[31m\u202e${'x'.repeat(10_000)};4`)
    expect(found).toHaveProperty(
      'problem',
      expect.stringMatching(/^row 2, column waktu: "\[31m\?x{35}…" is not/),
    )
  })
})

describe('files that are no table are refused in one sentence', () => {
  test.each([
    ['a PDF', '%PDF-1.7', 'this is a PDF; give the spreadsheet it was made from'],
    [
      'a quote that never ends',
      'waktu;biaya\n"3;4\n1;2',
      'row 2 does not end: a quotation mark in it is never closed',
    ],
    ['a picture', '\x89PNG\r\n\x1A\n', 'this is a picture; give the spreadsheet it shows'],
  ])('%s', async (_, content, problem) => {
    expect(await readRawQuestionnaires(Buffer.from(content, 'latin1'))).toEqual({ problem })
  })

  test('one that is too large', async () => {
    expect(await readRawQuestionnaires(new Uint8Array(MOST_BYTES + 1))).toEqual({
      problem: 'the file is larger than 20 MB',
    })
  })

  test('one of too many rows', async () => {
    const most = `waktu;biaya\n${'1;1\n'.repeat(200_000)}`
    expect(await readTwo(most)).toHaveProperty('questionnaires.length', 200_000)
    expect(await readTwo(`${most}1;1`)).toEqual({ problem: 'the file has more than 200001 rows' })
  })

  test('one of a single endless row', async () => {
    expect(await readTwo(`waktu;biaya\n${';'.repeat(MOST_BYTES - 100)}`)).toEqual({
      problem: 'the file has more than 10000000 cells',
    })
  })
})
