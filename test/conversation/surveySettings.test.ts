import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { packPress } from '../../src/message/press.ts'
import { versionStore } from '../../src/survey/life/store.ts'
import type { Citizen } from './citizen.ts'
import { type House, MONDAY, suluhHouse } from './house.ts'

let house: House
let ratna: Citizen
beforeEach(async () => {
  house = await suluhHouse()
  await publishes('pasar', 'Survei Pasar')
  await house.database.client.survey.update({ where: { code: 'pasar' }, data: { isPerUnit: false } })
  ratna = await house.admin('Ratna')
  await ratna.opens()
  await ratna.hears('Selamat datang')
})
afterEach(async () => {
  const { violations } = house.telegram
  await house.close()
  expect(violations).toEqual([])
})

/** Publishes a survey of two questions, as the store does it. */
const publishes = (code: string, title: string) =>
  versionStore(house.database).publish(code, 'year', {
    format: 2,
    settings: { title: { id: title }, default_language: 'id' },
    survey: [
      { type: 'text', name: 'nama', label: { id: 'Siapa nama Bapak/Ibu?' } },
      { type: 'integer', name: 'usia', label: { id: 'Berapa usia Bapak/Ibu?' } },
    ],
    choices: {},
  })

const kept = () => house.database.client.survey.findUniqueOrThrow({ where: { code: 'pasar' } })

async function opensCard(admin: Citizen) {
  await admin.says('/survei')
  await admin.hears('Silakan pilih survei')
  await admin.presses('Survei Pasar')
  return admin.hears('Kode: pasar')
}

async function opensSettings(admin: Citizen) {
  await opensCard(admin)
  await admin.presses('Pengaturan')
  return admin.hears('Pengaturan Survei Pasar')
}

/** Comes to the survey and agrees. */
async function begins(citizen: Citizen) {
  await citizen.opens('s_pasar')
  await citizen.hears('Selamat datang')
  await citizen.presses('Setuju')
  return citizen.hears('1 dari 2')
}

describe('what is pressed', () => {
  test('goes from value to value', async () => {
    await opensSettings(ratna)
    await ratna.presses('Pengisian: satu kali tiap periode')
    await ratna.hears('Pengaturan')
    await ratna.presses('Pengisian: berkali-kali')
    await ratna.hears('Pengaturan')
    await ratna.presses('Pengisian: satu kali')
    await ratna.hears('Pengaturan')
    await ratna.presses('Periode hasil: tahun')
    await ratna.hears('Pengaturan')
    await ratna.presses('Tentang: seluruh kabupaten')
    await ratna.hears('Pengaturan')
    expect(await kept()).toMatchObject({ participation: 'period', period: 'semester', isPerUnit: true })
  })

  test('period and scope stay as they are once somebody has begun', async () => {
    await begins(await house.citizen('Siti'))
    await opensSettings(ratna)
    await ratna.presses('Periode hasil: tahun')
    await ratna.hearsToast('tidak dapat diubah lagi')
    await ratna.presses('Tentang: seluruh kabupaten')
    await ratna.hearsToast('tidak dapat diubah lagi')
    await ratna.presses('Pengisian: satu kali tiap periode')
    await ratna.hears('Pengaturan')
    expect(await kept()).toMatchObject({ participation: 'unlimited', period: 'year', isPerUnit: false })
  })

  test('an answer for ever stays anonymous when that was what the person agreed to', async () => {
    const siti = await house.citizen('Siti')
    await siti.opens('s_pasar')
    await siti.hears('tanpa nama')
    const agreeing = await siti.remembers('Setuju')
    await opensSettings(ratna)
    await ratna.presses('Identitas: tanpa nama')
    await ratna.hears('Pengaturan')
    await siti.pressesOld(agreeing)
    await siti.hears('Ketentuan survei ini berubah')
    await siti.hears('dengan nama akun Telegram')
    expect(await house.database.client.draft.count()).toBe(0)
    await siti.presses('Setuju')
    await siti.hears('1 dari 2')
    expect(await house.database.client.draft.count()).toBe(1)
  })
})

