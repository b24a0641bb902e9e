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

const SURVEY = `
  type | name | label
  text | nama | Siapa nama panggilan Bapak/Ibu?
  integer | usia | Berapa usia Bapak/Ibu?`

const form = (survey = SURVEY, settings = 'Survei Pasar | pasar | default') =>
  workbookOf({ survey, settings: `form_title | form_id | default_language\n${settings}` })

const trials = () => house.database.client.surveyVersion.findMany({ where: { number: 0 } })
const drafts = () => house.database.client.draft.count()

test('a new file takes the place of the trial under way, whose answers vanish, and it is tried anew', async () => {
  await ratna.sends(await form(), 'pasar.xlsx')
  await ratna.presses('Coba')
  await ratna.hears('1 dari 2')
  await ratna.says('Ratna')
  await ratna.hears('Berapa usia')
  await ratna.sends(await form(SURVEY.replace('panggilan', 'lengkap')), 'pasar.xlsx')
  await ratna.hears('Kode: pasar')
  expect(await drafts()).toBe(0)
  // What was being asked is gone; nobody hears of a fault because of it.
  await ratna.says('45')
  expect((await ratna.hears(/./)).text).not.toContain('gangguan')
  await ratna.opens()
  await ratna.hears('Selamat datang')
  await ratna.says('/survei')
  await ratna.presses('Survei Pasar')
  await ratna.presses('Coba')
  await ratna.hears('Siapa nama lengkap')
  expect(await trials()).toHaveLength(1)
  expect(house.log.join('\n')).not.toContain('an update failed')
})

test('publishing ends the trial of whoever is in the middle of it', async () => {
  await ratna.sends(await form(), 'pasar.xlsx')
  await ratna.presses('Coba')
  await ratna.hears('1 dari 2')
  const budi = await house.admin('Budi')
  await budi.opens()
  await budi.says('/survei')
  await budi.presses('Survei Pasar')
  await budi.presses('Terbitkan')
  await budi.hears('Terbitkan Survei Pasar?')
  await budi.presses('Terbitkan')
  await budi.hears('sudah terbit')
  expect(await drafts()).toBe(0)
  await ratna.presses('Lewati')
  await ratna.hearsToast('sudah tidak berlaku')
  await ratna.opens()
  await ratna.hears('Selamat datang')
  expect(house.log.join('\n')).not.toContain('an update failed')
})

test('every admin may try it, as often as they like, and comes back to its card', async () => {
  await ratna.sends(await form(), 'pasar.xlsx')
  await ratna.hears('Kode: pasar')
  const budi = await house.admin('Budi')
  await budi.opens()
  await budi.says('/survei')
  await budi.presses('Survei Pasar')
  for (let time = 0; time < 2; time++) {
    await budi.presses('Coba')
    await budi.hears('1 dari 2')
    await budi.presses('Lewati')
    await budi.hears('2 dari 2')
    await budi.presses('Lewati')
    await budi.hears('Periksa jawaban')
    await budi.presses('Kirim')
    await budi.hears('Tidak ada jawaban yang disimpan')
    await budi.presses('Kembali ke survei')
    await budi.hears('Kode: pasar')
  }
  expect(await house.database.client.participation.count()).toBe(0)
  expect(await house.database.client.response.count({ where: { isExample: false } })).toBe(0)
})

test('what is published is what the admin was told of, not what another has sent meanwhile', async () => {
  await ratna.sends(await form(), 'pasar.xlsx')
  await ratna.presses('Terbitkan')
  await ratna.hears('Terbitkan Survei Pasar?')
  const stale = await ratna.remembers('Terbitkan')
  const budi = await house.admin('Budi')
  await budi.opens()
  await budi.sends(await form(`${SURVEY}\n text | nik | Berapa NIK Bapak/Ibu?`), 'pasar.xlsx')
  await budi.hears('Kode: pasar')
  await ratna.pressesOld(stale)
  await ratna.hearsToast('tidak dapat dilakukan')
  await ratna.hears('Status: uji coba')
  expect(
    await house.database.client.surveyVersion.count({ where: { number: 1, survey: { code: 'pasar' } } }),
  ).toBe(0)
})

