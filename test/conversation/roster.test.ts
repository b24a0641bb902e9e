import { afterEach, beforeEach, expect, test } from 'vitest'
import { someNip } from '../staff/someNip.ts'
import type { Citizen } from './citizen.ts'
import { type House, suluhHouse } from './house.ts'
import { workbookOf } from './spreadsheet.ts'
import { arrives, payloadHeard } from './staff.ts'

let house: House
let ratna: Citizen
beforeEach(async () => {
  house = await suluhHouse()
  ratna = await arrives(house, 'Ratna', 'admin')
})
afterEach(() => house.close())

const rosterOf = (people: [n: number, name: string, unit: string][]) =>
  workbookOf({
    Pegawai: `NIP | Nama | Unit Kerja
      ${people.map(([n, name, unit]) => `${someNip(n)} | ${name} | ${unit}`).join('\n')}`,
  })
const active = async () =>
  (
    await house.database.client.employee.findMany({ where: { isActive: true }, orderBy: { name: 'asc' } })
  ).map(({ name }) => name)

test('a roster is told apart from a survey, shown before it counts, and taken with a press', async () => {
  const file = await rosterOf([
    [0, 'Arif', 'dukcapil'],
    [1, 'Budi', 'dinsos'],
  ])
  await ratna.sends(file, 'apa saja.xlsx')
  const details = await ratna.hears('Rincian')
  expect((await house.file(details.document)).toString()).toContain('+ ')
  const compared = await ratna.hears('Bila berkas ini diterapkan')
  expect(compared.text).toContain('Ditambah: 2')
  expect(await active()).toEqual([])
  await ratna.presses('Terapkan')
  await ratna.hears('sudah diterapkan')
  expect(await active()).toEqual(['Arif', 'Budi'])

  await ratna.sends(file, 'lagi.xlsx')
  await ratna.hears('Tidak ada yang perlu diubah')
  const form = await workbookOf({ survey: 'type | name | label\ntext | saran | Saran?' })
  await ratna.sends(form, 'pegawai.xlsx')
  await ratna.hears('Berkas sudah diperiksa')
})

test('a roster with faults is told by sheet, row and column, and changes nothing', async () => {
  const file = await workbookOf({
    Pegawai: `NIP | Nama | Unit Kerja
      ${someNip(0)} | Arif | dukcapil
      1,98E+17 | Budi | Dinas Sosail`,
  })
  await ratna.sends(file, 'pegawai.xlsx')
  const told = await ratna.hears('belum dapat diimpor')
  expect(told.text).toContain('Lembar “Pegawai”, baris 3, kolom A: NIP tersimpan sebagai bilangan')
  expect(told.text).toContain('Mungkin maksudnya: Dinas Sosial (dinsos)')
  expect(await active()).toEqual([])
})

test('where many would go it is asked once more, and an old button does not bring them back', async () => {
  const many: [number, string, string][] = Array.from({ length: 10 }, (_, n) => [n, `Pegawai ${n}`, 'dinsos'])
  await ratna.sends(await rosterOf(many), 'semua.xlsx')
  await ratna.hears('Ditambah: 10')
  const old = await ratna.remembers('Terapkan')
  await ratna.presses('Terapkan')
  await ratna.hears('sudah diterapkan')

  await ratna.sends(await rosterOf(many.slice(0, 5)), 'separuh.xlsx')
  await ratna.hears('5 dari 10 pegawai')
  await ratna.presses('Terapkan')
  await ratna.hears('yakin')
  expect(await active()).toHaveLength(10)
  await ratna.presses('nonaktifkan 5 pegawai')
  await ratna.hears('sudah diterapkan')
  expect(await active()).toHaveLength(5)

  await ratna.pressesOld(old)
  await ratna.hears('berubah sejak berkas ini diperiksa')
  await ratna.hears('Diubah: 5')
  expect(await active()).toHaveLength(5)
})

test('two admins who look at the same time do not undo each other', async () => {
  const other = await arrives(house, 'Rekan', 'admin')
  await ratna.sends(await rosterOf([[0, 'Arif', 'dukcapil']]), 'a.xlsx')
  await ratna.hears('Ditambah: 1')
  await other.sends(await rosterOf([[1, 'Budi', 'dukcapil']]), 'b.xlsx')
  await other.hears('Ditambah: 1')
  await ratna.presses('Terapkan')
  await ratna.hears('sudah diterapkan')
  await other.presses('Terapkan')
  await other.hears('berubah sejak berkas ini diperiksa')
  await other.hears('Dinonaktifkan: 1')
  expect(await active()).toEqual(['Arif'])
})

test('the personnel office imports it too; everybody else’s spreadsheet is none of our business', async () => {
  await ratna.says('/peran')
  await ratna.presses('Beri peran')
  await ratna.presses('Admin BKPSDM')
  await ratna.hears('Berlaku sekali')
  const citra = await arrives(house, 'Citra')
  await citra.opens(payloadHeard(ratna))
  await citra.presses('Terima peran ini')
  await citra.hears('kini Admin BKPSDM')
  const file = await rosterOf([[0, 'Arif', 'dukcapil']])
  await citra.sends(file, 'pegawai.xlsx')
  await citra.hears('Ditambah: 1')
  await citra.presses('Terapkan')
  await citra.hears('sudah diterapkan')
  expect(await active()).toEqual(['Arif'])
  await citra.sends(Buffer.from('%PDF-1.7\n'), 'pegawai.xlsx')
  await citra.hears('belum dapat dibaca')

  const siti = await arrives(house, 'Siti')
  await siti.sends(file, 'pegawai.xlsx')
  await siti.hears(/./)
  expect(siti.screen().join()).not.toContain('Ditambah')
})
