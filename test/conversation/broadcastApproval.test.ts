import { afterEach, beforeEach, expect, test } from 'vitest'
import { packPress } from '../../src/message/press.ts'
import type { Citizen } from './citizen.ts'
import { type House, suluhHouse } from './house.ts'
import { agrees, crowd, looksAtPreview, publishesForAll, writesInvitation } from './inviting.ts'

let house: House
let ratna: Citizen
let siti: Citizen
beforeEach(async () => {
  house = await suluhHouse({ APPROVAL_ABOVE: '3' })
  await publishesForAll(house)
  ratna = await house.admin('Ratna')
  await ratna.opens()
  await ratna.hears('Selamat datang')
  siti = await agrees(await house.citizen('Siti'))
  await crowd(house, 3)
})
afterEach(() => house.close())

const state = async () => (await house.database.client.broadcast.findFirstOrThrow()).state
const passesMinutes = (minutes: number) =>
  house.timePasses(new Date(Date.parse('2026-11-23T01:30:00Z') + minutes * 60_000))

async function secondAdmin(name = 'Hasan') {
  const admin = await house.admin(name)
  await admin.opens()
  await admin.hears('Selamat datang')
  return admin
}

async function sends() {
  await writesInvitation(ratna)
  await looksAtPreview(ratna)
  await ratna.presses('Kirim sekarang')
}

/** The number that buttons about the broadcast carry, with what a forger cannot know left at its worst. */
const forged = (step: string) => packPress({ do: 'broadcast-send', broadcast: 1, step, seen: 'forged' })
const lastMessage = (citizen: Citizen) => citizen.messages().at(-1)?.id ?? 0

test('to many people it goes only when a second admin has seen it and agrees', async () => {
  const hasan = await secondAdmin()
  await sends()
  expect((await ratna.hears('menunggu persetujuan')).text).toContain('seorang admin lain perlu menyetujui')
  await passesMinutes(1)
  const asked = await hasan.hears('Mohon persetujuan')
  expect(asked.text).toContain('Penerima: kurang dari 5 orang')
  expect(asked.text).toContain('kami mengundang Bapak/Ibu mengisi survei')
  expect(siti.screen().join()).not.toContain('kami mengundang')
  await hasan.presses('Setujui')
  await hasan.hears('Bapak/Ibu menyetujui')
  await passesMinutes(2)
  await ratna.hears('Admin lain menyetujui')
  await siti.hears('kami mengundang')
  expect(await house.database.client.broadcast.findFirst()).toMatchObject({ approver: BigInt(hasan.id) })
})

test('refused, it goes to nobody, and its author is told', async () => {
  const hasan = await secondAdmin()
  await sends()
  await ratna.hears('menunggu persetujuan')
  await passesMinutes(1)
  await hasan.presses('Tolak')
  await hasan.hears('Bapak/Ibu menolak')
  await passesMinutes(2)
  await ratna.hears('Admin lain menolak')
  expect(siti.screen().join()).not.toContain('kami mengundang')
  expect(await state()).toBe('refused')
})

test('the author cannot agree to their own, not even by a forged button, nor can a citizen', async () => {
  await secondAdmin()
  await sends()
  await ratna.hears('menunggu persetujuan')
  await ratna.pressesOld({ message: lastMessage(ratna), data: forged('approve') })
  await ratna.hearsToast('tidak menunggu keputusan Bapak/Ibu')
  await siti.pressesOld({ message: lastMessage(siti), data: forged('approve') })
  await siti.hears('hanya untuk admin')
  expect(await state()).toBe('awaiting')
})

test('of two admins who decide at the same time one is heard, and the other is told so', async () => {
  const [hasan, dewi] = [await secondAdmin(), await secondAdmin('Dewi')]
  await sends()
  await ratna.hears('menunggu persetujuan')
  await passesMinutes(1)
  await hasan.hears('Mohon persetujuan')
  await dewi.hears('Mohon persetujuan')
  await hasan.presses('Tolak')
  await hasan.hears('Bapak/Ibu menolak')
  await dewi.presses('Setujui')
  await dewi.hearsToast('sudah diputuskan')
  expect(await state()).toBe('refused')
})

test('an admin who is the only one hears what to do, and nothing is sent', async () => {
  await sends()
  expect((await ratna.hears('belum ada admin lain')).text).toContain('ADMIN_IDS')
  expect(await state()).toBe('draft')
})

