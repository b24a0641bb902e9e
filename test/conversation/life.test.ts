// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how expressions name questions
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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
  await ratna.hears('Selamat datang')
})
afterEach(() => house.close())

const SURVEY = `
  type | name | label | relevant | constraint
  text | nama | Siapa nama panggilan Bapak/Ibu? | |
  integer | usia | Berapa usia \${nama}? | | . >= 10 and . <= 110
  select_one jawab | puas | Apakah Bapak/Ibu puas dengan pasar ini? | \${usia} > 16 |`
const CHOICES = `
  list_name | name | label
  jawab | ya | Ya
  jawab | tidak | Tidak`
const SETTINGS = `
  form_title | form_id | default_language
  Survei Pasar | pasar | default`

const form = (changes: Record<string, string> = {}) =>
  workbookOf({ survey: SURVEY, choices: CHOICES, settings: SETTINGS, ...changes })

/** Sends the form, tries nothing, and publishes it. */
async function publishes(admin: Citizen, changes: Record<string, string> = {}) {
  await admin.sends(await form(changes), 'pasar.xlsx')
  await admin.hears('Kode: pasar')
  await admin.presses('Terbitkan')
  await admin.hears('Terbitkan Survei Pasar?')
  await admin.presses('Terbitkan')
  return admin.hears('sudah terbit')
}

test('a spreadsheet with a mistake is told what to mend, and nothing of it is kept', async () => {
  await ratna.sends(await form({ survey: SURVEY.replace('${usia} >', '${usai} >') }), 'pasar.xlsx')
  const told = await ratna.hears('Survei belum dapat dipakai')
  expect(told.text).toContain('Ada 1 kesalahan')
  expect(told.text).toContain('Lembar survey, baris 4, kolom relevant')
  expect(told.text).toContain('${usia}')
  expect(await house.database.client.survey.count({ where: { code: 'pasar' } })).toBe(0)
})

test('many mistakes are all told, in a file beside the message', async () => {
  const rows = Array.from({ length: 30 }, (_, index) => `integer | q${index} | Usia? | \${x${index}} > 1 |`)
  await ratna.sends(
    await form({ survey: `type | name | label | relevant | constraint\n${rows.join('\n')}` }),
    'a.xlsx',
  )
  await ratna.hears('Ada 30 kesalahan')
  const withFile = await ratna.hears('ada di berkas ini')
  expect(withFile.document?.name).toBe('hasil-pemeriksaan.txt')
})

test('what is no spreadsheet is told in one kind sentence', async () => {
  await ratna.sends(Buffer.from('%PDF-1.7 laporan'), 'survei.xlsx')
  expect((await ratna.hears('belum dapat dibaca')).text).toContain('PDF')
})

test('its author tries it as people will see it, and nothing of the trial is kept', async () => {
  await ratna.sends(await form(), 'pasar.xlsx')
  await ratna.hears('tidak ada kesalahan')
  await ratna.hears('Survei Pasar')
  await ratna.presses('Coba')
  expect((await ratna.hears('1 dari 2')).text).toContain('🧪 Uji coba')
  await ratna.says('Budi')
  await ratna.hears('Berapa usia Budi?')
  await ratna.says('5')
  await ratna.hears('paling sedikit 10')
  await ratna.says('40')
  await ratna.hears('puas dengan pasar')
  await ratna.presses('Ya')
  await ratna.hears('Ini uji coba')
  await ratna.presses('Kirim')
  await ratna.hears('Tidak ada jawaban yang disimpan')
  const { client } = house.database
  expect(await client.response.count({ where: { isExample: false } })).toBe(0)
  // Another may not try it, not even by its button.
  const budi = await house.citizen('Budi')
  await budi.opens()
  const greeting = await budi.hears('Selamat datang')
  const trial = await client.surveyVersion.findFirstOrThrow({ where: { number: 0 } })
  await budi.pressesOld({
    message: greeting.id,
    data: packPress({ do: 'join', survey: `_${trial.id}`, unit: 0 }),
  })
  await budi.hears('sudah ditutup')
})

