import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../src/spreadsheet/cell.ts'
import type { Sheet } from '../../../src/spreadsheet/sheet.ts'
import { readRoster } from '../../../src/staff/roster/readRoster.ts'
import { isRoster } from '../../../src/staff/roster/rosterColumns.ts'
import { rosterProblemText } from '../../../src/staff/roster/rosterProblemText.ts'
import { loadTexts } from '../../../src/texts.ts'
import { someNip } from '../someNip.ts'

const UNITS = [
  { id: 1, code: 'dukcapil', name: 'Dinas Kependudukan dan Pencatatan Sipil (Disdukcapil)' },
  { id: 2, code: 'dinsos', name: 'Dinas Sosial' },
  { id: 3, code: 'pkm-a', name: 'Puskesmas Muara Tebo' },
  { id: 4, code: 'smp-1', name: 'SMP Negeri' },
  { id: 5, code: 'smp-2', name: 'SMP Negeri' },
]
const HEADINGS = ['NIP', 'Nama', 'Unit Kerja', 'Jabatan', 'NIP Atasan', 'No. HP', 'Status Kepegawaian']
const [A, B, C] = [someNip(0), someNip(1), someNip(2)]

const sheetOf = (rows: Cell[][], merged: string[] = [], name = 'Pegawai'): Sheet => ({
  name,
  merged,
  rows: rows.flatMap((cells, index) => (cells.length > 0 ? [{ number: index + 1, cells }] : [])),
})
const read = (...sheets: Sheet[]) => readRoster(sheets, { units: UNITS, today: '2026-11-23' })
const problemsOf = async (...rows: Cell[][]) => (await read(sheetOf([HEADINGS, ...rows]))).problems
/** One line each: severity, cell and code. */
const briefly = async (...rows: Cell[][]) =>
  (await problemsOf(...rows)).map(({ severity, row, column, code }) => `${severity} ${column}${row} ${code}`)

const ARIF = {
  nip: A,
  name: 'Arif Rahman, S.Kom.',
  unitId: 1,
  position: 'Pranata Komputer',
  superior: B,
  phone: '6281234567890',
  employment: 'pns',
}
const RATNA = {
  nip: B,
  name: 'Ratna',
  unitId: 2,
  position: null,
  superior: null,
  phone: null,
  employment: 'pns',
}
const ROW_OF_ARIF = [A, 'Arif  Rahman, S.Kom.', 'dukcapil', 'Pranata Komputer', B, '0812-3456-7890', 'PNS']
const ROW_OF_RATNA = [B, 'Ratna', 'DINAS SOSIAL']

describe('a roster is read', () => {
  test('with all that it tells', async () => {
    expect(await read(sheetOf([HEADINGS, ROW_OF_ARIF, ROW_OF_RATNA]))).toEqual({
      entries: [ARIF, RATNA],
      problems: [],
    })
  })

  test('with its columns in any order, under the names that offices use, beside columns of their own', async () => {
    const sheet = sheetOf([
      [
        'No',
        'OPD',
        'NOMOR INDUK PEGAWAI',
        'Golongan',
        'nama lengkap',
        'No WA',
        'Jenis Pegawai',
        'NIP ATASAN LANGSUNG',
        'jabatan',
      ],
      [1, 'dukcapil', A, 'III/a', 'Arif Rahman, S.Kom.', '+62 812 3456 7890', 'pns', B, 'Pranata Komputer'],
      [2, 'Dinas Sosial', B, null, 'Ratna'],
    ])
    expect(await read(sheet)).toEqual({ entries: [ARIF, RATNA], problems: [] })
  })

  test.each([
    [
      'NIP/NIPPPK',
      'Nama Lengkap',
      'Unit Kerja/OPD',
      'Jabatan',
      'NIP Atasan (langsung)',
      'No. HP / Telepon',
      'Status (PNS/PPPK)',
    ],
    ['nip', 'name', 'unit', 'position', 'superior_nip', 'phone', 'employment'],
    ['NIP', 'NAMA', 'SKPD', 'JABATAN', 'ATASAN', 'NOMOR WA', 'JENIS PEGAWAI'],
  ])('under the headings %s, %s, …', async (...headings) => {
    expect(await read(sheetOf([headings, ROW_OF_ARIF, ROW_OF_RATNA]))).toEqual({
      entries: [ARIF, RATNA],
      problems: [],
    })
  })

  test('below a title, with numbers under the headings and blank rows between', async () => {
    const sheet = sheetOf(
      [
        ['DAFTAR PEGAWAI'],
        [],
        HEADINGS,
        ['(1)', '(2)', '(3)'],
        ROW_OF_ARIF,
        [],
        [null, null, null, '  '],
        ROW_OF_RATNA,
      ],
      ['A1:G1'],
    )
    expect(await read(sheet)).toEqual({ entries: [ARIF, RATNA], problems: [] })
  })

  test('from all its sheets, leaving others alone', async () => {
    const sheets = [
      sheetOf([HEADINGS, ROW_OF_ARIF], [], 'Dukcapil'),
      sheetOf([['Petunjuk'], ['Isi NIP']], [], 'Petunjuk'),
      sheetOf([HEADINGS, ROW_OF_RATNA], [], 'Dinsos'),
    ]
    expect(await read(...sheets)).toEqual({ entries: [ARIF, RATNA], problems: [] })
  })

  test('with the employment that the NIP tells when no column does', async () => {
    const { entries } = await read(
      sheetOf([HEADINGS, [someNip(7, 'pppk'), 'Dewi', 'pkm-a', '-', '-', '-', '-']]),
    )
    expect(entries).toMatchObject([{ employment: 'pppk', phone: null, superior: null }])
  })

  test.each(['PPPK', 'P3K', 'PPPK Paruh Waktu', 'pppk'])('with a contract called %s', async (status) => {
    expect(await problemsOf([someNip(7, 'pppk'), 'Dewi', 'pkm-a', null, null, null, status])).toEqual([])
  })
})

