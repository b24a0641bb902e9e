import { afterEach, beforeEach, expect, test } from 'vitest'
import { packPress } from '../../src/message/press.ts'
import { groupedNip } from '../../src/staff/nip.ts'
import { someNip } from '../staff/someNip.ts'
import type { Citizen } from './citizen.ts'
import { type House, suluhHouse } from './house.ts'
import { ARIF, arrives, DEWI, employs, sharesPhone } from './staff.ts'
import { begins } from './wholeSurvey.ts'

let house: House
let arif: Citizen
beforeEach(async () => {
  house = await suluhHouse()
  arif = await arrives(house, 'Arif')
  await employs(house, ARIF, DEWI)
})
afterEach(() => house.close())

async function typesNip(citizen: Citizen, nip: string) {
  await citizen.says('/daftar')
  await citizen.hears('Silakan ketik NIP')
  await citizen.says(nip)
  return citizen.hears('mohon buktikan')
}
const accounts = async () =>
  (await house.database.client.employeeAccount.findMany()).map(({ person }) => Number(person))

test('an employee types their NIP, shares their number, and is known from then on', async () => {
  const asked = await typesNip(arif, groupedNip(ARIF.nip))
  expect(asked.text).toContain(groupedNip(ARIF.nip))
  await sharesPhone(arif, ARIF.phone)
  expect((await arif.hears('kini terhubung')).text).toContain('Arif Rahman')
  await arif.says('/daftar')
  const card = await arif.hears('terhubung dengan')
  expect(card.text).toContain(groupedNip(ARIF.nip))
  expect(card.text).toContain('Disdukcapil')
  expect(card.text).toContain('PNS')
})

test('a number that is shared twice is no trouble', async () => {
  await typesNip(arif, ARIF.nip)
  await sharesPhone(arif, ARIF.phone)
  await sharesPhone(arif, ARIF.phone)
  await arif.hears('kini terhubung')
  await arif.hears('kini terhubung')
  expect(await accounts()).toEqual([arif.id])
})

test('who reads English is asked in English', async () => {
  await arif.says('/bahasa')
  await arif.presses('English')
  await arif.hears('English')
  await arif.says('/daftar')
  await arif.hears('Please type your NIP')
  await arif.says('123')
  await arif.hears('a NIP has 18 digits, but this one has 3')
  await arif.says(ARIF.nip)
  await arif.hears('please prove')
  await sharesPhone(arif, ARIF.phone)
  await arif.hears('now linked with your personnel record')
})

test('a NIP against the rule is told kindly what is wrong with it, and asked for again', async () => {
  await arif.says('/daftar')
  await arif.hears('Silakan ketik NIP')
  await arif.says('saya lupa')
  await arif.hears('NIP hanya terdiri atas angka')
  await arif.says('12345')
  await arif.hears('sedangkan ini 5 angka')
  await arif.says('198613262015051001')
  await arif.hears('tanggal lahir')
  await arif.says(ARIF.nip)
  await arif.hears('mohon buktikan')
})

test("somebody else's contact, a stranger's number and a NIP that nobody has prove nothing", async () => {
  const thief = await arrives(house, 'Pencuri')
  await typesNip(thief, ARIF.nip)
  await sharesPhone(thief, ARIF.phone, arif.id)
  await thief.hears('bukan nomor akun Telegram Bapak/Ibu sendiri')
  await sharesPhone(thief, ARIF.phone, null)
  await thief.hears('bukan nomor akun Telegram Bapak/Ibu sendiri')
  await sharesPhone(thief, '6281200000000')
  const known = await thief.hears('Data belum cocok')

  await typesNip(thief, someNip(77))
  await sharesPhone(thief, '6281200000000')
  const unknown = await thief.hears('Data belum cocok')
  expect(unknown.text).toBe(known.text)
  expect(await accounts()).toEqual([])
  expect(house.log.join('\n')).not.toContain(ARIF.nip)
})

test('guessed codes end after five tries, and an hour later there are five more', async () => {
  await typesNip(arif, DEWI.nip)
  for (const guess of ['ABCD-EFGH', 'ABCDEFGJ', 'abcd efgk', 'ABCDEFGM', 'ABCDEFGN']) {
    await arif.says(guess)
    await arif.hears('Data belum cocok')
  }
  await arif.says('ABCDEFGP')
  await arif.hears('Terlalu banyak percobaan')
  house.clockShows('2026-11-23T02:31:00Z')
  await typesNip(arif, DEWI.nip)
  await arif.says('ABCDEFGP')
  await arif.hears('Data belum cocok')
})

