import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { testEngine } from '../database/testDatabase.ts'
import { type House, suluhHouse } from './house.ts'
import { workbookOf } from './spreadsheet.ts'
import { begins } from './wholeSurvey.ts'

// Every new connection goes to the next instance, and Telegram opens many: so each act reaches one or the other.
describe.skipIf(testEngine === 'sqlite')('with two instances', () => {
  let house: House
  beforeEach(async () => {
    house = await suluhHouse({}, 2)
  })
  afterEach(() => house.close())

  test('a language that was chosen is spoken by both', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    for (const [button, words] of [
      ['English', '1 of 16'],
      ['Bahasa Indonesia', '1 dari 16'],
      ['English', '1 of 16'],
    ] as const) {
      await siti.says('/bahasa')
      await siti.presses(button)
      await siti.hears(words)
      for (let times = 0; times < 4; times++) {
        await siti.says('/bantuan')
        await siti.hears(button === 'English' ? 'brings your voice' : 'menyampaikan suara')
      }
    }
  })

  test('what an admin is asked to type is taken by either, and what is set holds for both', async () => {
    const ratna = await house.admin('Ratna')
    await ratna.opens()
    await ratna.hears('Selamat datang')
    const form = await workbookOf({
      survey: 'type | name | label | required\n text | nama | Nama? | yes',
      settings: 'form_title | form_id\n Survei Pasar | pasar',
    })
    await ratna.sends(form, 'pasar.xlsx')
    await ratna.presses('Terbitkan')
    await ratna.hears('Terbitkan Survei Pasar?')
    await ratna.presses('Terbitkan')
    await ratna.hears('sudah terbit')
    await ratna.presses('Pengaturan')
    for (const wanted of ['41', '42', '43', '44']) {
      await ratna.presses('Sasaran:')
      await ratna.hears('jumlah tanggapan')
      await ratna.says('banyak')
      await ratna.hears('Mohon ketik angka')
      await ratna.says(wanted)
      expect((await ratna.hears('Pengaturan')).inlineKeyboard?.flat().map(({ text }) => text)).toContain(
        `Sasaran: ${wanted}`,
      )
    }
    const siti = await house.citizen('Siti')
    for (const [button, words] of [
      ['Hentikan sementara', 'sedang dihentikan sementara'],
      ['Buka lagi', 'Survei Pasar'],
      ['Hentikan sementara', 'sedang dihentikan sementara'],
    ] as const) {
      await ratna.says('/survei')
      await ratna.presses('Survei Pasar')
      await ratna.hears('Kode: pasar')
      await ratna.presses(button)
      await ratna.hears('Kode: pasar')
      for (let times = 0; times < 4; times++) {
        await siti.opens('s_pasar')
        await siti.hears(words)
      }
    }
  })

  test('nobody is shown an old question: what one instance stored, the other knows', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    const first = await siti.remembers('Rawat jalan')
    await siti.presses('Rawat jalan')
    await siti.hears('2 dari 16')
    await siti.presses('Perempuan')
    await siti.hears('3 dari 16')
    for (let age = 31; age < 35; age++) {
      await siti.says(String(age))
      await siti.hears('4 dari 16')
      // A press on the first question tells where the survey stands, from whichever instance.
      for (let times = 0; times < 3; times++) {
        await siti.pressesOld(first)
        await siti.hears('4 dari 16')
      }
      await siti.presses('Kembali')
      await siti.hears('3 dari 16')
    }
    const acts = await house.database.client.draftAnswer.findMany({ orderBy: { position: 'asc' } })
    expect(acts.map(({ position }) => position)).toEqual(acts.map((_, index) => index))
  })
})
