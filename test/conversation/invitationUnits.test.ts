import { afterEach, beforeEach, expect, test } from 'vitest'
import { publishes } from './answersSurvey.ts'
import type { Citizen } from './citizen.ts'
import { type House, suluhHouse } from './house.ts'
import { agrees, followsInvitation, looksAtPreview, writesInvitation } from './inviting.ts'

let house: House
let ratna: Citizen
let siti: Citizen
beforeEach(async () => {
  house = await suluhHouse()
  await publishes(house, [{ type: 'text', name: 'kesan', label: { id: 'Bagaimana kesan Bapak/Ibu?' } }])
  ratna = await house.admin('Ratna')
  await ratna.opens()
  await ratna.hears('Selamat datang')
  siti = await agrees(await house.citizen('Siti'))
})
afterEach(() => house.close())

async function worksAt(citizen: Citizen, office: string) {
  await citizen.presses('ASN')
  await citizen.hears('Di kecamatan mana')
  await citizen.presses('Lewati')
  await citizen.hears('Di kantor mana')
  await citizen.says(office)
  await citizen.hears('Di kantor mana')
  await citizen.presses('Dinas Sosial')
  await citizen.hears('setuju diundang')
}

async function sends() {
  await ratna.presses('Kirim sekarang')
  await ratna.hears('sedang dikirim')
  await house.timePasses('2026-11-23T01:31:00Z')
}

test('a survey about units is opened for the office of the audience, found by typing', async () => {
  await worksAt(siti, 'dinas sosial')
  const budi = await agrees(await house.citizen('Budi'))
  await writesInvitation(ratna)
  await ratna.presses('Kantor ASN: semua')
  await ratna.hears('Kepada ASN di kantor mana')
  await ratna.says('sosial')
  await ratna.hears('Kepada ASN di kantor mana')
  await ratna.presses('Dinas Sosial')
  await ratna.hears('Kepada: Dinas Sosial')
  await looksAtPreview(ratna)
  await sends()
  expect((await siti.hears('kami mengundang')).text).toContain('Survei uji\nDinas Sosial')
  expect(budi.screen().join()).not.toContain('kami mengundang')
  await followsInvitation(siti)
  const [response] = await house.database.client.response.findMany({ where: { isExample: false } })
  expect(response?.unitId).toBe(
    (await house.database.client.unit.findUniqueOrThrow({ where: { code: 'dinsos' } })).id,
  )
})

test('without an office, people choose the unit themselves, page by page', async () => {
  await writesInvitation(ratna)
  await looksAtPreview(ratna)
  await sends()
  await siti.hears('kami mengundang')
  await siti.presses('Ikut survei')
  await siti.hears('Pelayanan mana yang ingin Bapak/Ibu nilai')
  await siti.presses('Berikutnya')
  await siti.hears('Pelayanan mana yang ingin Bapak/Ibu nilai')
  await siti.presses('Sebelumnya')
  await siti.hears('Pelayanan mana yang ingin Bapak/Ibu nilai')
  await siti.presses('Dinas Sosial')
  expect((await siti.hears('Selamat datang')).text).toContain('Dinas Sosial')
})

test('the audience is narrowed by role and kecamatan, and each can be taken back', async () => {
  await siti.presses('Warga')
  await siti.hears('Di kecamatan mana')
  await siti.presses('Sumay')
  await siti.hears('Kecamatan: Sumay')
  await writesInvitation(ratna)
  await ratna.presses('Peran: semua')
  await ratna.hears('Kepada: Warga')
  await ratna.presses('Peran: Warga')
  await ratna.hears('Kepada: ASN')
  await ratna.presses('Peran: ASN')
  await ratna.hears('Kepada: semua yang setuju')
  await ratna.presses('Kecamatan: semua')
  await ratna.hears('Kepada warga di kecamatan mana')
  await ratna.says('sum')
  await ratna.hears('Kepada warga di kecamatan mana')
  await ratna.presses('Sumay')
  await ratna.hears('Kepada: Kecamatan Sumay')
  expect(await looksAtPreview(ratna)).toContain('Penerima: kurang dari 5')
  await ratna.presses('Ubah')
  await ratna.presses('Kecamatan: Sumay')
  await ratna.hears('Kepada warga di kecamatan mana')
  await ratna.presses('Tebo Ulu')
  await ratna.hears('Kepada: Kecamatan Tebo Ulu')
  expect(await looksAtPreview(ratna)).toContain('Belum ada penerima')
})

test('the own sentence is bounded, and can be taken away again', async () => {
  await writesInvitation(ratna)
  await ratna.presses('Tambah kalimat sendiri')
  await ratna.hears('Silakan ketik kalimat')
  await ratna.says('a'.repeat(501))
  await ratna.hears('terlalu panjang')
  await ratna.says('Mari berpendapat')
  await ratna.hears('Mari berpendapat')
  await ratna.presses('Ubah kalimat')
  await ratna.hears('Silakan ketik kalimat')
  await ratna.says('-')
  const card = await ratna.hears('Undang peserta: Survei uji')
  expect(card.text).not.toContain('Kalimat Bapak/Ibu')
})

test('people are invited in the language they chose', async () => {
  await siti.says('/bahasa')
  await siti.hears('pilih bahasa')
  await siti.presses('English')
  await siti.hears('English')
  await writesInvitation(ratna)
  await ratna.presses('Lihat pratinjau')
  await ratna.hears('Pratinjau: Survei uji')
  expect(ratna.screen().at(-2)).toContain('we invite you to answer a survey')
  await sends()
  expect((await siti.hears('we invite you')).text).toContain('about 1 min')
  await siti.presses('Not interested')
  await siti.hears('You need not answer')
})

test('a survey that is not open offers no invitation, and an old button says so', async () => {
  await ratna.says('/survei')
  await ratna.hears('Silakan pilih survei')
  await ratna.presses('Survei uji')
  await ratna.hears('Kode: uji')
  const invite = await ratna.remembers('Undang peserta')
  await ratna.presses('Hentikan sementara')
  await ratna.hears('Status: dihentikan sementara')
  expect(ratna.buttons().join()).not.toContain('Undang peserta')
  await ratna.pressesOld(invite)
  await ratna.hearsToast('belum dibuka untuk warga')
})
