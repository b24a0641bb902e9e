import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Citizen } from './citizen.ts'
import { type House, suluhHouse } from './house.ts'
import { workbookOf } from './spreadsheet.ts'

let house: House
let ratna: Citizen
beforeEach(async () => {
  house = await suluhHouse()
  ratna = await house.admin('Ratna')
  await ratna.opens()
  await ratna.hears('Selamat datang')
})
afterEach(async () => {
  const { violations } = house.telegram
  await house.close()
  expect(violations).toEqual([])
})

const holidays = () => house.database.client.holiday.findMany({ orderBy: { day: 'asc' } })
const csv = (rows: string) => Buffer.from(`tanggal;jenis;nama\n${rows}`)

test('admins see the holidays of a year by month, with cuti bersama and estimates', async () => {
  await ratna.says('/libur')
  const { text = '' } = await ratna.hears('Hari libur 2026')
  expect(text).toMatch(/Desember 2026\n🟨 Kam 24 – Cuti bersama Natal\n🟥 Jum 25 – Kelahiran Yesus/)
  await ratna.presses('2027 ▶')
  const next = await ratna.hears('Hari libur 2027')
  expect(next.text).toContain('🟥 Rab 10 – Idulfitri 1448 Hijriah (perkiraan)')
  expect(next.text).toContain('belum lengkap')
  await ratna.presses('2028 ▶')
  await ratna.hears('Belum ada hari libur')
})

test('nobody else does', async () => {
  const budi = await house.citizen('Budi')
  await budi.opens()
  await budi.hears('Selamat datang')
  await budi.says('/libur 24 Februari 2027 Libur')
  await budi.hears('hanya untuk admin')
  await ratna.says('/libur')
  await ratna.hears('Hari libur 2026')
  const year = await ratna.remembers('Ubah')
  house.dismisses(ratna)
  await ratna.pressesOld(year)
  await ratna.hears('hanya untuk admin')
  expect(await holidays()).toHaveLength(43)
})

test('a typed holiday is added, made cuti bersama, confirmed and removed by buttons', async () => {
  await ratna.says('/libur kapan saja')
  await ratna.hears('Mohon tulis tanggal lengkap')
  await ratna.says('/libur 26-2-2027 HUT Kabupaten <Tebo>')
  await ratna.hears('Hari libur tercatat')
  await ratna.presses('Libur daerah')
  await ratna.hears('🟦 HUT Kabupaten <Tebo>')
  expect(await holidays()).toContainEqual({
    day: '2027-02-26',
    kind: 'local',
    name: 'HUT Kabupaten <Tebo>',
    isEstimated: false,
  })
  await ratna.presses('Hapus')
  await ratna.hears('Hari libur 2027')
  expect(await holidays()).toHaveLength(43)
  await ratna.presses('Ubah')
  await ratna.presses('Imlek 2578')
  await ratna.hears('Masih perkiraan')
  await ratna.presses('Sudah resmi')
  const card = await ratna.hears('Tahun Baru Imlek 2578')
  expect(card.text).not.toContain('perkiraan')
})

describe('a table that an admin sends', () => {
  test('is shown as what it would change, and taken over by the button', async () => {
    await ratna.sends(
      csv(
        [
          '10/3/2027;libur nasional;Idulfitri 1448 Hijriah',
          '2027-03-12;cuti bersama;Cuti bersama Idulfitri',
          '26-2-2027;daerah;HUT Kabupaten (perkiraan)',
          '1 Januari 2027;nasional;Tahun Baru 2027 Masehi',
        ].join('\n'),
      ),
      'libur.csv',
    )
    const { text = '' } = await ratna.hears('Belum ada yang diubah')
    expect(text).toContain('Akan ditambahkan: 2')
    expect(text).toContain('🟨 12 Maret 2027 – Cuti bersama Idulfitri')
    expect(text).toContain('HUT Kabupaten (perkiraan)')
    expect(text).toContain('Akan diganti: 1')
    expect(text).toContain('Tetap: 1')
    expect(await holidays()).toHaveLength(43)
    // The table is in the chat and not in memory: another instance could take it over as well.
    await house.restartsBot()
    await ratna.presses('Simpan')
    await ratna.hears('2 ditambahkan, 1 diganti')
    expect(await holidays()).toHaveLength(45)
    await ratna.presses('Hari libur 2027')
    const year = await ratna.hears('Februari 2027')
    expect(year.text).toContain('🟦 Jum 26 – HUT Kabupaten (perkiraan)')
    expect(year.text).not.toContain('belum lengkap')
  })

  test('is refused as a whole, with every faulty row, and changes nothing', async () => {
    await ratna.sends(
      csv(
        [
          '30/2/2027;nasional;Tidak ada',
          '1/3/2027;piknik;Piknik',
          '2/3/2027;nasional;',
          '3/3/2027;nasional;Satu',
          '3/3/2027;nasional;Dua',
          '4/3/1999;nasional;Lama',
        ].join('\n'),
      ),
      'libur.csv',
    )
    const { text = '' } = await ratna.hears('belum dapat dipakai')
    for (const part of [
      'Baris 2: “30/2/2027”',
      'Baris 3: jenis “piknik”',
      'Baris 4: nama',
      'Baris 6: ',
      'Baris 7',
    ])
      expect(text).toContain(part)
    expect(await holidays()).toHaveLength(43)
  })

  test('may be an Excel file; a survey stays a survey', async () => {
    await ratna.sends(
      await workbookOf({ Libur: 'Nama | Tanggal | Jenis\nHari Raya | 12 Maret 2027 | nasional' }),
      'apa saja.xlsx',
    )
    await ratna.hears('Akan ditambahkan: 1')
    await ratna.presses('Batal')
    await ratna.hears('tidak ada yang diubah')
    await ratna.sends(
      await workbookOf({
        survey: 'type | name | label\ntext | nama | Siapa nama Bapak/Ibu?',
        settings: 'form_title | form_id | default_language\nSurvei Pasar | pasar | default',
      }),
      'pasar.xlsx',
    )
    await ratna.hears('Kode: pasar')
    expect(await holidays()).toHaveLength(43)
  })

  test('is taken over by nobody who is not an admin any more', async () => {
    await ratna.sends(csv('12/3/2027;nasional;Hari Raya'), 'libur.csv')
    await ratna.hears('Akan ditambahkan: 1')
    house.dismisses(ratna)
    await ratna.presses('Simpan')
    await ratna.hears('hanya untuk admin')
    expect(await holidays()).toHaveLength(43)
  })
})

describe('in December', () => {
  const warnings = () => ratna.screen().filter((text) => text.includes('2027 belum lengkap')).length

  test('admins hear weekly that next year is only estimated, until it is not', async () => {
    await house.timePasses('2026-12-01T08:59:00+07:00')
    expect(warnings()).toBe(0)
    await house.timePasses('2026-12-01T09:00:00+07:00')
    await ratna.hears('Hari libur 2027 belum lengkap')
    await house.timePasses('2026-12-02T09:00:00+07:00')
    expect(warnings()).toBe(1)
    await house.timePasses('2026-12-08T09:00:00+07:00')
    await ratna.hears('belum lengkap')
    await ratna.says('/libur 12 Maret 2027 Cuti bersama Idulfitri')
    await ratna.hears('tercatat')
    await house.timePasses('2026-12-15T09:00:00+07:00')
    expect(warnings()).toBe(2)
  })
})
