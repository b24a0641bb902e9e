import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, suluhHouse } from './house.ts'
import { answersElements, answersProfile, begins } from './wholeSurvey.ts'

let house: House

beforeEach(async () => {
  house = await suluhHouse()
})
afterEach(async () => {
  const violations = house.telegram.violations
  await house.close()
  expect(violations).toEqual([])
})

test('Lanjutkan on a survey that was handed in meanwhile says so, and promises nothing', async () => {
  const siti = await house.citizen('Siti')
  await begins(siti)
  await answersProfile(siti)
  await answersElements(siti)
  await siti.presses('Lewati')
  await siti.hears('Periksa jawaban')
  await siti.says('/batal')
  await siti.hears('dihentikan dulu')
  const goOn = await siti.remembers('Lanjutkan')
  await siti.presses('Kirim')
  await siti.hears('Terima kasih atas partisipasi')
  await siti.pressesOld(goOn)
  await siti.hears('sudah selesai atau sudah dihapus')
  expect(siti.screen().join('\n')).not.toContain('kita lanjutkan')
})

test('Tidak on a second greeting never says that nothing is stored while answers are', async () => {
  const siti = await house.citizen('Siti')
  await siti.opens('pkm-muara-tebo')
  await siti.hears('Selamat datang')
  const decline = await siti.remembers('Tidak')
  await siti.opens('pkm-muara-tebo')
  await siti.hears('Selamat datang')
  await siti.presses('Setuju')
  await siti.hears('1 dari 16')
  await siti.presses('Rawat jalan')
  await siti.hears('2 dari 16')
  await siti.pressesOld(decline)
  await siti.hears('Jawaban Bapak/Ibu masih tersimpan')
  expect(siti.screen().join('\n')).not.toContain('tidak ada yang disimpan')
  await siti.presses('Hapus jawaban')
  await siti.hears('sudah dihapus')
  expect(await house.database.client.draft.count()).toBe(0)
})

test('Mulai dari awal that comes twice ends with the first question before the person', async () => {
  const siti = await house.citizen('Siti')
  await begins(siti)
  await siti.presses('Rawat jalan')
  await siti.hears('2 dari 16')
  await siti.says('/start')
  await siti.hears('belum selesai')
  await siti.presses('Mulai dari awal')
  await siti.hears('1 dari 16')
  // As after a crash between the commit and the reply: nobody remembers what was said.
  await house.restartsBot()
  await siti.does({ do: 'redeliver-last-update' })
  await siti.hears('1 dari 16')
  expect(await house.database.client.draft.count()).toBe(1)
})

test('Kirim whose thanks were lost in a crash does not stay before the person as if nothing had been', async () => {
  const siti = await house.citizen('Siti')
  await begins(siti)
  await answersProfile(siti)
  await answersElements(siti)
  await siti.presses('Lewati')
  await siti.hears('Periksa jawaban')
  const send = await siti.remembers('Kirim')
  // The process dies when the response is stored and nothing has been said.
  const [draft] = await house.database.client.draft.findMany()
  await house.restartsBot()
  await house.database.client.draft.delete({ where: { id: draft?.id ?? '' } })
  await siti.pressesOld(send)
  await siti.hears('sudah selesai atau sudah dihapus')
  expect(siti.buttons()).not.toContain('📨 Kirim')
})

test('a person new to the bot is told when the database fails', async () => {
  const { client } = house.database
  const siti = await house.citizen('Siti')
  await client.$executeRawUnsafe('ALTER TABLE "Person" RENAME TO "Elsewhere"')
  await siti.opens('pkm-muara-tebo')
  await siti.hears('Mohon maaf, ada gangguan')
  await client.$executeRawUnsafe('ALTER TABLE "Elsewhere" RENAME TO "Person"')
})