describe('what is wrong is told by row and column', () => {
  test.each<[string, Cell[], string[]]>([
    ['a NIP that is a number', [198609262015051000, 'X', 'dinsos'], ['error A2 nip_number']],
    ['a NIP in powers of ten, as CSV has it', ['1,98609E+17', 'X', 'dinsos'], ['error A2 nip_number']],
    ['a NIP against the rule', ['198613262015051001', 'X', 'dinsos'], ['error A2 nip_birth']],
    ['no NIP', [null, 'X', 'dinsos'], ['error A2 nip_missing']],
    ['no name and no unit', [A], ['error B2 name_missing', 'error C2 unit_missing']],
    ['an unknown unit', [A, 'X', 'Kantor Pos'], ['error C2 unit_unknown']],
    ['a unit mistyped', [A, 'X', 'Dinas Sosail'], ['error C2 unit_near']],
    ['a unit by half its name', [A, 'X', 'Disdukcapil'], ['error C2 unit_near']],
    ['two units of one name', [A, 'X', 'SMP Negeri'], ['error C2 unit_ambiguous']],
    ['a name that is a day', [A, { date: '2026-01-02' }, 'dinsos'], ['error B2 is_date']],
    ['a formula that failed', [A, { error: '#N/A' }, 'dinsos'], ['error B2 cell_error']],
    ['a formula without result', [A, { uncalculated: true }, 'dinsos'], ['error B2 cell_uncalculated']],
    ['a name without end', [A, 'x'.repeat(201), 'dinsos'], ['error B2 text_too_long']],
    ['a superior that is none', [A, 'X', 'dinsos', null, '123'], ['error E2 nip_length']],
    ['a superior as a number', [A, 'X', 'dinsos', null, 1.98609262015051e17], ['error E2 nip_number']],
    ['somebody who is their own superior', [A, 'X', 'dinsos', null, A], ['error E2 superior_self']],
    ['a superior from elsewhere', [A, 'X', 'dinsos', null, C], ['warning E2 superior_unknown']],
    [
      'a telephone that is none',
      [A, 'X', 'dinsos', null, null, 'lihat berkas'],
      ['warning F2 phone_unreadable'],
    ],
    ['an unknown status', [A, 'X', 'dinsos', null, null, null, 'Honorer'], ['error G2 employment_unknown']],
    [
      'a status against the NIP',
      [A, 'X', 'dinsos', null, null, null, 'PPPK'],
      ['error G2 employment_differs'],
    ],
  ])('%s', async (_, row, told) => expect(await briefly(row)).toEqual(told))

  test('the same NIP twice, the same telephone twice', async () => {
    expect(
      await problemsOf(
        [A, 'X', 'dinsos', null, null, '0812 3456 7890'],
        [A, 'Y', 'dinsos'],
        [B, 'Z', 'dinsos', null, null, 81234567890],
      ),
    ).toEqual([
      { severity: 'error', sheet: 'Pegawai', row: 3, column: 'A', code: 'nip_twice', other: 2 },
      { severity: 'warning', sheet: 'Pegawai', row: 4, column: 'F', code: 'phone_twice', other: 2 },
    ])
  })

  test('superiors in a circle, once for each circle and not for those below it', async () => {
    const row = (nip: string, superior: string) => [nip, 'X', 'dinsos', null, superior]
    expect(await problemsOf(row(A, B), row(B, C), row(C, B), row(someNip(3), A))).toEqual([
      { severity: 'error', sheet: 'Pegawai', row: 3, column: 'E', code: 'superior_circle', rows: '3 → 4' },
    ])
  })

  test('every fault of a row, and the rows after it', async () => {
    expect(await briefly(['x', null, 'dinsos', null, null, 'y'], [A, 'X', 'z'])).toEqual([
      'error A2 nip_letters',
      'error B2 name_missing',
      'warning F2 phone_unreadable',
      'error C3 unit_unknown',
    ])
  })

  test.each<[string, Sheet, object[]]>([
    [
      'no headings',
      sheetOf([
        ['Nomor', 'Nama'],
        [1, 'X'],
      ]),
      [{ code: 'no_header' }],
    ],
    [
      'a missing column',
      sheetOf([
        ['NIP', 'Nama'],
        [A, 'X'],
      ]),
      [{ row: 1, code: 'column_missing', heading: 'UNIT KERJA' }],
    ],
    [
      'a column twice',
      sheetOf([['NIP', 'Nama', 'Unit', 'OPD']]),
      [{ code: 'column_twice', heading: 'UNIT KERJA' }],
    ],
    ['nobody in it', sheetOf([HEADINGS]), [{ code: 'no_rows' }]],
    ['merged cells', sheetOf([HEADINGS, ROW_OF_ARIF], ['C2:C9']), [{ code: 'merged', range: 'C2:C9' }]],
    ['merged headings', sheetOf([HEADINGS, ROW_OF_ARIF], ['A1:B1']), [{ code: 'merged', range: 'A1:B1' }]],
  ])('%s', async (_, sheet, told) => {
    const { problems, entries } = await read(sheet)
    expect(problems).toMatchObject(told)
    expect(problems).toHaveLength(told.length)
    if (told.length > 0 && problems[0]?.code !== 'no_rows') expect(entries).toEqual([])
  })

  test('in words of either language, with the place first', async () => {
    const texts = await loadTexts()
    const [number] = await problemsOf([198609262015051000, 'X', 'dinsos'])
    const [near] = await problemsOf([A, 'X', 'Dinas Sosail'])
    if (!number || !near) throw new Error('both are wrong')
    expect(rosterProblemText(texts('id'), number)).toMatch(
      /^Lembar “Pegawai”, baris 2, kolom A: NIP tersimpan sebagai bilangan.*Teks/,
    )
    expect(rosterProblemText(texts('en'), near)).toBe(
      'Sheet “Pegawai”, row 2, column C: the unit “Dinas Sosail” is not known. Perhaps this is meant: Dinas Sosial (dinsos).',
    )
  })
})

