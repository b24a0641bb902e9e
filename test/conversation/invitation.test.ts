import { afterEach, beforeEach, expect, test } from 'vitest'
import { packPress } from '../../src/message/press.ts'
import { beginsSurvey, publishes } from './answersSurvey.ts'
import type { Citizen } from './citizen.ts'
import { type House, suluhHouse } from './house.ts'

let house: House
let siti: Citizen
beforeEach(async () => {
  house = await suluhHouse()
  siti = await house.citizen('Siti')
  await siti.opens()
  await siti.hears('Selamat datang')
})
afterEach(() => house.close())

const consents = () => house.database.client.consent.findMany()
const personOf = ({ id }: Citizen) => house.database.client.person.findUnique({ where: { id: BigInt(id) } })

async function answers(citizen: Citizen) {
  await publishes(house, [{ type: 'text', name: 'kesan', label: { id: 'Bagaimana kesan Bapak/Ibu?' } }])
  await beginsSurvey(citizen)
  await citizen.hears('1 dari 1')
  await citizen.says('Baik')
  await citizen.hears('Periksa jawaban')
  await citizen.presses('Kirim')
  await citizen.hears('Terima kasih atas partisipasi')
}

test('whoever types /undangan is told what they would be sent, and agrees with one press', async () => {
  await siti.says('/undangan')
  expect((await siti.hears('Undangan survei')).text).toContain('Paling banyak 2 undangan dalam seminggu')
  await siti.presses('Ya, undang saya')
  await siti.hears('Terima kasih. Bapak/Ibu akan kami undang')
  const [consent] = await consents()
  expect(consent).toEqual({ purpose: 'invitation', person: BigInt(siti.id), version: 1, month: '2026-11' })
})

test('a civil servant says role, kecamatan and office, and finds them by typing', async () => {
  await siti.says('/undangan')
  await siti.presses('Ya, undang saya')
  await siti.presses('ASN')
  await siti.hears('Di kecamatan mana')
  await siti.says('kec. rimbo bujang')
  await siti.presses('Rimbo Bujang')
  await siti.hears('Di kantor mana')
  await siti.says('dukcapil')
  await siti.presses('Kependudukan')
  const card = await siti.hears('Bapak/Ibu setuju diundang')
  expect(card.text).toContain('ASN')
  expect(card.text).toContain('Kecamatan: Rimbo Bujang')
  expect(card.text).toMatch(/Kantor: .*Kependudukan/)
  expect(await personOf(siti)).toMatchObject({ role: 'asn', district: 'Rimbo Bujang' })
})

test('a citizen is not asked for an office, and both questions may be left out', async () => {
  await siti.says('/undangan')
  await siti.presses('Ya, undang saya')
  await siti.presses('Warga')
  await siti.hears('Di kecamatan mana')
  await siti.presses('Lewati')
  const card = await siti.hears('Bapak/Ibu setuju diundang')
  expect(card.text).toContain('Kecamatan: belum diisi')
  expect(card.text).not.toContain('Kantor')
  expect(siti.buttons()).not.toContain('Ubah kantor')
})

test('what somebody said of themselves can be changed, and an office goes with the role', async () => {
  await siti.says('/undangan')
  await siti.presses('Ya, undang saya')
  await siti.presses('ASN')
  await siti.hears('Di kecamatan mana')
  await siti.presses('Lewati')
  await siti.hears('Di kantor mana')
  await siti.says('puskesmas')
  await siti.presses('Puskesmas')
  await siti.hears('setuju diundang')
  await siti.presses('Ubah: warga atau ASN')
  await siti.presses('Warga')
  await siti.hears('Sebagai: Warga')
  expect(await personOf(siti)).toMatchObject({ role: 'citizen', unitId: null })
  // An old button gives no office to somebody who has none.
  const { id } = await house.database.client.unit.findFirstOrThrow()
  const message = siti.messages().at(-1)?.id ?? 0
  await siti.pressesOld({ message, data: packPress({ do: 'set-office', unit: id, next: 0 }) })
  await siti.says('/bantuan')
  await siti.hears('Cara mengisi')
  expect(await personOf(siti)).toMatchObject({ unitId: null })
})

test('stopping takes the consent away with all that was said for it', async () => {
  await siti.says('/undangan')
  await siti.presses('Ya, undang saya')
  await siti.presses('Warga')
  await siti.says('/undangan')
  await siti.presses('Hentikan undangan')
  await siti.hears('Undangan sudah dihentikan')
  expect(await consents()).toEqual([])
  expect(await personOf(siti)).toMatchObject({ role: null, district: null, unitId: null })
  // A button from before says how things stand now, and brings nothing back.
  const message = siti.messages().at(-1)?.id ?? 0
  await siti.pressesOld({ message, data: packPress({ do: 'set-role', role: 'asn', next: 0 }) })
  await siti.hears('Apakah Bapak/Ibu bersedia diundang')
  expect(await personOf(siti)).toMatchObject({ role: null })
})

test('agreeing again ends the silence', async () => {
  await house.database.client.person.create({ data: { id: BigInt(siti.id), isSilent: true } })
  await siti.says('/undangan')
  await siti.presses('Ya, undang saya')
  await siti.hears('akan kami undang')
  expect(await personOf(siti)).toMatchObject({ isSilent: false })
})

test('after the thanks everybody is asked once; who declined is not asked again, and nothing says who it was', async () => {
  await answers(siti)
  await siti.hears('Apakah Bapak/Ibu bersedia diundang')
  await siti.presses('Tidak, terima kasih')
  await siti.hears('tidak akan kami undang')
  expect(await personOf(siti)).toBeNull()
  expect(await consents()).toEqual([])
  const marks = await house.database.client.participation.findMany()
  expect(JSON.stringify(marks)).not.toContain(String(siti.id))

  // In the next period the same survey is answered once more, by a bot that remembers nothing.
  house.clockShows('2027-02-01T02:00:00Z')
  await house.restartsBot()
  await answers(siti)
  await siti.says('/bantuan')
  await siti.hears('Cara mengisi')
  expect(siti.screen().filter((text) => text.includes('bersedia diundang'))).toHaveLength(0)
})

test('who agreed is not asked after the thanks, nor who wants silence', async () => {
  await siti.says('/undangan')
  await siti.presses('Ya, undang saya')
  await siti.hears('akan kami undang')
  await answers(siti)
  const budi = await house.citizen('Budi')
  await house.database.client.person.create({ data: { id: BigInt(budi.id), isSilent: true } })
  await answers(budi)
  for (const citizen of [siti, budi]) {
    await citizen.says('/bantuan')
    await citizen.hears('Cara mengisi')
    expect(citizen.screen().filter((text) => text.includes('bersedia diundang'))).toHaveLength(0)
  }
})