describe('what is typed', () => {
  test('may be of no use a few times; the question is still there', async () => {
    await opensSettings(ratna)
    await ratna.presses('Sasaran:')
    await ratna.hears('jumlah tanggapan')
    for (const useless of ['banyak', '0', '-5', '99999999999']) {
      await ratna.says(useless)
      await ratna.hears('Mohon ketik angka antara')
    }
    await ratna.says('1.500')
    await ratna.hears('Pengaturan')
    expect((await kept()).target).toBe(1500)
    await ratna.presses('Sasaran: 1.500')
    await ratna.hears('jumlah tanggapan')
    await ratna.says('-')
    await ratna.hears('Pengaturan')
    expect((await kept()).target).toBeNull()
  })

  test.each([
    ['presses a button of the survey', (admin: Citizen) => admin.presses('Lanjutkan')],
    ['comes to it by a command', (admin: Citizen) => admin.says('/batal')],
  ])('belongs to the survey again as soon as the admin %s', async (_, turns) => {
    await begins(ratna)
    await ratna.says('/batal')
    await ratna.hears('dihentikan dulu')
    await opensSettings(ratna)
    await ratna.presses('Sasaran:')
    await ratna.hears('jumlah tanggapan')
    await turns(ratna)
    await ratna.hears(/./)
    await ratna.says('42')
    await ratna.hears('2 dari 2')
    expect((await kept()).target).toBeNull()
    expect(await house.database.client.draftAnswer.findMany()).toMatchObject([{ path: 'nama', value: '42' }])
  })

  test('is a setting while the question is the last thing said, also in the middle of a survey', async () => {
    await begins(ratna)
    await opensSettings(ratna)
    await ratna.presses('Sasaran:')
    await ratna.hears('jumlah tanggapan')
    await ratna.says('42')
    await ratna.hears('Pengaturan')
    expect((await kept()).target).toBe(42)
    expect(await house.database.client.draftAnswer.count()).toBe(0)
    await ratna.says('Ratna')
    await ratna.hears('2 dari 2')
  })

  test('is a setting also when the bot was restarted meanwhile', async () => {
    await opensSettings(ratna)
    await ratna.presses('Sasaran:')
    await ratna.hears('jumlah tanggapan')
    await house.restartsBot()
    await ratna.says('42')
    await ratna.hears('Pengaturan')
    expect((await kept()).target).toBe(42)
    await ratna.says('puskesmas')
    await ratna.hears('Hasil pencarian')
  })

  test('is no setting any more after ten minutes', async () => {
    await opensSettings(ratna)
    await ratna.presses('Sasaran:')
    await ratna.hears('jumlah tanggapan')
    house.clockShows(new Date(MONDAY.getTime() + 11 * 60_000))
    await ratna.says('puskesmas')
    await ratna.hears('Hasil pencarian')
    expect((await kept()).target).toBeNull()
    expect(await house.database.client.awaitedWords.count()).toBe(0)
  })

  test('is not taken from somebody who is no admin any more', async () => {
    await opensSettings(ratna)
    await ratna.presses('Sasaran:')
    await ratna.hears('jumlah tanggapan')
    house.dismisses(ratna)
    await ratna.says('puskesmas')
    await ratna.hears('Hasil pencarian')
    expect((await kept()).target).toBeNull()
  })
})

describe('closing', () => {
  test('lets people finish what they began, and keeps it when they would rather begin anew', async () => {
    const siti = await house.citizen('Siti')
    await begins(siti)
    await siti.says('Siti')
    await siti.hears('2 dari 2')
    await opensCard(ratna)
    await ratna.presses('Tutup')
    await ratna.hears('Tutup Survei Pasar?')
    await ratna.presses('Tutup')
    await ratna.hears('Status: ditutup')
    await siti.opens('s_pasar')
    await siti.hears('belum selesai')
    await siti.presses('Mulai dari awal')
    await siti.hears('sudah ditutup')
    await siti.opens('s_pasar')
    await siti.presses('Lanjutkan')
    await siti.hears('2 dari 2')
    await siti.says('35')
    await siti.hears('Periksa jawaban')
    await siti.presses('Kirim')
    await siti.hears('Terima kasih atas partisipasi')
    const budi = await house.citizen('Budi')
    await budi.opens('s_pasar')
    await budi.hears('sudah ditutup')
  })

  test('and archiving can be taken back', async () => {
    await house.database.client.survey.update({ where: { code: 'pasar' }, data: { status: 'closed' } })
    await opensCard(ratna)
    await ratna.presses('Arsipkan')
    await ratna.hears('Arsipkan Survei Pasar?')
    await ratna.presses('Arsipkan')
    await ratna.hears('Status: diarsipkan')
    await ratna.says('/survei')
    await ratna.presses('Arsip')
    await ratna.hears('Arsip survei')
    await ratna.presses('Survei Pasar')
    await ratna.presses('Keluarkan dari arsip')
    await ratna.hears('Status: ditutup')
    await ratna.presses('Buka lagi')
    await ratna.hears('Status: dibuka')
    expect((await kept()).status).toBe('open')
  })
})

test('many surveys are listed page by page', async () => {
  for (let number = 1; number <= 17; number++) await publishes(`nomor-${number}`, `Nomor ${number}`)
  await ratna.says('/survei')
  const names = (message: { inlineKeyboard?: { text: string }[][] | undefined }) =>
    message.inlineKeyboard?.flat().map(({ text }) => text)
  expect(names(await ratna.hears('Silakan pilih survei'))?.slice(0, 9)).toEqual([
    ...Array.from({ length: 8 }, (_, index) => `Nomor ${17 - index} (dibuka)`),
    expect.stringContaining('Berikutnya'),
  ])
  await ratna.presses('Berikutnya')
  expect(names(await ratna.hears('Silakan pilih survei'))?.[0]).toBe('Nomor 9 (dibuka)')
  const list = await ratna.remembers('Berikutnya')
  await ratna.pressesOld({ ...list, data: packPress({ do: 'list-surveys', page: 1_000 }) })
  expect(names(await ratna.hears('Silakan pilih survei'))).toContain('Nomor 1 (dibuka)')
})