test('a list of more than 30,000 is refused, and no more than 2,000 faults are kept', async () => {
  const rows = Array.from({ length: 30_001 }, (): Cell[] => ['x', 'X', 'dinsos'])
  const { entries, problems } = await read(sheetOf([HEADINGS, ...rows]))
  expect(entries).toEqual([])
  expect(problems).toHaveLength(2_000)
})

test('a survey, a holiday table and a list of visitors are no rosters', () => {
  expect(isRoster([sheetOf([['type', 'name', 'label']])])).toBe(false)
  expect(isRoster([sheetOf([['Tanggal', 'Nama', 'Jenis']])])).toBe(false)
  expect(isRoster([sheetOf([['NIP']])])).toBe(false)
  expect(isRoster([sheetOf([['Judul'], ['Nama', 'NIP']])])).toBe(true)
})

test('what strangers put into their cells takes no long time', async () => {
  const units = Array.from({ length: 500 }, (_, n) => ({
    id: n,
    code: `unit-${n}`,
    name: `Sekolah Dasar Negeri ${n}`,
  }))
  const brackets = Array.from({ length: 50 }, () => '('.repeat(32_767))
  const rows = Array.from({ length: 5_000 }, (_, n): Cell[] => [
    someNip(n),
    'X',
    `Sekolah Dasar Nomor ${n} ${'a '.repeat(80)}`,
  ])
  const begin = performance.now()
  expect(isRoster([sheetOf([brackets, brackets])])).toBe(false)
  const { problems } = await readRoster([sheetOf([HEADINGS, ...rows])], { units, today: '2026-11-23' })
  expect(problems).toHaveLength(2_000)
  expect(performance.now() - begin).toBeLessThan(15_000)
})
