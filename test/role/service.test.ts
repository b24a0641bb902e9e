import { afterEach, beforeEach, expect, test } from 'vitest'
import { keyedHash } from '../../src/keyedHash.ts'
import { rightsService } from '../../src/role/rightsService.ts'
import { type Roles, roleService } from '../../src/role/service.ts'
import { roleStore } from '../../src/role/store.ts'
import { type TestDatabase, testDatabase } from '../database/testDatabase.ts'

const [RATNA, OFFICE, DEWI, SITI] = [1, 2, 3, 4]
const OF_UNIT_7 = { role: 'unit', unitId: 7 } as const
const OF_OFFICE = { role: 'personnel', unitId: 0 } as const

let database: TestDatabase
let now: Date
let firsts: Set<number>
let roles: Roles
let rights: ReturnType<typeof rightsService>
beforeEach(async () => {
  database = await testDatabase()
  now = new Date('2026-11-23T01:30:00Z')
  firsts = new Set([RATNA])
  const store = roleStore(database)
  rights = rightsService({
    store,
    isFirst: (person) => firsts.has(person),
    employeeOf: async () => undefined,
  })
  let made = 0
  const randomCode = () => `code-${++made}`
  roles = roleService({ store, rights, hash: keyedHash('secret'), randomCode, clock: { now: () => now } })
})
afterEach(() => database.cleanup())

async function offered(actor: number, role: Parameters<Roles['offer']>[1]): Promise<string> {
  const made = await roles.offer(actor, role)
  if ('problem' in made) throw new Error(made.problem)
  return made.code
}
const appoint = async (person: number, role: Parameters<Roles['offer']>[1], by = RATNA) =>
  roles.accept(person, `Orang ${person}`, await offered(by, role))
const acts = async () =>
  (await database.client.auditEntry.findMany({ orderBy: { id: 'asc' } })).map(({ act, actor, person }) =>
    `${act} ${actor} ${person ?? ''}`.trim(),
  )

test('a link gives a role once, to the first who takes it', async () => {
  const code = await offered(RATNA, OF_UNIT_7)
  expect(await roles.open(DEWI, code)).toMatchObject({ type: 'offered', offer: { role: 'unit', unitId: 7 } })
  const [one, other] = await Promise.all([roles.accept(DEWI, 'Dewi', code), roles.accept(SITI, 'Siti', code)])
  expect([one.isTaken, other.isTaken].filter(Boolean)).toHaveLength(1)
  expect(await database.client.roleGrant.count()).toBe(1)
  expect(await roles.open(SITI, code)).toEqual({ type: 'gone' })
  expect((await acts())[0]).toBe('role-offered 1')
  expect((await acts())[1]).toMatch(/^role-accepted [34] [34]$/)
})

test('the code is nowhere in the database', async () => {
  await offered(RATNA, OF_UNIT_7)
  expect(
    JSON.stringify(await database.read('SELECT * FROM "RoleOffer"', []), (_, value) =>
      typeof value === 'bigint' ? Number(value) : value,
    ),
  ).not.toContain('code-1')
})

test('a link is worth nothing after three days', async () => {
  const code = await offered(RATNA, OF_UNIT_7)
  now = new Date('2026-11-26T01:29:59Z')
  expect(await roles.open(DEWI, code)).toMatchObject({ type: 'offered' })
  now = new Date('2026-11-26T01:30:00Z')
  expect(await roles.accept(DEWI, 'Dewi', code)).toEqual({ type: 'gone', isTaken: false })
})

test('a link is worth nothing once it was withdrawn, or its giver may not give it any more', async () => {
  const withdrawn = await offered(RATNA, OF_UNIT_7)
  const [offer] = (await roles.list()).offers
  expect(await roles.withdraw(RATNA, offer?.id ?? 0)).toBe(true)
  expect(await roles.open(DEWI, withdrawn)).toEqual({ type: 'gone' })

  const ofNobody = await offered(RATNA, OF_UNIT_7)
  firsts.delete(RATNA)
  expect(await roles.accept(DEWI, 'Dewi', ofNobody)).toEqual({ type: 'gone', isTaken: false })
})

test('with a dismissed admin go the links they gave', async () => {
  await appoint(OFFICE, OF_OFFICE)
  const code = await offered(OFFICE, OF_UNIT_7)
  const [grant] = (await roles.list()).grants
  expect(await roles.revoke(RATNA, grant?.id ?? 0)).toMatchObject({ person: OFFICE })
  expect(await roles.accept(DEWI, 'Dewi', code)).toEqual({ type: 'gone', isTaken: false })
  expect(await rights.of(OFFICE)).toMatchObject({ isPersonnel: false })
  expect(await acts()).toContain('role-revoked 1 2')
})

test('the giver cannot take their own link, and who has the role already does not use it up', async () => {
  await appoint(DEWI, OF_UNIT_7)
  const code = await offered(RATNA, OF_UNIT_7)
  expect(await roles.accept(RATNA, 'Ratna', code)).toEqual({ type: 'own', isTaken: false })
  expect(await roles.accept(DEWI, 'Dewi', code)).toMatchObject({ type: 'held', isTaken: false })
  expect(await roles.accept(SITI, 'Siti', code)).toMatchObject({ isTaken: true })
})

test('nobody gives or takes more than they may', async () => {
  await appoint(OFFICE, OF_OFFICE)
  await appoint(DEWI, OF_UNIT_7, OFFICE)
  expect(await roles.offer(OFFICE, OF_OFFICE)).toEqual({ problem: 'not-allowed' })
  expect(await roles.offer(DEWI, OF_UNIT_7)).toEqual({ problem: 'not-allowed' })
  expect(await roles.offer(SITI, OF_UNIT_7)).toEqual({ problem: 'not-allowed' })
  const { grants } = await roles.list()
  const office = grants.find(({ role }) => role === 'personnel')
  expect(await roles.revoke(OFFICE, office?.id ?? 0)).toBeUndefined()
  expect(await roles.revoke(DEWI, office?.id ?? 0)).toBeUndefined()
  expect(await rights.of(OFFICE)).toMatchObject({ isPersonnel: true })
  expect(await rights.of(DEWI)).toMatchObject({ isPersonnel: false, units: new Set([7]) })
})

test('ids that no row has are of no use', async () => {
  for (const id of [0, 77, 2 ** 40]) {
    expect(await roles.revoke(RATNA, id)).toBeUndefined()
    expect(await roles.withdraw(RATNA, id)).toBe(false)
  }
})

test('the personnel office is of no unit, whatever a forged button says', async () => {
  await appoint(OFFICE, { role: 'personnel', unitId: 9 })
  expect((await roles.list()).grants).toMatchObject([{ role: 'personnel', unitId: 0 }])
})

test('one admin has no more than fifty links open', async () => {
  for (let made = 0; made < 50; made += 1) await offered(RATNA, OF_UNIT_7)
  expect(await roles.offer(RATNA, OF_UNIT_7)).toEqual({ problem: 'too-many' })
})

test('a role that only another version knows gives nothing', async () => {
  await database.client.roleGrant.create({ data: { person: 5n, role: 'king', name: 'Raja', grantedBy: 1n } })
  expect(await rights.of(5)).toEqual({ isFirst: false, isPersonnel: false, units: new Set() })
  expect((await roles.list()).grants).toEqual([])
})
