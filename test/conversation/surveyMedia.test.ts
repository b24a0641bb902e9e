import { afterEach, beforeEach, expect, test } from 'vitest'
import { packPress } from '../../src/message/press.ts'
import { blankPng } from '../sandbox/telegram/blankPng.ts'
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

const form = () =>
  workbookOf({
    survey: `
      type | name | label | media::image
      text | rambu | Apa arti rambu ini? | rambu.jpg
      text | jalan | Jalan apa ini? | jalan.jpg`,
    settings: 'form_title | form_id\n Rambu | rambu',
  })

test('pictures are told to be missing, sent under their names, and shown before their questions', async () => {
  await ratna.sends(await form(), 'rambu.xlsx')
  expect((await ratna.hears('Kode: rambu')).text).toContain('2 gambar, suara, atau video belum dikirim')
  await ratna.presses('Gambar, suara, video')
  expect((await ratna.hears('Silakan kirim gambar')).text).toContain('rambu.jpg')
  await ratna.sends(blankPng(30, 20), 'foto.png', 'photo', 'Rambu.JPG')
  expect((await ratna.hears('rambu.jpg sudah diterima')).text).toContain('jalan.jpg')
  await house.restartsBot()
  await ratna.sends(blankPng(30, 20), 'foto.png', 'photo', 'lain.jpg')
  await ratna.hears('tidak menyebut berkas dengan nama itu')
  await ratna.sends(blankPng(30, 20), 'foto.png', 'photo', 'jalan.jpg')
  await ratna.hears('Semua gambar, suara, dan video sudah ada')
  await ratna.presses('Kembali ke survei')
  expect((await ratna.hears('Kode: rambu')).text).not.toContain('belum dikirim')
  await ratna.presses('Coba')
  await ratna.hears('Apa arti rambu ini?')
  expect(ratna.messages().filter(({ from, photo }) => from !== ratna.id && photo)).toHaveLength(1)
})

test('another picture alone makes a version, the same file does not', async () => {
  const publishes = async () => {
    await ratna.presses('Terbitkan')
    await ratna.hears('Terbitkan Rambu?')
    await ratna.presses('Terbitkan')
    return ratna.hears('sudah terbit')
  }
  await ratna.sends(await form(), 'rambu.xlsx')
  await ratna.hears('Kode: rambu')
  await publishes()
  await ratna.sends(await form(), 'rambu.xlsx')
  expect((await ratna.hears('Kode: rambu')).text).toContain('Isinya sama dengan versi yang sudah terbit')
  await ratna.presses('Gambar, suara, video')
  await ratna.hears('Silakan kirim gambar')
  await ratna.sends(blankPng(30, 20), 'foto.png', 'photo', 'rambu.jpg')
  await ratna.hears('rambu.jpg sudah diterima')
  await ratna.presses('Kembali ke survei')
  await ratna.hears('Gambar, suara, atau video diganti')
  expect((await publishes()).text).toContain('versi 2')
})

test('nobody but admins sends pictures for a survey, and a survey that asks for one comes first', async () => {
  await ratna.sends(await form(), 'rambu.xlsx')
  const card = await ratna.hears('Kode: rambu')
  const siti = await house.citizen('Siti')
  await siti.opens()
  const greeting = await siti.hears('Selamat datang')
  await siti.pressesOld({ message: greeting.id, data: packPress({ do: 'survey-media', survey: 'rambu' }) })
  await siti.hears('hanya untuk admin')
  await siti.sends(blankPng(30, 20), 'foto.png', 'photo', 'rambu.jpg')
  await siti.hears('Silakan ketik /start')
  await ratna.pressesOld({ message: card.id, data: packPress({ do: 'survey-media', survey: 'tidak-ada' }) })
  await ratna.hears('sudah tidak ada')
  expect(await house.database.client.surveyMedia.count()).toBe(0)
  await ratna.pressesOld({ message: card.id, data: packPress({ do: 'survey-media', survey: 'rambu' }) })
  await ratna.hears('Silakan kirim gambar')
  const asking = await workbookOf({
    survey: 'type | name | label\n image | foto | Mohon kirim foto jalannya',
    settings: 'form_title | form_id\n Foto | foto',
  })
  await ratna.sends(asking, 'foto.xlsx')
  await ratna.hears('Kode: foto')
  await ratna.presses('Coba')
  await ratna.hears('Mohon kirim foto jalannya')
  await ratna.sends(blankPng(30, 20), 'foto.png', 'photo', 'rambu.jpg')
  await ratna.hears('Periksa jawaban')
  expect(await house.database.client.surveyMedia.count()).toBe(0)
})
