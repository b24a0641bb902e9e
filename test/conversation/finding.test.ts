import { afterEach, beforeEach, expect, test } from 'vitest'
import { citizenOf } from './citizen.ts'
import { type House, suluhHouse } from './house.ts'

let house: House

beforeEach(async () => {
  house = await suluhHouse()
})
afterEach(async () => {
  const { violations } = house.telegram
  await house.close()
  expect(violations).toEqual([])
})

test('/start without a code shows a short list, page by page', async () => {
  const siti = await house.citizen('Siti')
  await siti.opens()
  const list = await siti.hears('Pelayanan mana')
  expect(list?.inlineKeyboard).toHaveLength(9)
  await siti.presses('Berikutnya')
  await siti.hears('Pelayanan mana')
  await siti.presses('RSUD Sultan Thaha')
  await siti.hears('RSUD Sultan Thaha Saifuddin')
})

test('typing part of a name finds the unit, also the way people say it', async () => {
  const siti = await house.citizen('Siti')
  await siti.opens()
  await siti.hears('Pelayanan mana')
  await siti.says('pkm rimbo')
  await siti.hears('Hasil pencarian')
  await siti.presses('Puskesmas Rimbo Bujang II')
  await siti.hears('Selamat datang')
  await siti.says('kantor pos')
  await siti.hears('Tempat layanan dengan nama “kantor pos” belum ada')
})

test('a link with an unknown code leads to the list', async () => {
  const siti = await house.citizen('Siti')
  await siti.opens('tidak-ada')
  await siti.hears('Kode tautan ini tidak dikenal')
})

test('/bahasa changes the language of everything that follows, and stays', async () => {
  const grace = await house.citizen('Grace')
  await grace.opens()
  await grace.hears('Pelayanan mana')
  await grace.says('/bahasa')
  await grace.presses('English')
  await grace.hears('Language: English')
  await house.restartsBot()
  await grace.opens('pkm-muara-tebo')
  await grace.hears('Welcome, Grace')
  await grace.presses('I agree')
  await grace.hears('1 of 16')
})

test('/bantuan, unknown commands, and a word without a survey are all answered', async () => {
  const siti = await house.citizen('Siti')
  await siti.opens()
  await siti.hears('Pelayanan mana')
  await siti.says('/bantuan')
  await siti.hears('Cara mengisi')
  await siti.says('/Bantuan')
  await siti.hears('Cara mengisi')
  await siti.says('/tidakada')
  await siti.hears('Perintah itu tidak dikenal')
  await siti.does({ do: 'send-location', as: siti.id, chat: siti.id, latitude: -1.49, longitude: 102.44 })
  await siti.hears('Silakan ketik /start')
})

test('in a group the bot keeps quiet, unless it is called by its name', async () => {
  const siti = await house.citizen('Siti')
  await siti.opens()
  await siti.hears('Pelayanan mana')
  const group = await siti.does({
    do: 'create-group',
    as: siti.id,
    title: 'Warga',
    kind: 'supergroup',
    isForum: false,
    members: [],
  })
  const id = group as number
  const bot = house.telegram.state().bot
  await siti.does({ do: 'set-status', as: siti.id, chat: id, person: bot.id, status: 'administrator' })
  await siti.does({ do: 'say', as: siti.id, chat: id, text: 'halo semua' })
  await siti.does({ do: 'say', as: siti.id, chat: id, text: `/start@${bot.username}` })
  await siti.says('/bantuan')
  await siti.hears('Cara mengisi')
  const said = house.telegram
    .state()
    .chats.find((chat) => chat.id === id)
    ?.messages.filter(({ from }) => from === bot.id)
  expect(said?.map(({ text }) => text)).toEqual([
    'Mohon kirim perintah ini lewat obrolan pribadi dengan saya.',
  ])
})

test('a phone set to English is greeted in Indonesian and offered English, for this very unit', async () => {
  const created = await house.telegram.act({ do: 'create-person', firstName: 'Grace', languageCode: 'en' })
  const grace = citizenOf(house.telegram, created.ok ? (created.result as number) : 0)
  await grace.opens('pkm-muara-tebo')
  await grace.hears('Selamat datang, Grace')
  await grace.presses('English')
  await grace.hears('Welcome, Grace')
  await grace.presses('I agree')
  await grace.hears('1 of 16')
  grace.leave()
})