test('once published, citizens answer it by its link, and the admin sees how many', async () => {
  await publishes(ratna)
  await ratna.hears('Versi 1, terbit 23 November 2026')
  const siti = await house.citizen('Siti')
  await siti.opens('s_pasar')
  await siti.hears('Selamat datang, Siti')
  await siti.presses('Setuju')
  await siti.says('Siti')
  await siti.hears('Berapa usia Siti?')
  await siti.says('15')
  await siti.hears('Periksa jawaban')
  await siti.presses('Kirim')
  await siti.hears('Terima kasih')
  const [response] = await house.database.client.response.findMany({ where: { isExample: false } })
  expect(JSON.parse(response?.answers ?? '')).toEqual({ nama: 'Siti', usia: '15' })
  expect(response).toMatchObject({ unitId: null, person: null, finishedOn: '2026-11-23' })
  await ratna.says('/survei')
  await ratna.presses('Survei Pasar')
  await ratna.hears('Tanggapan: 1')
  await siti.opens('s_pasar')
  await siti.hears('sudah menilai Survei Pasar')
})

test('a changed file becomes the next version and says what it means; people finish on the one they began', async () => {
  await publishes(ratna)
  const siti = await house.citizen('Siti')
  await siti.opens('s_pasar')
  await siti.presses('Setuju')
  await siti.hears('1 dari')
  const changed = {
    survey: SURVEY.replace('integer | usia', 'text | usia')
      .replace(' | . >= 10 and . <= 110', ' |')
      .replace('${usia} > 16', ''),
    choices: `${CHOICES}\n jawab | ragu | Ragu-ragu`,
  }
  const told = await publishes(ratna, changed)
  expect(told.text).toContain('⚠️ Jenis jawaban berubah')
  expect(told.text).toContain('Pilihan baru')
  expect(told.text).toContain('tidak dapat digabung')
  await siti.says('Siti')
  await siti.hears('Berapa usia Siti?')
  await siti.says('lima belas')
  await siti.hears('dengan angka')
  await ratna.sends(await form(changed), 'pasar.xlsx')
  await ratna.hears('Isinya sama dengan versi 2')
  expect((await ratna.hears('Kode: pasar')).text).not.toContain('sedang dicoba')
  expect(await house.database.client.surveyVersion.count({ where: { survey: { code: 'pasar' } } })).toBe(2)
})

describe('opening and closing', () => {
  beforeEach(async () => {
    await publishes(ratna)
    await ratna.hears('Versi 1')
  })

  test('a paused survey begins no more, and goes on when it is opened again', async () => {
    const budi = await house.citizen('Budi')
    await budi.opens('s_pasar')
    await budi.presses('Setuju')
    await budi.hears('1 dari')
    await ratna.presses('Hentikan sementara')
    await ratna.hears('Status: dihentikan sementara')
    const siti = await house.citizen('Siti')
    await siti.opens('s_pasar')
    await siti.hears('dihentikan sementara')
    // Who has begun may finish.
    await budi.says('Budi')
    await budi.hears('Berapa usia Budi?')
    await ratna.presses('Buka lagi')
    await ratna.hears('Status: dibuka')
    await siti.opens('s_pasar')
    await siti.hears('Selamat datang')
  })

  test('days of opening and closing are typed the way people write them', async () => {
    await ratna.presses('Pengaturan')
    await ratna.presses('Dibuka:')
    await ratna.hears('Silakan ketik tanggalnya')
    await ratna.says('1 Desember 2026')
    await ratna.hears('Pengaturan Survei Pasar')
    const siti = await house.citizen('Siti')
    await siti.opens('s_pasar')
    await siti.hears('dibuka mulai 1 Desember 2026')
    await ratna.presses('Ditutup:')
    await ratna.says('30/11/2026')
    await ratna.hears('Tanggal tutup harus sesudah tanggal buka')
    await ratna.presses('Sasaran:')
    await ratna.says('400')
    await ratna.hears('Pengaturan')
    await ratna.presses('Kembali')
    await ratna.hears('0 dari sasaran 400')
  })

  test('closing is asked about first, and so is archiving', async () => {
    await ratna.presses('Tutup')
    await ratna.hears('Tutup Survei Pasar?')
    await ratna.presses('Tutup')
    await ratna.hears('Status: ditutup')
    await ratna.presses('Arsipkan')
    await ratna.hears('Arsipkan Survei Pasar?')
    await ratna.presses('Arsipkan')
    await ratna.says('/survei')
    const list = await ratna.hears('Silakan pilih survei')
    const titles = list.inlineKeyboard?.flat().map(({ text }) => text)
    expect(titles).toContainEqual(expect.stringContaining('Survei Kepuasan Masyarakat'))
    expect(titles).not.toContainEqual(expect.stringContaining('Survei Pasar'))
  })

  test('who is named cannot change once somebody has begun', async () => {
    await ratna.presses('Pengaturan')
    await ratna.presses('Identitas: tanpa nama')
    await ratna.hears(/./)
    const siti = await house.citizen('Siti')
    await siti.opens('s_pasar')
    await siti.hears('dengan nama akun Telegram')
    await siti.presses('Setuju')
    await siti.hears('1 dari')
    await ratna.presses('Identitas: dengan nama')
    await ratna.hearsToast('tidak dapat diubah lagi')
    await siti.says('Siti')
    await siti.says('15')
    await siti.hears('Periksa jawaban')
    await siti.presses('Kirim')
    await siti.hears('Terima kasih')
    const response = await house.database.client.response.findFirstOrThrow({ where: { isExample: false } })
    expect(response.person).toBe(BigInt(siti.id))
  })
})