test('an admin who was dismissed neither is asked nor decides', async () => {
  const [hasan, dewi] = [await secondAdmin(), await secondAdmin('Dewi')]
  await sends()
  await ratna.hears('menunggu persetujuan')
  house.dismisses(hasan)
  await passesMinutes(1)
  await dewi.hears('Mohon persetujuan')
  expect(hasan.screen().join()).not.toContain('Mohon persetujuan')
  await hasan.pressesOld({ message: lastMessage(hasan), data: forged('approve') })
  await hasan.hears('hanya untuk admin')
  expect(await state()).toBe('awaiting')
})

test('the button still works after a restart, and what was to begin in the past begins now', async () => {
  const hasan = await secondAdmin()
  await writesInvitation(ratna)
  await looksAtPreview(ratna)
  await ratna.presses('Jadwalkan')
  await ratna.presses('Selasa, 24 November 2026')
  await ratna.hears('menunggu persetujuan')
  await passesMinutes(1)
  await hasan.hears('Mohon persetujuan')
  await house.restartsBot()
  house.clockShows('2026-11-24T05:00:00Z')
  await hasan.presses('Setujui')
  await hasan.hears('Bapak/Ibu menyetujui')
  await house.timePasses('2026-11-24T05:01:00Z')
  await siti.hears('kami mengundang')
})

test('when many more have agreed until it begins, a second admin is asked after all', async () => {
  const hasan = await secondAdmin()
  await house.database.client.consent.deleteMany({ where: { person: { gte: 9_000_000_000n } } })
  await writesInvitation(ratna)
  await looksAtPreview(ratna)
  await ratna.presses('Jadwalkan')
  await ratna.presses('Selasa, 24 November 2026')
  await ratna.hears('dijadwalkan')
  await crowd(house, 10)
  await house.timePasses('2026-11-24T02:00:00Z')
  await hasan.hears('Mohon persetujuan')
  expect(siti.screen().join()).not.toContain('kami mengundang')
  await hasan.presses('Setujui')
  await hasan.hears('Bapak/Ibu menyetujui')
  await siti.hears('kami mengundang')
})

test('nobody but an admin can write, see, send or hold an invitation, whatever button they forge', async () => {
  await sends()
  await ratna.hears('belum ada admin lain')
  const presses = [
    { do: 'invite-people', survey: 'uji' },
    { do: 'audience', broadcast: 1 },
    { do: 'audience-role', broadcast: 1, role: 'asn' },
    { do: 'audience-districts', broadcast: 1, page: 0 },
    { do: 'audience-district', broadcast: 1, unit: 1 },
    { do: 'audience-offices', broadcast: 1, page: 0 },
    { do: 'audience-office', broadcast: 1, unit: 1 },
    { do: 'audience-answers', broadcast: 1 },
    { do: 'audience-surveys', broadcast: 1, are: 'answered', page: 0 },
    { do: 'audience-survey', broadcast: 1, are: 'answered', survey: 'uji' },
    { do: 'broadcast-words', broadcast: 1 },
    { do: 'broadcast-preview', broadcast: 1 },
    { do: 'broadcast-send', broadcast: 1, step: 'send', seen: 'x' },
    { do: 'broadcast-at', broadcast: 1, minute: 30_000_000, seen: 'x' },
    { do: 'broadcast-step', broadcast: 1, step: 'stop' },
    { do: 'list-broadcasts', page: 0 },
    { do: 'broadcast', broadcast: 1 },
    { do: 'broadcast-details', broadcast: 1, format: 'csv' },
  ] as const
  const before = await house.database.client.broadcast.findMany()
  for (const press of presses) {
    await siti.pressesOld({ message: lastMessage(siti), data: packPress(press) })
    await siti.hears('hanya untuk admin')
  }
  await siti.says('/siaran')
  await siti.hears('hanya untuk admin')
  expect(await house.database.client.broadcast.findMany()).toEqual(before)
  // What one admin is writing is not another's to change or send.
  const hasan = await secondAdmin()
  for (const press of [presses[2], presses[11], presses[16]]) {
    await hasan.pressesOld({ message: lastMessage(hasan), data: packPress(press) })
    await hasan.hearsToast('tidak dapat dilakukan sekarang')
  }
  expect(await house.database.client.broadcast.findMany()).toEqual(before)
})
