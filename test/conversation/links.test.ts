import decodeQR from 'qr/decode.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packPress } from '../../src/message/press.ts'
import { QUESTIONNAIRE } from '../../src/skm/questionnaire.ts'
import { surveyLink } from '../../src/survey/link/surveyLink.ts'
import { checkForm } from '../../src/survey/xlsform/checkForm.ts'
import { pixelsOf } from '../picture/pixelsOf.ts'
import type { Citizen } from './citizen.ts'
import { type House, suluhHouse } from './house.ts'

let house: House
let ratna: Citizen
beforeEach(async () => {
  house = await suluhHouse()
  ratna = await house.admin('Ratna')
  await ratna.opens()
  await ratna.says('/survei')
  await ratna.presses('Survei Kepuasan Masyarakat')
})
afterEach(() => house.close())

test('a unit gets a QR code that opens the survey there, and a poster to print', async () => {
  await ratna.presses('Tautan dan QR')
  await ratna.hears('Silakan pilih unit')
  await ratna.presses('Dinas Sosial')
  const code = await ratna.hears('https://t.me/')
  const [link = ''] = /https:\S+/.exec(code.text ?? '') ?? []
  expect(decodeQR(pixelsOf(await house.file(code.photo)))).toBe(link)
  const poster = await ratna.hears('Poster A4')
  expect(poster.document?.name).toMatch(/^poster-skm-.*\.pdf$/)
  const siti = await house.citizen('Siti')
  await siti.opens(link.replace(/^.*start=/, ''))
  expect((await siti.hears('Selamat datang, Siti')).text).toContain('Dinas Sosial')
})

test('all units together are one file to print', async () => {
  await ratna.presses('Tautan dan QR')
  await ratna.presses('Poster semua unit')
  const { document } = await ratna.hears('Poster A4')
  const pdf = (await house.file(document)).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(12)
})

test('the example files can be checked as they are, and the satisfaction survey comes back as it was', async () => {
  await ratna.says('/survei')
  await ratna.presses('Contoh berkas survei')
  await ratna.hears('ubah di Excel')
  await ratna.hears('contoh.xlsx')
  const context = { today: '2026-11-23', now: '2026-11-23T08:30:00.000+07:00', seed: 1, language: '' }
  const sent = ratna
    .messages()
    .flatMap(({ document }) => (document?.name?.endsWith('.xlsx') ? [document] : []))
  expect(sent.map(({ name }) => name)).toEqual(
    ['skm', 'evaluasi_pelatihan', 'spkp', 'spak', 'contoh'].map((name) => `${name}.xlsx`),
  )
  for (const file of sent) {
    const { name } = file
    const checked = await checkForm(await house.file(file), context)
    if ('problem' in checked) throw new Error(`${name}: ${checked.problem.code}`)
    expect({ name, problems: checked.problems }).toEqual({ name, problems: [] })
    if (name === 'skm.xlsx') expect(checked.definition).toEqual(QUESTIONNAIRE)
  }
})

test('nobody but admins gets them', async () => {
  const budi = await house.citizen('Budi')
  await budi.opens()
  const greeting = await budi.hears('Selamat datang')
  for (const press of [
    { do: 'survey-links', survey: 'skm', page: 0 },
    { do: 'survey-link', survey: 'skm', unit: 1 },
    { do: 'survey-posters', survey: 'skm' },
    { do: 'survey-templates' },
  ] as const) {
    await budi.pressesOld({ message: greeting.id, data: packPress(press) })
    await budi.hears('hanya untuk admin')
  }
})

test.each([
  ['skm', 'dukcapil', 'https://t.me/bot?start=s_skm_dukcapil'],
  ['skm', undefined, 'https://t.me/bot?start=s_skm'],
  ['skm', 'unit_lama', undefined],
  ['skm', 'dinas sosial', undefined],
  ['a'.repeat(30), 'b'.repeat(40), undefined],
])('the link of %s at %s is %s', (survey, unit, link) => {
  expect(surveyLink('bot', survey, unit)).toBe(link)
})
