import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Citizen } from './citizen.ts'
import { type House, suluhHouse } from './house.ts'
import {
  agrees,
  crowd,
  followsInvitation,
  looksAtPreview,
  publishesForAll,
  writesInvitation,
} from './inviting.ts'

let house: House
let ratna: Citizen
let siti: Citizen
let budi: Citizen
beforeEach(async () => {
  house = await suluhHouse({ APPROVAL_ABOVE: '50' })
  await publishesForAll(house)
  ratna = await house.admin('Ratna')
  await ratna.opens()
  await ratna.hears('Selamat datang')
  siti = await agrees(await house.citizen('Siti'))
  budi = await agrees(await house.citizen('Budi'))
})
afterEach(() => house.close())

const broadcast = () => house.database.client.broadcast.findFirstOrThrow()
const passesMinutes = (minutes: number) =>
  house.timePasses(new Date(Date.parse('2026-11-23T01:30:00Z') + minutes * 60_000))

/** After 20.00 nothing is sent, so that everything still waits. */
async function sendsInTheEvening() {
  house.clockShows('2026-11-23T14:00:00Z')
  await writesInvitation(ratna)
  expect(await looksAtPreview(ratna)).toContain(
    'Sekarang jam tenang. Pengiriman mulai Selasa, 24 November 2026',
  )
  await ratna.presses('Kirim sekarang')
  await ratna.hears(/sedang dikirim[\s\S]*Jam tenang. Pengiriman berlanjut pukul 07.00/)
}
const morningComes = async () => {
  await house.timePasses('2026-11-24T00:01:00Z')
  await house.timePasses('2026-11-24T00:02:00Z')
}

test('an admin invites to a survey, people answer it by the invitation, and the card says how it goes', async () => {
  await writesInvitation(ratna)
  await ratna.presses('Tambah kalimat sendiri')
  await ratna.hears('Silakan ketik kalimat')
  await ratna.says('Pendapat <b>Bapak/Ibu</b> sangat berarti & dinanti.')
  await ratna.hears('Pendapat <b>Bapak/Ibu</b> sangat berarti & dinanti.')
  const preview = await looksAtPreview(ratna)
  expect(preview).toContain('Penerima: kurang dari 5 orang')
  expect(ratna.screen().at(-2)).toContain('Pendapat <b>Bapak/Ibu</b> sangat berarti')
  await ratna.presses('Kirim sekarang')
  await ratna.hears('sedang dikirim')
  await passesMinutes(1)
  const invitation = await siti.hears('kami mengundang Bapak/Ibu mengisi survei')
  expect(invitation.text).toContain('Survei uji')
  expect(invitation.text).toContain('Pendapat <b>Bapak/Ibu</b> sangat berarti')
  expect(invitation.text).toContain('1 pertanyaan, sekitar 1 menit')
  expect(invitation.text).toContain('tanpa nama')
  await budi.hears('kami mengundang')
  await followsInvitation(siti)
  await budi.presses('Tidak berminat')
  await budi.hears('tidak perlu mengisi')
  await passesMinutes(2)
  const card = await ratna.hears('Keadaan: selesai')
  expect(card.text).toContain('Terkirim: 2')
  // Of two readers nobody is told whether one has answered, and it is not even counted.
  expect(card.text).toContain('Pengisian ditampilkan bila')
  expect(await broadcast()).toMatchObject({ state: 'done', begun: 0, finished: 0 })
  // The card was changed in its place each time.
  expect(ratna.screen().filter((text) => text.includes('Undangan: Survei uji'))).toHaveLength(1)
})

test('with readers enough it is counted how many began and finished, and nothing ties them to it', async () => {
  const others = []
  for (const name of ['Ani', 'Tono', 'Rini', 'Joko']) others.push(await agrees(await house.citizen(name)))
  await writesInvitation(ratna)
  await looksAtPreview(ratna)
  await ratna.presses('Kirim sekarang')
  await ratna.hears('sedang dikirim')
  await passesMinutes(1)
  for (const citizen of [siti, budi, ...others]) await citizen.hears('kami mengundang')
  await followsInvitation(siti)
  await budi.presses('Ikut survei')
  await budi.hears('Selamat datang')
  await budi.presses('Setuju')
  await budi.hears('1 dari 1')
  expect(await broadcast()).toMatchObject({ begun: 2, finished: 1 })
  // Coming once more by the same button is the same response.
  await budi.presses('Ikut survei')
  await budi.hears('belum selesai')
  expect(await broadcast()).toMatchObject({ begun: 2, finished: 1 })
  const responses = await house.database.client.response.findMany({ where: { isExample: false } })
  expect(JSON.stringify(responses)).not.toMatch(/broadcast|7100000/i)
  await ratna.presses('Rincian (CSV)')
  const details = await ratna.hears('Penerima hanya diberi nomor')
  const csv = String(await house.file(details.document))
  expect(csv.split('\r\n').slice(0, 2)).toEqual([
    '\ufeffNo;Keadaan;Alasan;Waktu',
    '1;terkirim;;2026-11-23 08:31',
  ])
  expect(csv).not.toContain(String(siti.id))
  await ratna.presses('Rincian (Excel)')
  expect((await ratna.hears('Penerima hanya diberi nomor')).document?.name).toBe('siaran-1-uji.xlsx')
})

