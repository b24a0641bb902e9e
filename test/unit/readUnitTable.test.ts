import { expect, test } from 'vitest'
import { readUnitTable } from '../../src/unit/readUnitTable.ts'

const HEADING = 'Kode,Nama,Kecamatan,Pengguna,Zona waktu,Layanan,Catatan\n'
const read = (rows: string, heading = HEADING) => readUnitTable(Buffer.from(heading + rows))

test('units are read with all that is known of them', async () => {
  expect(
    await read(
      'PKM-Sumay,Puskesmas  Sumay,Sumay,"12.500",WIB,Rawat jalan; Imunisasi (bayi);,x\ndinas,Dinas,,,,,\n',
    ),
  ).toEqual({
    type: 'units',
    units: [
      {
        code: 'pkm-sumay',
        name: 'Puskesmas Sumay',
        district: 'Sumay',
        population: 12_500,
        timeZone: 'Asia/Jakarta',
        services: [
          { code: 'rawat-jalan', name: 'Rawat jalan' },
          { code: 'imunisasi-bayi', name: 'Imunisasi (bayi)' },
        ],
      },
      { code: 'dinas', name: 'Dinas', services: [] },
    ],
  })
})

test.each([
  [',Tanpa kode,,,,', 'is no code'],
  ['dinas_x,Garis bawah,,,,', '“dinas_x” is no code'],
  [`${'x'.repeat(31)},Panjang,,,,`, 'is no code'],
  ['dinas,,,,,', 'the name is missing'],
  [`dinas,${'n'.repeat(121)},,,,`, 'longer than 120'],
  ['dinas,Dinas,,banyak,,', '“banyak” is no number'],
  ['dinas,Dinas,,-5,,', '“-5” is no number'],
  ['dinas,Dinas,,,Mars/Kota,', '“Mars/Kota” is no time zone: WIB, WITA or WIT'],
  ['dinas,Dinas,,,constructor,', '“constructor” is no time zone'],
  ['dinas,Dinas,,,,KTP; ktp', 'the service ktp is there twice'],
  ['dinas,Dinas,,,,!!!', 'neither letters nor digits'],
  [`dinas,Dinas,,,,${'l'.repeat(81)}`, 'longer than 80'],
])('%j is told with its row', async (row, words) => {
  const table = await read(`baik,Unit Baik,,,,\n${row}\n`)
  expect(table).toMatchObject({ type: 'faulty', faults: [{ row: 3, text: expect.stringContaining(words) }] })
})

test('of two units with one code the second is told', async () => {
  expect(await read('dinas,Satu,,,,\nDINAS,Dua,,,,\n')).toMatchObject({
    faults: [{ row: 3, text: 'the code dinas is there already' }],
  })
})

test('what is no table of units, and what is no spreadsheet, is told', async () => {
  expect(await read('a,b\n', 'x,y\n')).toEqual({ type: 'not-units' })
  expect(await readUnitTable(Buffer.from('%PDF-1.7\n%âãÏÓ'))).toMatchObject({ type: 'unreadable' })
})
