import { afterEach, beforeEach, expect, test } from 'vitest'
import { packPress } from '../../src/message/press.ts'
import { maskedNip } from '../../src/staff/nip.ts'
import type { Citizen } from './citizen.ts'
import { type House, suluhHouse } from './house.ts'
import { ARIF, arrives, DEWI, employs, payloadHeard } from './staff.ts'

let house: House
let ratna: Citizen
let ids: number[]
beforeEach(async () => {
  house = await suluhHouse()
  ratna = await arrives(house, 'Ratna', 'admin')
  ids = await employs(house, ARIF, DEWI)
})
afterEach(() => house.close())

async function linkFor(admin: Citizen, role: 'Admin unit' | 'Admin BKPSDM', unit?: string): Promise<string> {
  await admin.says('/peran')
  await admin.hears('Peran di Suluh')
  await admin.presses('Beri peran')
  await admin.hears('Peran apa')
  await admin.presses(role)
  if (unit !== undefined) {
    await admin.hears('unit mana')
    await admin.presses(unit)
  }
  await admin.hears('Berlaku sekali')
  return payloadHeard(admin)
}

async function becomes(name: string, payload: string): Promise<Citizen> {
  const somebody = await arrives(house, name)
  await somebody.opens(payload)
  await somebody.hears('ditawari peran')
  await somebody.presses('Terima peran ini')
  await somebody.hears('kini')
  return somebody
}

test('an admin is made by a link, sees what it means, and can do it from then on', async () => {
  const payload = await linkFor(ratna, 'Admin unit', 'Dinas Kependudukan')
  const budi = await arrives(house, 'Budi')
  await budi.says('/pegawai')
  await budi.hears('hanya untuk admin')
  await budi.opens(payload)
  const offer = await budi.hears('ditawari peran')
  expect(offer.text).toContain('Disdukcapil')
  expect(offer.text).toContain('melihat pegawai unitnya sendiri')
  await budi.presses('Terima peran ini')
  await budi.hears('Bapak/Ibu kini Admin unit')
  await budi.says('/pegawai')
  await budi.hears('Pegawai: 1')
  await budi.presses('Arif Rahman')
  expect((await budi.hears('Belum mendaftar')).text).toContain(maskedNip(ARIF.nip))

  await house.timePasses('2026-11-23T01:31:00Z')
  await ratna.hears('Budi menerima peran')
  expect(await house.database.client.auditEntry.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
    { act: 'role-offered', actor: BigInt(ratna.id), role: 'unit' },
    { act: 'role-accepted', actor: BigInt(budi.id), person: BigInt(budi.id), role: 'unit' },
  ])
})

test('a link works once: for who comes second it is over, also with its button still on the screen', async () => {
  const payload = await linkFor(ratna, 'Admin BKPSDM')
  const late = await arrives(house, 'Terlambat')
  await late.opens(payload)
  await late.hears('ditawari peran')
  await becomes('Citra', payload)
  await late.presses('Terima peran ini')
  await late.hears('sudah dipakai')
  await late.says('/peran')
  await late.hears('hanya untuk admin')
  await late.opens(payload)
  await late.hears('sudah dipakai')
  expect(await house.database.client.roleGrant.count()).toBe(1)
})

test('a link that is too old, withdrawn, one’s own or made up gives nothing', async () => {
  const old = await linkFor(ratna, 'Admin BKPSDM')
  await ratna.opens(old)
  await ratna.hears('buat sendiri')
  const siti = await arrives(house, 'Siti')
  await siti.opens(`role_${'x'.repeat(22)}`)
  await siti.hears('sudah dipakai')
  house.clockShows('2026-11-26T01:30:01Z')
  await siti.opens(old)
  await siti.hears('sudah dipakai')

  const withdrawn = await linkFor(ratna, 'Admin BKPSDM')
  await ratna.says('/peran')
  await ratna.presses('⏳')
  await ratna.presses('Batalkan tautan')
  await ratna.hears('Belum ada peran')
  await siti.opens(withdrawn)
  await siti.hears('sudah dipakai')
})

test('a role that was taken away is gone at once, and so are the links its holder gave', async () => {
  const citra = await becomes('Citra', await linkFor(ratna, 'Admin BKPSDM'))
  const payload = await linkFor(citra, 'Admin unit', 'Dinas Sosial')
  const budi = await arrives(house, 'Budi')
  await budi.opens(payload)
  await budi.hears('ditawari peran')

  await ratna.says('/peran')
  await ratna.presses('Citra')
  await ratna.presses('Cabut peran ini')
  await ratna.hears('Cabut peran')
  await ratna.presses('Ya, cabut')
  await ratna.hearsToast('sudah dicabut')
  await budi.presses('Terima peran ini')
  await budi.hears('sudah dipakai')
  await citra.presses('Daftar peran')
  await citra.hears('hanya untuk admin')
  await house.timePasses('2026-11-23T01:31:00Z')
  await citra.hears('sudah dicabut')
})

test('the personnel office appoints unit admins, and neither its like nor the first admins', async () => {
  const citra = await becomes('Citra', await linkFor(ratna, 'Admin BKPSDM'))
  await citra.says('/peran')
  await citra.presses('Beri peran')
  await citra.hears('Peran apa')
  expect(citra.buttons()).not.toContain('Admin BKPSDM')
  const { message } = await citra.remembers('Admin unit')
  await citra.pressesOld({ message, data: packPress({ do: 'role-offer', role: 'personnel', unit: 0 }) })
  await citra.hearsToast('tidak berwenang')
  await citra.pressesOld({ message, data: packPress({ do: 'role-offer', role: 'king', unit: 0 }) })
  await citra.hearsToast('sudah tidak ada')
  const own = await house.database.client.roleGrant.findFirstOrThrow()
  await citra.pressesOld({ message, data: packPress({ do: 'role-revoke', grant: own.id }) })
  await citra.hearsToast('tidak berwenang')
  expect(await house.database.client.roleGrant.count()).toBe(1)
})

test("a unit's admin has no business with another unit, whatever their buttons say", async () => {
  const budi = await becomes('Budi', await linkFor(ratna, 'Admin unit', 'Dinas Kependudukan'))
  const [arif = 0, dewi = 0] = ids
  const clinic = await house.database.client.unit.findUniqueOrThrow({ where: { code: DEWI.unit } })
  await budi.says('/pegawai dewi')
  await budi.hears('0 pegawai')
  await budi.says('/pegawai')
  const { message } = await budi.remembers('Arif Rahman')
  for (const press of [
    { do: 'staff-member', employee: dewi },
    { do: 'staff-code', employee: dewi },
    { do: 'staff-unlink', employee: dewi },
    { do: 'staff', unit: clinic.id, page: 0 },
    { do: 'staff-unlink', employee: arif },
    { do: 'roles', page: 0 },
    { do: 'role-offer', role: 'unit', unit: clinic.id },
    { do: 'roster-import', version: 0, sure: 1 },
  ] as const) {
    await budi.pressesOld({ message, data: packPress(press) })
    await budi.hearsToast('tidak berwenang')
  }
  expect(await house.database.client.registrationCode.count()).toBe(0)
  await budi.pressesOld({ message, data: packPress({ do: 'staff-code', employee: arif }) })
  await budi.hears('Kode pendaftaran untuk Arif')
})
