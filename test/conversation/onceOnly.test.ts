import { afterEach, beforeEach, expect, test } from 'vitest'
import { versionStore } from '../../src/survey/life/store.ts'
import type { Citizen } from './citizen.ts'
import { type House, suluhHouse } from './house.ts'

/* What happens when it is changed how often a survey may be answered, while people answer it. */

let house: House
let siti: Citizen
beforeEach(async () => {
  house = await suluhHouse()
  await versionStore(house.database).publish('pasar', 'year', {
    format: 2,
    settings: { title: { id: 'Survei Pasar' }, default_language: 'id' },
    survey: [{ type: 'text', name: 'nama', label: { id: 'Siapa nama Bapak/Ibu?' } }],
    choices: {},
  })
  await house.database.client.survey.update({ where: { code: 'pasar' }, data: { isPerUnit: false } })
  siti = await house.citizen('Siti')
})
afterEach(async () => {
  const { violations } = house.telegram
  await house.close()
  expect(violations).toEqual([])
})

/** Changes the rule as an admin's button does; the bot reads the survey anew. */
async function allows(participation: 'once' | 'period' | 'unlimited') {
  await house.database.client.survey.update({ where: { code: 'pasar' }, data: { participation } })
  await house.restartsBot()
}

async function begins() {
  await siti.opens('s_pasar')
  await siti.hears('Selamat datang')
  await siti.presses('Setuju')
  await siti.hears('Siapa nama')
}

async function finishes() {
  await siti.says('Siti')
  await siti.hears('Kirim')
  await siti.presses('Kirim')
}

const responses = () =>
  house.database.client.response.count({ where: { version: { survey: { code: 'pasar' } } } })

test.each([
  ['period', 'once'],
  ['once', 'period'],
] as const)('whoever has answered %s has answered when it becomes %s', async (before, after) => {
  await allows(before)
  await begins()
  await finishes()
  await siti.hears('Terima kasih')
  await allows(after)
  await siti.opens('s_pasar')
  await siti.hears('Bapak/Ibu sudah')
  expect(await responses()).toBe(1)
})

test.each([
  ['period', 'once'],
  ['once', 'period'],
] as const)('of two drafts, one begun %s and one begun %s, only one is counted', async (before, after) => {
  await allows(before)
  await begins()
  const { message, data } = { ...(await handIn()) }
  await allows(after)
  await begins()
  await finishes()
  await siti.hears('Terima kasih')
  await siti.pressesOld({ message, data })
  await siti.hears('Jawaban Bapak/Ibu sudah kami terima')
  expect(await responses()).toBe(1)
  expect(await house.database.client.draft.count()).toBe(0)
})

/** Answers, and gives the button that would hand it in. */
async function handIn() {
  await siti.says('Siti')
  await siti.hears('Kirim')
  return siti.remembers('Kirim')
}

test('what may be answered again and again may be, also by those who had one response before', async () => {
  await begins()
  await finishes()
  await siti.hears('Terima kasih')
  await allows('unlimited')
  await begins()
  await finishes()
  await siti.hears('Terima kasih')
  expect(await responses()).toBe(2)
})
