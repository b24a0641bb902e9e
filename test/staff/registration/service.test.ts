import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keyedHash } from '../../../src/keyedHash.ts'
import { type Registrations, registrationService } from '../../../src/staff/registration/service.ts'
import { registrationStore } from '../../../src/staff/registration/store.ts'
import { staffService } from '../../../src/staff/service.ts'
import { staffStore } from '../../../src/staff/store.ts'
import { type TestDatabase, testDatabase } from '../../database/testDatabase.ts'
import { someNip } from '../someNip.ts'

const [ARIF, ADMIN, THIEF] = [11, 12, 13]
const NIP = someNip(0)
const OWN = { phone: '+6281234567890', isOwn: true }

let database: TestDatabase
let now: Date
let registrations: Registrations
let staff: ReturnType<typeof staffService>
beforeEach(async () => {
  database = await testDatabase()
  now = new Date('2026-11-23T01:30:00Z')
  await database.client.unit.create({ data: { code: 'dinsos', name: 'Dinas Sosial' } })
  await employ(NIP, '6281234567890')
  const store = staffStore(database)
  staff = staffService(store)
  let drawn = 0
  registrations = registrationService({
    store: registrationStore(database),
    staff: store,
    hash: keyedHash('secret'),
    randomBelow: (limit) => {
      drawn += 5
      return drawn % limit
    },
    clock: { now: () => now },
    timeZone: 'Asia/Jakarta',
  })
})
afterEach(() => database.cleanup())

async function employ(nip: string, phone: string | null) {
  const unit = await database.client.unit.findFirstOrThrow()
  return database.client.employee.create({
    data: { nip, name: 'Arif', unitId: unit.id, phone, employment: 'pns' },
  })
}
const says = async (person: number, nip = NIP) => {
  await registrations.begin(person)
  await registrations.takeNip(person, nip)
}
const codeFor = async (nip = NIP) => {
  const employee = await staffStore(database).byNip(nip)
  if (!employee) throw new Error('nobody')
  return (await registrations.issueCode(ADMIN, employee)).code
}
const minutes = (count: number) => {
  now = new Date(now.getTime() + count * 60_000)
}

test('the number that Telegram vouches for proves it', async () => {
  await says(ARIF)
  expect(await registrations.proveByPhone(ARIF, OWN)).toMatchObject({
    type: 'linked',
    employee: { nip: NIP },
  })
  expect(await staff.employeeOf(ARIF)).toMatchObject({ nip: NIP })
  expect(await registrations.opened(ARIF)).toBeUndefined()
})

test("a code of the unit's admin proves it, once", async () => {
  const code = await codeFor()
  await says(ARIF)
  expect(await registrations.proveByCode(ARIF, code.toLowerCase())).toMatchObject({ type: 'linked' })
  await says(THIEF)
  expect(await registrations.proveByCode(THIEF, code)).toEqual({ type: 'no-match' })
  expect(await staff.employeeOf(ARIF)).toBeDefined()
})

test('of two who use a code at the same moment one has it', async () => {
  const code = await codeFor()
  await says(ARIF)
  await says(THIEF)
  const both = await Promise.all([
    registrations.proveByCode(ARIF, code),
    registrations.proveByCode(THIEF, code),
  ])
  expect(both.map(({ type }) => type).sort()).toEqual(['linked', 'no-match'])
  expect(await database.client.employeeAccount.count()).toBe(1)
})

test('a code lasts seven days, and a new one takes its place', async () => {
  const old = await codeFor()
  const code = await codeFor()
  await says(ARIF)
  expect(await registrations.proveByCode(ARIF, old)).toEqual({ type: 'no-match' })
  minutes(7 * 24 * 60)
  await says(ARIF)
  expect(await registrations.proveByCode(ARIF, code)).toEqual({ type: 'no-match' })
})

test('a code is for one employee only', async () => {
  const other = someNip(5)
  await employ(other, null)
  const code = await codeFor(other)
  await says(ARIF)
  expect(await registrations.proveByCode(ARIF, code)).toEqual({ type: 'no-match' })
})