test("a code from the unit's admin proves it, also after a restart in between", async () => {
  const ratna = await arrives(house, 'Ratna', 'admin')
  await ratna.says('/pegawai dewi')
  await ratna.hears('1 pegawai')
  await ratna.presses('Dewi Lestari')
  await ratna.hears('Belum mendaftar')
  await ratna.presses('Buat kode pendaftaran')
  const code = (await ratna.hears('Kode pendaftaran untuk')).text?.match(/[A-Z0-9]{4}-[A-Z0-9]{4}/)?.[0] ?? ''

  const dewi = await arrives(house, 'Dewi')
  await typesNip(dewi, DEWI.nip)
  await house.restartsBot()
  await dewi.says(code.toLowerCase())
  await dewi.hears('kini terhubung')
  expect(await accounts()).toEqual([dewi.id])

  const thief = await arrives(house, 'Pencuri')
  await typesNip(thief, DEWI.nip)
  await thief.says(code)
  await thief.hears('Data belum cocok')
})

test('with a new phone the account moves, and the old one is told', async () => {
  await typesNip(arif, ARIF.nip)
  await sharesPhone(arif, ARIF.phone)
  await arif.hears('kini terhubung')
  const second = await arrives(house, 'Arif yang baru')
  await typesNip(second, ARIF.nip)
  await sharesPhone(second, ARIF.phone)
  await second.hears('kini terhubung')
  await house.timePasses('2026-11-23T01:31:00Z')
  await arif.hears('akun Telegram lain')
  await arif.says('/daftar')
  await arif.hears('Silakan ketik NIP')
  expect(await accounts()).toEqual([second.id])
})

test('who unlinks is nobody in particular again; a second press does no harm', async () => {
  await typesNip(arif, ARIF.nip)
  await sharesPhone(arif, ARIF.phone)
  await arif.hears('kini terhubung')
  await arif.says('/daftar')
  await arif.presses('Putuskan akun ini')
  await arif.presses('Tidak jadi')
  await arif.hears('terhubung dengan')
  await arif.presses('Putuskan akun ini')
  const old = await arif.remembers('Ya, putuskan')
  await arif.presses('Ya, putuskan')
  await arif.hears('sudah diputuskan')
  expect(await accounts()).toEqual([])
  await arif.pressesOld(old)
  await arif.hears('belum terhubung')
})

test('who cancels is asked nothing more; what they type then is a search again', async () => {
  await typesNip(arif, ARIF.nip)
  await arif.says('/batal')
  await arif.hears('Pendaftaran dibatalkan')
  await sharesPhone(arif, ARIF.phone)
  await arif.says(ARIF.nip)
  await arif.hears('Tempat layanan dengan nama')
  expect(await accounts()).toEqual([])
})

test('registering in the middle of a survey leaves both as they are', async () => {
  await begins(arif)
  await arif.presses('Rawat jalan')
  await arif.hears('2 dari 16')
  await typesNip(arif, ARIF.nip)
  await arif.says('perempuan')
  await arif.hears('3 dari 16')
  await sharesPhone(arif, ARIF.phone)
  await arif.hears('kini terhubung')
  await arif.says('35')
  await arif.hears('4 dari 16')
  expect(await house.database.client.draftAnswer.count()).toBe(3)
})

test('what was begun an hour ago is over', async () => {
  await typesNip(arif, ARIF.nip)
  house.clockShows('2026-11-23T02:30:00Z')
  await sharesPhone(arif, ARIF.phone)
  await arif.says(ARIF.nip)
  await arif.hears('Tempat layanan dengan nama')
  expect(await accounts()).toEqual([])
})

test('a forged button unlinks nobody', async () => {
  const [, dewi] = await house.database.client.employee.findMany()
  const { id = 0 } = arif.messages().at(-1) ?? {}
  await arif.pressesOld({ message: id, data: packPress({ do: 'staff-unlink', employee: dewi?.id ?? 0 }) })
  await arif.hears('hanya untuk admin')
  await arif.pressesOld({ message: id, data: packPress({ do: 'staff-member', employee: 999_999 }) })
  await arif.hears('hanya untuk admin')
})
