import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Citizen } from './citizen.ts'
import { type House, suluhHouse } from './house.ts'
import { agrees, looksAtPreview, publishesForAll, writesInvitation } from './inviting.ts'

let house: House
let ratna: Citizen
let people: Citizen[]
beforeEach(async () => {
  house = await suluhHouse()
  await publishesForAll(house)
  ratna = await house.admin('Ratna')
  await ratna.opens()
  await ratna.hears('Selamat datang')
  people = []
  for (const name of ['Siti', 'Budi', 'Ani', 'Tono', 'Rini', 'Joko'])
    people.push(await agrees(await house.citizen(name)))
})
afterEach(() => house.close())

async function answers(citizen: Citizen, isFinished: boolean) {
  await citizen.opens('s_uji')
  await citizen.hears('Selamat datang')
  await citizen.presses('Setuju')
  await citizen.hears('1 dari 1')
  if (!isFinished) return
  await citizen.says('Baik')
  await citizen.hears('Periksa jawaban')
  await citizen.presses('Kirim')
  await citizen.hears('Terima kasih atas partisipasi')
}

async function choosesByAnswers(choice: string) {
  await ratna.presses('Jawaban: ')
  await ratna.hears('menurut pengisian survei')
  await ratna.presses(choice)
  await ratna.hears('Survei yang mana')
  await ratna.presses('Survei uji')
  await ratna.hears('Kepada:')
}

const isInvited = (citizen: Citizen) => citizen.screen().join().includes('kami mengundang')
const passesMinutes = (minutes: number) =>
  house.timePasses(new Date(Date.parse('2026-11-23T01:30:00Z') + minutes * 60_000))

test('who has not answered is invited, and afterwards nothing in the database says who that was', async () => {
  const [siti, ...others] = people as [Citizen, ...Citizen[]]
  await answers(siti, true)
  await writesInvitation(ratna)
  await choosesByAnswers('Belum mengisi')
  expect(await looksAtPreview(ratna)).toMatch(/Kepada: belum mengisi “Survei uji”\nPenerima: 5 orang/)
  await ratna.presses('Kirim sekarang')
  await ratna.hears('sedang dikirim')
  await passesMinutes(1)
  for (const citizen of others) await citizen.hears('kami mengundang')
  await passesMinutes(2)
  await ratna.hears('Keadaan: selesai')
  expect(isInvited(siti)).toBe(false)
  const rows = await house.database.client.outgoing.findMany({ where: { kind: 'invitation' } })
  expect(rows).toHaveLength(5)
  const told = JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))
  for (const { id } of people) expect(told).not.toContain(String(id))
  for (const { chat, said } of rows) expect([chat, said]).toEqual([null, null])
  const broadcast = await house.database.client.broadcast.findFirstOrThrow()
  expect(people.map(({ id }) => BigInt(id))).not.toContain(broadcast.lastPerson)
})

test('what was ended before it was sent tells no more of who would have been written to', async () => {
  house.clockShows('2026-11-23T14:00:00Z')
  await writesInvitation(ratna)
  await choosesByAnswers('Belum mengisi')
  await looksAtPreview(ratna)
  await ratna.presses('Kirim sekarang')
  await ratna.hears('sedang dikirim')
  await house.timePasses('2026-11-23T14:01:00Z')
  await ratna.presses('Hentikan')
  await ratna.presses('Ya, hentikan')
  await ratna.hears('dihentikan')
  const rows = await house.database.client.outgoing.findMany({ where: { kind: 'invitation' } })
  expect(rows).toHaveLength(6)
  for (const { chat, status } of rows) expect([chat, status]).toEqual([null, 'cancelled'])
})

test('fewer than five who have answered are neither counted nor written to', async () => {
  for (const citizen of people.slice(0, 4)) await answers(citizen, true)
  await writesInvitation(ratna)
  await choosesByAnswers('Sudah mengisi')
  const preview = await looksAtPreview(ratna)
  expect(preview).toContain('Penerima: kurang dari 5 orang')
  expect(preview).toContain('Undangan tidak dikirim, supaya tidak terlihat siapa')
  expect(ratna.buttons()).not.toContain('✅ Kirim sekarang')
  // Nobody at all looks the same as a few.
  await ratna.presses('Ubah')
  await choosesByAnswers('Belum selesai mengisi')
  expect(await looksAtPreview(ratna)).toContain('Penerima: kurang dari 5 orang')
})

test('who has begun and not finished can be written to when they are enough', async () => {
  for (const citizen of people.slice(0, 5)) await answers(citizen, false)
  await writesInvitation(ratna)
  await choosesByAnswers('Belum selesai mengisi')
  expect(await looksAtPreview(ratna)).toContain('Penerima: 5 orang')
  await ratna.presses('Kirim sekarang')
  await ratna.hears('sedang dikirim')
  await passesMinutes(1)
  for (const citizen of people.slice(0, 5)) await citizen.hears('kami mengundang')
  expect(isInvited(people[5] as Citizen)).toBe(false)
})

test('a survey that may be answered at will cannot be chosen by who has answered it', async () => {
  await house.database.client.survey.updateMany({ data: { participation: 'unlimited' } })
  await house.restartsBot()
  await writesInvitation(ratna)
  await ratna.presses('Jawaban: ')
  await ratna.hears('menurut pengisian survei')
  await ratna.presses('Sudah mengisi')
  await ratna.hears('Tidak ada survei yang dapat dipilih')
})
