import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ELEMENT_KEYS } from '../../src/skm/elements.ts'
import { type IndexOfFile, indexOfFile } from '../../src/skm/indexOfFile.ts'
import { indexTable } from '../../src/skm/indexTable.ts'
import { workbook } from '../spreadsheet/workbook.ts'

const HEADER = ['No', ...ELEMENT_KEYS.map((_, index) => `U${index + 1}`)]
const ROWS = [
  [1, 4, 3, 3, 4, 3, 3, 4, 3, 2],
  [2, 3, 3, 2, 4, 3, 3, 3, 3, 3],
  [3, 3, 3, 3, 4, 4, 4, 4, 3, 2],
  [4, 3, 3, 3, 4, 3, 3, 3, 3, 3],
  [5, 3, 3, 3, 4, 3, 3, 3, null, 3],
]
const csv = [HEADER, ...ROWS].map((row) => row.join(';')).join('\r\n')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suluh-skm-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

function reportIn(found: IndexOfFile) {
  if ('problem' in found) throw new Error(found.problem)
  return found
}

describe('the index of a file', () => {
  test('has the shape that programs rely on', async () => {
    const { report, ignored } = reportIn(await indexOfFile(await file('raw.csv', csv)))
    expect(ignored).toEqual(['No'])
    expect(Object.keys(report)).toEqual([
      'n',
      'incomplete',
      'weight',
      'elements',
      'ikm',
      'grade',
      'performance',
    ])
    // 114 of 4 × 9 × 4 = 144 points.
    expect(report).toMatchObject({
      n: 4,
      incomplete: 1,
      weight: 'exact',
      ikm: 79.17,
      grade: 'B',
      performance: 'Baik',
    })
    expect(report.elements).toHaveLength(9)
    expect(report.elements[0]).toEqual({
      key: 'persyaratan',
      total: 13,
      n: 4,
      nrr: 3.25,
      weighted: 0.361,
      ikm: 81.25,
      grade: 'B',
    })
  })

  test('is the same from CSV and XLSX, whatever the file is called', async () => {
    const fromCsv = await indexOfFile(await file('same.txt', csv))
    expect(await indexOfFile(await file('same.csv', workbook([HEADER, ...ROWS])))).toEqual(fromCsv)
  })

  test('follows the weight that is asked for', async () => {
    const path = await file('weight.csv', csv)
    expect(reportIn(await indexOfFile(path, '0.111')).report).toMatchObject({ weight: '0.111', ikm: 79.09 })
    expect(reportIn(await indexOfFile(path, '0.11')).report).toMatchObject({ weight: '0.11', ikm: 78.38 })
  })

  test('is null without a complete questionnaire', async () => {
    const { report } = reportIn(await indexOfFile(await file('none.csv', HEADER.join(';'))))
    expect(report).toMatchObject({ n: 0, incomplete: 0, ikm: null, grade: null, performance: null })
    expect(indexTable(report)).toContain('IKM: belum ada, karena tidak ada kuesioner yang lengkap')
  })

  test('is worked out of 100,000 questionnaires', async () => {
    const path = await file('large.csv', `${HEADER.join(';')}\n${'1;4;3;3;4;3;3;4;3;2\n'.repeat(100_000)}`)
    expect(reportIn(await indexOfFile(path)).report.n).toBe(100_000)
  })
})

describe('a file that cannot be used is named with its problem', () => {
  test('there is none', async () => {
    const path = join(folder, 'tidak-ada.csv')
    expect(await indexOfFile(path)).toEqual({ problem: `${path}: there is no such file` })
  })

  test('it is a folder', async () => {
    expect(await indexOfFile(folder)).toEqual({ problem: `${folder}: this is not a file` })
  })

  test('it is too large', async () => {
    const path = await file('huge.csv', Buffer.alloc(20 * 1024 * 1024 + 1, '1'))
    expect(await indexOfFile(path)).toEqual({ problem: `${path}: the file is larger than 20 MB` })
  })

  test('it is a PDF called .xlsx', async () => {
    const path = await file('laporan.xlsx', '%PDF-1.4 …')
    expect(await indexOfFile(path)).toEqual({
      problem: `${path}: this is a PDF; give the spreadsheet it was made from`,
    })
  })
})

test('the table for people is in Indonesian, with Indonesian numbers', async () => {
  const { report, ignored } = reportIn(await indexOfFile(await file('table.csv', csv)))
  expect(indexTable(report, ignored)).toBe(`IKM: 79,17, mutu B (Baik)
Responden: 4 kuesioner lengkap
Tidak lengkap: 1 kuesioner, tidak dihitung
Bobot tiap unsur: 1/9

    Unsur                                     Jumlah    NRR  Tertimbang     IKM  Mutu
U1  Persyaratan                                   13  3,250       0,361   81,25     B
U2  Sistem, Mekanisme, dan Prosedur               12  3,000       0,333   75,00     C
U3  Waktu Penyelesaian                            11  2,750       0,306   68,75     C
U4  Biaya/Tarif                                   16  4,000       0,444  100,00     A
U5  Produk Spesifikasi Jenis Pelayanan            13  3,250       0,361   81,25     B
U6  Kompetensi Pelaksana                          13  3,250       0,361   81,25     B
U7  Perilaku Pelaksana                            14  3,500       0,389   87,50     B
U8  Penanganan Pengaduan, Saran, dan Masukan      12  3,000       0,333   75,00     C
U9  Sarana dan Prasarana                          10  2,500       0,278   62,50     D

Tiga unsur terendah: Sarana dan Prasarana; Waktu Penyelesaian; Sistem, Mekanisme, dan Prosedur

Kolom yang tidak dibaca: "No"`)
})