test('who blocked the bot is told as unreachable, who has had two invitations this week is skipped', async () => {
  await house.database.client.outgoing.createMany({
    data: [1, 2].map((number) => ({
      ...{ key: `earlier:${number}`, kind: 'invitation', payload: '{}', chat: BigInt(siti.id), priority: 2 },
      ...{ timeZone: 'Asia/Jakarta', dueAt: new Date('2026-11-20T03:00:00Z'), status: 'sent' },
      ...{ notBefore: new Date('2026-11-20T03:00:00Z'), sentAt: new Date('2026-11-20T03:00:00Z') },
      isInvitation: true,
    })),
  })
  const rini = await agrees(await house.citizen('Rini'))
  await writesInvitation(ratna)
  await looksAtPreview(ratna)
  await budi.does({ do: 'block-bot', as: budi.id })
  await ratna.presses('Kirim sekarang')
  await ratna.hears('sedang dikirim')
  await passesMinutes(1)
  await rini.hears('kami mengundang')
  await passesMinutes(2)
  const card = await ratna.hears('Keadaan: selesai')
  expect(card.text).toContain('Terkirim: 1')
  expect(card.text).toContain('sudah cukup undangan minggu ini: 1')
  // Blocked before or while it was sent: either way nothing reached them.
  await writesInvitation(ratna)
  expect(await looksAtPreview(ratna)).toContain('Tidak terjangkau (memblokir bot): kurang dari 5')
})

test('a broadcast is held, goes on and is ended, and what was not sent is not sent any more', async () => {
  await sendsInTheEvening()
  await ratna.presses('Jeda')
  await ratna.hears('dijeda')
  await morningComes()
  expect([...siti.screen(), ...budi.screen()].join()).not.toContain('kami mengundang')
  house.clockShows('2026-11-24T14:00:00Z')
  await ratna.presses('Lanjutkan')
  await ratna.hears('sedang dikirim')
  await ratna.presses('Jeda')
  await ratna.hears('dijeda')
  const old = await ratna.remembers('Lanjutkan')
  await ratna.presses('Hentikan')
  await ratna.hears('Yang belum terkirim tidak akan dikirim')
  await ratna.presses('Ya, hentikan')
  await ratna.hears('dihentikan')
  await ratna.pressesOld(old)
  await ratna.hearsToast('tidak dapat dilakukan sekarang')
  await house.timePasses('2026-11-25T01:00:00Z')
  expect([...siti.screen(), ...budi.screen()].join()).not.toContain('kami mengundang')
  expect(await broadcast()).toMatchObject({ state: 'cancelled' })
})

test('two taps on sending send once', async () => {
  await writesInvitation(ratna)
  await looksAtPreview(ratna)
  const send = await ratna.remembers('Kirim sekarang')
  await Promise.all([ratna.pressesOld(send), ratna.pressesOld(send)])
  await ratna.hears('sedang dikirim')
  await passesMinutes(1)
  await siti.hears('kami mengundang')
  expect(siti.screen().filter((text) => text.includes('kami mengundang'))).toHaveLength(1)
  expect(await house.database.client.outgoing.count({ where: { kind: 'invitation' } })).toBe(2)
})

test('what was changed since its preview is not sent by that preview', async () => {
  await writesInvitation(ratna)
  await looksAtPreview(ratna)
  const send = await ratna.remembers('Kirim sekarang')
  await ratna.presses('Ubah')
  await ratna.presses('Peran: semua')
  await ratna.hears('Kepada: Warga')
  await ratna.pressesOld(send)
  await ratna.hears('diubah sejak pratinjau itu')
  expect(await broadcast()).toMatchObject({ state: 'draft' })
})