test('whoever is no admin gets nowhere, by command, file or copied button', async () => {
  await publishes(ratna)
  const budi = await house.citizen('Budi')
  await budi.opens()
  const greeting = await budi.hears('Selamat datang')
  await budi.says('/survei')
  await budi.hears('hanya untuk admin')
  await budi.sends(await form({ settings: SETTINGS.replace('pasar', 'curi') }), 'curi.xlsx')
  await budi.hears('Silakan ketik /start')
  for (const press of [
    { do: 'survey', survey: 'pasar' },
    { do: 'survey-step', survey: 'pasar', step: 'close' },
    { do: 'survey-step', survey: 'pasar', step: 'publish' },
    { do: 'survey-set', survey: 'pasar', setting: 'isNamed', value: 'yes' },
    { do: 'survey-settings', survey: 'pasar' },
    { do: 'survey-ask', survey: 'pasar', setting: 'closesOn' },
    { do: 'list-surveys', page: 0 },
    { do: 'list-archive', page: 0 },
    { do: 'try-survey', version: 1 },
    { do: 'publish-survey', survey: 'pasar', version: 1 },
  ] as const) {
    await budi.pressesOld({ message: greeting.id, data: packPress(press) })
    await budi.hears('hanya untuk admin')
  }
  const survey = await house.database.client.survey.findUniqueOrThrow({ where: { code: 'pasar' } })
  expect(survey).toMatchObject({ status: 'open', isNamed: false, closesOn: null })
  expect(await house.database.client.survey.count({ where: { code: 'curi' } })).toBe(0)
})

test('forged steps and settings of an admin are refused politely', async () => {
  await publishes(ratna)
  const card = await ratna.hears('Versi 1')
  for (const press of [
    { do: 'survey-step', survey: 'pasar', step: 'archive' },
    { do: 'survey-step', survey: 'pasar', step: 'ask-dance' },
    { do: 'survey-step', survey: 'pasar', step: 'constructor' },
    { do: 'survey-set', survey: 'pasar', setting: 'status', value: 'archived' },
    { do: 'survey-ask', survey: 'pasar', setting: 'status' },
    { do: 'survey-step', survey: 'pasar', step: 'publish' },
    { do: 'survey-step', survey: 'pasar', step: 'ask-publish' },
    { do: 'survey-step', survey: 'pasar', step: 'ask-discard' },
    { do: 'publish-survey', survey: 'pasar', version: 1 },
    { do: 'publish-survey', survey: 'pasar', version: 2_147_483_647 },
  ] as const) {
    await ratna.pressesOld({ message: card.id, data: packPress(press) })
    await ratna.hearsToast('tidak dapat dilakukan')
  }
  const { id } = await house.database.client.surveyVersion.findFirstOrThrow({
    where: { survey: { code: 'pasar' } },
  })
  for (const version of [id, 0, 2_147_483_647]) {
    await ratna.pressesOld({ message: card.id, data: packPress({ do: 'try-survey', version }) })
    await ratna.hearsToast('sudah terbit atau diganti')
  }
  await ratna.pressesOld({ message: card.id, data: packPress({ do: 'survey', survey: 'tidak-ada' }) })
  await ratna.hears('sudah tidak ada')
})