describe('all of this sounds the same', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['a NIP that nobody has', () => says(ARIF, someNip(9))],
    [
      'an employee who has left',
      async () => {
        await database.client.employee.updateMany({ data: { isActive: false } })
        await says(ARIF)
      },
    ],
    [
      'an employee without a number',
      async () => {
        await database.client.employee.updateMany({ data: { phone: null } })
        await says(ARIF)
      },
    ],
    [
      'an employee of another number',
      async () => {
        await database.client.employee.updateMany({ data: { phone: '6281299999999' } })
        await says(ARIF)
      },
    ],
  ])('%s', async (_, begin) => {
    await begin()
    expect(await registrations.proveByPhone(ARIF, OWN)).toEqual({ type: 'no-match' })
    expect(await registrations.proveByCode(ARIF, 'ABCDEFGH')).toEqual({ type: 'no-match' })
    expect(await database.client.employeeAccount.count()).toBe(0)
  })
})

test("somebody else's contact proves nothing, whatever number is in it", async () => {
  await says(THIEF)
  expect(await registrations.proveByPhone(THIEF, { ...OWN, isOwn: false })).toEqual({ type: 'not-own' })
})

test('five tries an hour, then no more, not even with the right code', async () => {
  const code = await codeFor()
  await says(ARIF)
  for (let tries = 0; tries < 5; tries += 1)
    expect(await registrations.proveByCode(ARIF, 'ABCDEFGH')).toEqual({ type: 'no-match' })
  expect(await registrations.proveByCode(ARIF, code)).toEqual({ type: 'too-many' })
  expect(await registrations.proveByPhone(ARIF, OWN)).toEqual({ type: 'too-many' })
  minutes(59)
  expect(await registrations.proveByCode(ARIF, code)).toEqual({ type: 'too-many' })
  minutes(2)
  await says(ARIF)
  expect(await registrations.proveByCode(ARIF, code)).toMatchObject({ type: 'linked' })
})

test('many accounts together have five tries at one NIP, and cannot shut out whose number it is', async () => {
  const thieves = Array.from({ length: 12 }, (_, n) => 100 + n)
  for (const thief of thieves) await says(thief)
  const tried = await Promise.all(thieves.map((thief) => registrations.proveByCode(thief, 'ABCDEFGH')))
  expect(tried.filter(({ type }) => type === 'no-match').length).toBeLessThanOrEqual(5)
  const next = await says(THIEF).then(() => registrations.proveByCode(THIEF, 'ABCDEFGH'))
  expect(['no-match', 'too-many']).toContain(next.type)
  await says(ARIF)
  expect(await registrations.proveByPhone(ARIF, OWN)).toMatchObject({ type: 'linked' })
})

test('a new account takes the place of the old one, and tells which that was', async () => {
  await says(ARIF)
  await registrations.proveByPhone(ARIF, OWN)
  await says(99)
  expect(await registrations.proveByPhone(99, OWN)).toMatchObject({ type: 'linked', movedFrom: ARIF })
  expect(await staff.employeeOf(ARIF)).toBeUndefined()
})

test('an account is of one employee, until they leave', async () => {
  const other = someNip(5)
  await employ(other, '6281234567890')
  await says(ARIF)
  await registrations.proveByPhone(ARIF, OWN)
  await says(ARIF, other)
  expect(await registrations.proveByPhone(ARIF, OWN)).toEqual({ type: 'taken' })
  await database.client.employee.update({ where: { nip: NIP }, data: { isActive: false } })
  expect(await staff.employeeOf(ARIF)).toBeUndefined()
  expect(await registrations.proveByPhone(ARIF, OWN)).toMatchObject({
    type: 'linked',
    employee: { nip: other },
  })
})

test('nothing is proved that was not begun, or was begun an hour ago', async () => {
  expect(await registrations.proveByPhone(ARIF, OWN)).toEqual({ type: 'nothing' })
  await registrations.begin(ARIF)
  expect(await registrations.proveByPhone(ARIF, OWN)).toEqual({ type: 'nothing' })
  await says(ARIF)
  minutes(60)
  expect(await registrations.proveByPhone(ARIF, OWN)).toEqual({ type: 'nothing' })
})

test('neither codes nor who tried stand in the database', async () => {
  const code = await codeFor()
  await says(ARIF)
  await registrations.proveByCode(ARIF, 'ABCDEFGH')
  const [codes, tries] = await Promise.all([
    database.client.registrationCode.findMany(),
    database.client.proofAttempt.findMany(),
  ])
  expect(JSON.stringify(codes)).not.toContain(code)
  expect(tries).toHaveLength(2)
  expect(JSON.stringify(tries)).not.toContain(NIP)
})

test('old tries are forgotten', async () => {
  await says(ARIF)
  await registrations.proveByCode(ARIF, 'ABCDEFGH')
  minutes(61)
  await says(THIEF)
  await registrations.proveByPhone(THIEF, OWN)
  expect(await database.client.proofAttempt.count()).toBe(1)
})
