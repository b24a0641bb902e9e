import decodeQR from 'qr/decode.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packPress } from '../../src/message/press.ts'
import { QUESTIONNAIRE } from '../../src/skm/questionnaire.ts'
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

test('a unit whose code no link can carry is named, alone and beside the file of all', async () => {
  const units = house.database.client.unit
  await units.updateMany({ where: { code: 'dinsos' }, data: { code: 'dinas sosial' } })
  await house.restartsBot()
  await ratna.presses('Tautan dan QR')
  await ratna.hears('Silakan pilih unit')
  await ratna.presses('Dinas Sosial')
  await ratna.hearsToast('Kode unit dinas sosial tidak dapat menjadi tautan')
  await ratna.presses('Poster semua unit')
  const { document } = await ratna.hears('Poster A4')
  const pdf = (await house.file(document)).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(11)
  expect((await ratna.hears('tidak ada dalam berkas')).text).toContain('Dinas Sosial')
})

test('a survey about no unit has one link, whichever button is pressed', async () => {
  await house.database.client.survey.updateMany({ where: { code: 'skm' }, data: { isPerUnit: false } })
  await house.restartsBot()
  for (const press of [
    { do: 'survey-links', survey: 'skm', page: 0 },
    { do: 'survey-link', survey: 'skm', unit: 1 },
    { do: 'survey-posters', survey: 'skm' },
  ] as const) {
    const card = ratna.messages().findLast(({ from }) => from !== ratna.id)
    await ratna.pressesOld({ message: card?.id ?? 0, data: packPress(press) })
    expect((await ratna.hears('https://t.me/')).text).toMatch(/start=s_skm$/m)
    await ratna.hears('Poster A4')
  }
})

test('surveys and units that are not there have no link', async () => {
  const card = ratna.messages().findLast(({ from }) => from !== ratna.id)
  await ratna.pressesOld({
    message: card?.id ?? 0,
    data: packPress({ do: 'survey-link', survey: 'skm', unit: 999 }),
  })
  await ratna.hearsToast('sudah tidak tersedia')
  await ratna.pressesOld({
    message: card?.id ?? 0,
    data: packPress({ do: 'survey-links', survey: 'tidak-ada', page: 0 }),
  })
  await ratna.hears('Survei ini sudah tidak ada')
})