test('the same press delivered twice publishes once', async () => {
  await ratna.sends(await form(), 'pasar.xlsx')
  await ratna.presses('Terbitkan')
  await ratna.hears('Terbitkan Survei Pasar?')
  const press = await ratna.remembers('Terbitkan')
  await ratna.presses('Terbitkan')
  await ratna.hears('sudah terbit (versi 1)')
  await ratna.pressesOld(press)
  await ratna.hears('Versi 1, terbit')
  const versions = await house.database.client.surveyVersion.findMany({
    where: { survey: { code: 'pasar' } },
  })
  expect(versions.map(({ number, publishedOn, changes }) => [number, publishedOn, changes])).toEqual([
    [1, '2026-11-23', '[]'],
  ])
})

test('a trial is thrown away after a question; a survey that never was goes with it', async () => {
  await ratna.sends(await form(), 'pasar.xlsx')
  await ratna.presses('Buang uji coba')
  await ratna.hears('Buang versi uji coba')
  await ratna.presses('Buang uji coba')
  await ratna.hears('sudah dibuang')
  expect(await house.database.client.survey.count({ where: { code: 'pasar' } })).toBe(0)
})

describe('a document of an admin', () => {
  test('is read whatever it is called', async () => {
    await ratna.sends(await form(), 'survei pasar (final) fix')
    await ratna.hears('Kode: pasar')
    await ratna.sends(Buffer.from('%PDF-1.7 laporan'), 'laporan.pdf')
    expect((await ratna.hears('belum dapat dibaca')).text).toContain('Ini berkas PDF')
  })

  test('that is too large to be a survey is not fetched', async () => {
    await ratna.sends(Buffer.alloc(10 * 1024 * 1024 + 1), 'survei.xlsx')
    await ratna.hears('lebih dari 10 MB')
  })

  test('that names no code gets one from its title', async () => {
    await ratna.sends(
      await workbookOf({ survey: SURVEY, settings: 'form_title\n Évaluasi Dînas #2' }),
      'a.xlsx',
    )
    await ratna.hears('Kode: evaluasi-dinas-2')
  })

  test('about the services of a unit makes a survey about units', async () => {
    await ratna.sends(await form(`${SURVEY}\n select_one unit_services | layanan | Layanan apa?`), 'a.xlsx')
    expect((await ratna.hears('Kode: pasar')).text).toContain('tiap unit layanan')
    await ratna.presses('Coba')
    await ratna.hears('1 dari 3')
    await ratna.presses('Lewati')
    await ratna.hears('2 dari 3')
    await ratna.presses('Lewati')
    await ratna.hears('Layanan apa?')
    expect(ratna.buttons().length).toBeGreaterThan(3)
  })

  test('answers the question of a survey that asks for a file', async () => {
    await ratna.sends(await form(`type | name | label\n file | bukti | Mohon kirim berkasnya`), 'a.xlsx')
    await ratna.presses('Coba')
    await ratna.hears('Mohon kirim berkasnya')
    await ratna.sends(await form(SURVEY, 'Survei Lain | lain | default'), 'lain.xlsx')
    await ratna.hears('Periksa jawaban')
    expect(await house.database.client.survey.count({ where: { code: 'lain' } })).toBe(0)
  })

  test('in the middle of a survey that asks for words is a form, and the survey goes on', async () => {
    await ratna.opens('pkm-muara-tebo')
    await ratna.presses('Setuju')
    await ratna.hears('1 dari 16')
    await ratna.sends(await form(), 'pasar.xlsx')
    await ratna.hears('Kode: pasar')
    await ratna.presses('Rawat jalan')
    await ratna.hears('2 dari 16')
  })
})

test('the log tells what was done with which survey, and neither who nor what was written', async () => {
  await ratna.sends(await form(), 'rahasia.xlsx')
  await ratna.presses('Terbitkan')
  await ratna.hears('Terbitkan Survei Pasar?')
  await ratna.presses('Terbitkan')
  await ratna.hears('sudah terbit')
  const acts = house.log.filter((line) => line.includes('an admin'))
  expect(acts.map((line) => JSON.parse(line)).map(({ msg, survey }) => [msg, survey])).toEqual([
    ['an admin sent a survey', 'pasar'],
    ['an admin published a survey', 'pasar'],
  ])
  for (const secret of ['Survei Pasar', 'rahasia', String(ratna.id), 'Ratna'])
    expect(acts.join('\n')).not.toContain(secret)
})
