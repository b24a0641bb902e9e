import { describe, expect, test } from 'vitest'
import { readRawQuestionnaires } from '../../src/skm/rawQuestionnaires.ts'
import { type Cell, workbook, workbookOf } from '../spreadsheet/workbook.ts'

const read = (bytes: Uint8Array) => readRawQuestionnaires(bytes, ['waktu', 'biaya'])

const HEADER =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>U1</t></is></c><c r="B1" t="inlineStr"><is><t>U2</t></is></c></row>'

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
        'row 6, column U1: "3.5" is not 1, 2, 3 or 4; row 6, column U2: "TRUE" is not 1, 2, 3 or 4',
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

  test('are refused where a program wrote formulas and no results', async () => {
    const rows = `${HEADER}<row r="2"><c r="A2"><f>1+2</f></c><c r="B2" t="e"><v>#N/A</v></c></row>`
    expect(await read(workbookOf(`<sheetData>${rows}</sheetData>`))).toEqual({
      problem:
        'cell A2 is a formula without a result; open the file in Excel and save it again; ' +
        'cell B2 shows the error "#N/A"; mend its formula',
    })
  })

  test('are told to be broken when they are', async () => {
    const bytes = workbook([['waktu', 'biaya']])
    expect(await read(bytes.subarray(0, bytes.length - 10))).toEqual({
      problem: 'this workbook is damaged or only partly copied; save it again in Excel',
    })
  })

  test('an empty sheet is an empty file', async () => {
    expect(await read(workbookOf('<sheetData/>'))).toEqual({ problem: 'the file is empty' })
  })
})