test('it begins at the moment that was chosen, and neither in the past nor at night', async () => {
  await writesInvitation(ratna)
  await looksAtPreview(ratna)
  await ratna.presses('Jadwalkan')
  await ratna.hears('Kapan undangan dikirim')
  expect(ratna.buttons()).toContain('Selasa, 24 November 2026 pukul 09.00 WIB')
  expect(ratna.buttons()).toContain('Senin, 30 November 2026 pukul 09.00 WIB')
  await ratna.presses('Kembali')
  await ratna.hears('Pratinjau: Survei uji')
  await ratna.presses('Jadwalkan')
  await ratna.hears('Kapan undangan dikirim')
  await ratna.says('kapan saja')
  await ratna.hears('belum terbaca')
  await ratna.says('22 November 2026 pukul 09.00')
  await ratna.hears('sudah lewat')
  await ratna.says('24 November 2026 pukul 21.30')
  await ratna.hears('jam tenang')
  await ratna.says('24 November 2026 pukul 10.15')
  const card = await ratna.hears('dijadwalkan')
  expect(card.text).toContain('Mulai: Selasa, 24 November 2026 pukul 10.15 WIB')
  await house.timePasses('2026-11-24T03:14:00Z')
  expect(siti.screen().join()).not.toContain('kami mengundang')
  await house.timePasses('2026-11-24T03:15:00Z')
  await siti.hears('kami mengundang')
  await ratna.says('/siaran')
  await ratna.hears('Undangan survei, yang terbaru di atas')
  expect(ratna.buttons().join()).toContain('Survei uji, 24 November 2026')
})

test('a survey that was closed meanwhile is invited to by nobody', async () => {
  await writesInvitation(ratna)
  await looksAtPreview(ratna)
  await ratna.presses('Jadwalkan')
  await ratna.presses('Selasa, 24 November 2026')
  await ratna.hears('dijadwalkan')
  await house.database.client.survey.updateMany({ where: { code: 'uji' }, data: { status: 'closed' } })
  await house.restartsBot()
  await house.timePasses('2026-11-24T02:00:00Z')
  await house.timePasses('2026-11-24T02:01:00Z')
  expect(siti.screen().join()).not.toContain('kami mengundang')
  expect(await broadcast()).toMatchObject({ state: 'cancelled' })
})

test('a survey that closes while it is sent: what still waits is skipped, and says why', async () => {
  await sendsInTheEvening()
  await ratna.presses('Jeda')
  await ratna.hears('dijeda')
  await house.database.client.survey.updateMany({ where: { code: 'uji' }, data: { status: 'paused' } })
  await house.restartsBot()
  await ratna.presses('Lanjutkan')
  await ratna.hears('sedang dikirim')
  await morningComes()
  expect((await ratna.hears('Keadaan: selesai')).text).toContain('survei sudah ditutup: 2')
  expect(siti.screen().join()).not.toContain('kami mengundang')
})

test('an invitation that nobody could send within a week is not sent late', async () => {
  await sendsInTheEvening()
  await ratna.presses('Jeda')
  await ratna.hears('dijeda')
  house.clockShows('2026-12-01T02:00:00Z')
  await ratna.presses('Lanjutkan')
  await ratna.hears('sedang dikirim')
  await house.timePasses('2026-12-01T02:01:00Z')
  await house.timePasses('2026-12-01T02:02:00Z')
  expect((await ratna.hears('Keadaan: selesai')).text).toContain('Terlambat, tidak dikirim: 2')
})

test('who withdraws between being chosen and being written to is not written to', async () => {
  await sendsInTheEvening()
  await ratna.presses('Jeda')
  await ratna.hears('dijeda')
  await siti.says('/undangan')
  await siti.presses('Hentikan undangan')
  await siti.hears('sudah dihentikan')
  await ratna.presses('Lanjutkan')
  await ratna.hears('sedang dikirim')
  await morningComes()
  await budi.hears('kami mengundang')
  expect(siti.screen().join()).not.toContain('kami mengundang')
})

test('without anybody who agreed there is nothing to send', async () => {
  await house.database.client.consent.deleteMany()
  await writesInvitation(ratna)
  expect(await looksAtPreview(ratna)).toContain('Belum ada penerima')
  expect(ratna.buttons()).not.toContain('✅ Kirim sekarang')
})

test('a long broadcast tells how long it takes and that the night comes in between', async () => {
  await crowd(house, 3_000)
  house.clockShows('2026-11-23T12:59:00Z')
  await writesInvitation(ratna)
  const preview = await looksAtPreview(ratna)
  expect(preview).toContain('Penerima: 3.002 orang')
  expect(preview).toContain('sekitar 2 menit')
  expect(preview).toContain('Terpotong jam tenang: sisanya dikirim mulai pukul 07.00 WIB')
})
