import { afterEach, beforeEach, expect, test } from 'vitest'
import { packPress } from '../../src/message/press.ts'
import type { Citizen } from './citizen.ts'
import { type House, suluhHouse } from './house.ts'
import { workbookOf } from './spreadsheet.ts'

let house: House
let ratna: Citizen
let siti: Citizen
beforeEach(async () => {
  house = await suluhHouse()
  ratna = await house.admin('Ratna')
  await ratna.opens()
  siti = await house.citizen('Siti')
})
afterEach(async () => {
  const { violations } = house.telegram
  await house.close()
  expect(violations).toEqual([])
})

async function sends(title: string, code: string) {
  const form = await workbookOf({
    survey: `
      type | name | label
      text | saran | Saran?`,
    settings: `
      form_title | form_id
      ${title} | ${code}`,
  })
  await ratna.sends(form, `${code}.xlsx`)
  await ratna.hears('Status: uji coba')
}

async function publishes(title: string, code: string) {
  await sends(title, code)
  await ratna.presses('Terbitkan')
  await ratna.hears(`Terbitkan ${title}?`)
  await ratna.presses('Terbitkan')
  await ratna.hears('sudah terbit')
}

/** What an office changes by ⚙️, at once and for everybody. */
async function changes(
  code: string,
  data: Parameters<House['database']['client']['survey']['update']>[0]['data'],
) {
  await house.database.client.survey.update({ where: { code }, data })
  await house.restartsBot()
}

test('an open survey about no unit is offered below the list of units, on every page of it', async () => {
  await publishes('Survei Pasar', 'pasar')
  await siti.opens()
  await siti.hears('Pelayanan mana')
  await siti.presses('Berikutnya')
  await siti.hears('Pelayanan mana')
  expect(siti.buttons().at(-1)).toBe('📋 Survei Pasar')
  await siti.presses('📋 Survei Pasar')
  await siti.hears('Selamat datang, Siti')
})

test('one about units is offered after choosing a unit, beside the satisfaction survey', async () => {
  await publishes('Survei Pasar', 'pasar')
  await changes('pasar', { isPerUnit: true })
  await siti.opens()
  expect(await siti.hears('Pelayanan mana')).toMatchObject({ inlineKeyboard: { length: 9 } })
  await siti.presses('Dinas Sosial')
  await siti.hears('Survei apa yang ingin Bapak/Ibu isi?')
  expect(siti.buttons().slice(-2)).toEqual(['📋 Survei Kepuasan Masyarakat', '📋 Survei Pasar'])
  await siti.presses('📋 Survei Pasar')
  const { text } = await siti.hears('Selamat datang, Siti')
  expect(text).toContain('Survei Pasar')
  expect(text).toContain('Dinas Sosial')
})

test('when the satisfaction survey rests, a unit leads to the only one that is open', async () => {
  await publishes('Survei Pasar', 'pasar')
  await changes('pasar', { isPerUnit: true })
  await changes('skm', { status: 'paused' })
  await siti.opens()
  await siti.presses('Dinas Sosial')
  expect((await siti.hears('Selamat datang, Siti')).text).toContain('Survei Pasar')
  await changes('pasar', { closesOn: '2026-11-22' })
  await siti.opens()
  await siti.presses('Dinas Sosial')
  await siti.hears('dihentikan sementara')
})

test('what is tried, paused, closed or not open yet is not offered', async () => {
  await sends('Survei Coba', 'coba')
  for (const [code, data] of [
    ['satu', { status: 'paused' }],
    ['dua', { status: 'archived' }],
    ['tiga', { opensOn: '2026-11-24' }],
  ] as const) {
    await publishes(`Survei ${code}`, code)
    await changes(code, data)
  }
  await siti.opens()
  const list = await siti.hears('Pelayanan mana')
  expect(list.inlineKeyboard).toHaveLength(9)
})

test('nobody answers a survey about units without a unit, by a link or a forged button', async () => {
  await siti.opens('s_skm')
  const list = await siti.hears('Pelayanan mana')
  await siti.pressesOld({ message: list.id, data: packPress({ do: 'join', survey: 'skm', unit: 0 }) })
  await siti.hears('Survei ini sudah selesai atau sudah dihapus')
  expect(await house.database.client.draft.count()).toBe(0)
  await siti.pressesOld({ message: list.id, data: packPress({ do: 'visit', survey: 'skm', unit: 0 }) })
  await siti.hears('Pelayanan mana')
})

test('nobody but its author comes to what is being tried, whatever the button says', async () => {
  await sends('Survei Coba', 'coba')
  const [trial] = await house.database.client.surveyVersion.findMany({ where: { number: 0 } })
  await siti.opens()
  const list = await siti.hears('Pelayanan mana')
  for (const press of [
    { do: 'visit', survey: `_${trial?.id}`, unit: 0 },
    { do: 'join', survey: `_${trial?.id}`, unit: 0 },
  ] as const) {
    await siti.pressesOld({ message: list.id, data: packPress(press) })
    await siti.hears('Survei ini sudah ditutup')
  }
  expect(await house.database.client.draft.count()).toBe(0)
})
