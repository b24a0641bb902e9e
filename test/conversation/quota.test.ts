import { afterEach, beforeEach, expect, test } from 'vitest'
import { packPress } from '../../src/message/press.ts'
import type { Citizen } from './citizen.ts'
import { type House, suluhHouse } from './house.ts'
import { workbookOf } from './spreadsheet.ts'

let house: House
let ratna: Citizen
beforeEach(async () => {
  house = await suluhHouse()
  ratna = await house.admin('Ratna')
  await ratna.opens()
  const form = await workbookOf({
    survey: `
      type | name | label | required
      select_one jk | jenis_kelamin | Jenis kelamin? | yes
      text | saran | Saran? | yes`,
    choices: `
      list_name | name | label
      jk | l | Laki-laki
      jk | p | Perempuan`,
    settings: `
      form_title | form_id
      Survei Pasar | pasar`,
  })
  await ratna.sends(form, 'pasar.xlsx')
  await ratna.presses('Terbitkan')
  await ratna.hears('Terbitkan Survei Pasar?')
  await ratna.presses('Terbitkan')
  await ratna.hears('sudah terbit')
})
afterEach(() => house.close())

async function answers(name: string, sex: string) {
  const somebody = await house.citizen(name)
  await somebody.opens('s_pasar')
  await somebody.presses('Setuju')
  await somebody.presses(sex)
  return somebody
}

async function finishes(somebody: Citizen) {
  await somebody.hears('Saran?')
  await somebody.says('Baik')
  await somebody.hears('Periksa jawaban')
  await somebody.presses('Kirim')
  await somebody.hears('Terima kasih')
}

test('when enough have answered so, the next one is thanked and not kept', async () => {
  await ratna.presses('Pengaturan')
  await ratna.presses('Kuota: 0')
  await ratna.hears('Belum ada kuota')
  await ratna.presses('Tambah kuota')
  await ratna.presses('Jenis kelamin?')
  await ratna.hears('Jawaban mana yang dibatasi?')
  await ratna.presses('Laki-laki')
  await ratna.hears('Silakan ketik paling banyak')
  await ratna.says('1')
  await ratna.hears('Jenis kelamin?: Laki-laki: 0 / 1')

  await finishes(await answers('Budi', 'Laki-laki'))
  const joko = await answers('Joko', 'Laki-laki')
  await joko.hears('Jumlah responden seperti Bapak/Ibu sudah cukup')
  expect(joko.screen().join()).not.toContain('Jawaban sudah dikirim')
  await finishes(await answers('Siti', 'Perempuan'))
  const { client } = house.database
  expect(await client.response.count({ where: { isExample: false } })).toBe(2)
  expect(await client.draft.count()).toBe(0)

  const remove = await ratna.remembers('🗑 Jenis kelamin?')
  await ratna.presses('🗑 Jenis kelamin?')
  await ratna.hears('Belum ada kuota')
  await house.database.client.survey.updateMany({
    where: { code: 'pasar' },
    data: { quotas: JSON.stringify([{ path: 'jenis_kelamin', value: 'p', most: 5 }]) },
  })
  await ratna.pressesOld(remove)
  await ratna.hears('Perempuan: 1 / 5')
  await finishes(await answers('Joko', 'Laki-laki'))
})

test('a number is typed for the button that was pressed last, and only then', async () => {
  await ratna.presses('Pengaturan')
  await ratna.presses('Kuota: 0')
  await ratna.presses('Tambah kuota')
  await ratna.presses('Jenis kelamin?')
  await ratna.presses('Perempuan')
  await ratna.hears('Silakan ketik paling banyak')
  await ratna.says('banyak')
  await ratna.hears('Mohon ketik angka')
  await ratna.says('1.000')
  await ratna.hears('Jenis kelamin?: Perempuan: 0 / 1.000')
  const add = await ratna.remembers('Tambah kuota')
  await ratna.presses('Tambah kuota')
  await ratna.hears('Kuota untuk pertanyaan mana?')
  await ratna.presses('Jenis kelamin?')
  await ratna.presses('Laki-laki')
  await ratna.hears('Silakan ketik paling banyak')
  await ratna.pressesOld(add)
  await ratna.hears('Kuota untuk pertanyaan mana?')
  await ratna.says('12')
  await ratna.hears('Tempat layanan dengan nama “12” belum ada')
  const [survey] = await house.database.client.survey.findMany({ where: { code: 'pasar' } })
  expect(JSON.parse(survey?.quotas ?? '')).toEqual([{ path: 'jenis_kelamin', value: 'p', most: 1000 }])
})

test('nobody but admins sets a quota, and no forged button does', async () => {
  const budi = await house.citizen('Budi')
  await budi.opens()
  const greeting = await budi.hears('Selamat datang')
  for (const press of [
    { do: 'survey-quotas', survey: 'pasar' },
    { do: 'quota-question', survey: 'pasar', page: 0 },
    { do: 'quota-option', survey: 'pasar', question: 0, page: 0 },
    { do: 'quota-limit', survey: 'pasar', question: 0, choice: 0 },
    { do: 'quota-remove', survey: 'pasar', quota: 'abc' },
  ] as const) {
    await budi.pressesOld({ message: greeting.id, data: packPress(press) })
    await budi.hears('hanya untuk admin')
  }
  const card = ratna.messages().findLast(({ from }) => from !== ratna.id)
  for (const press of [
    { do: 'quota-option', survey: 'pasar', question: 1, page: 0 },
    { do: 'quota-limit', survey: 'pasar', question: 0, choice: 99 },
  ] as const) {
    await ratna.pressesOld({ message: card?.id ?? 0, data: packPress(press) })
    await ratna.hearsToast('tidak dapat dilakukan')
  }
})
