import { afterEach, beforeEach, expect, test } from 'vitest'
import { staffService } from '../../src/staff/service.ts'
import { staffStore } from '../../src/staff/store.ts'
import { type TestDatabase, testDatabase } from '../database/testDatabase.ts'
import { someNip } from './someNip.ts'

let database: TestDatabase
let staff: ReturnType<typeof staffService>
let units: number[]
beforeEach(async () => {
  database = await testDatabase()
  staff = staffService(staffStore(database))
  units = []
  for (const code of ['a', 'b'])
    units.push((await database.client.unit.create({ data: { code, name: code } })).id)
  const names = [
    'Zainal',
    'arif',
    'Budi_1',
    'Budi 100%',
    ...Array.from({ length: 16 }, (_, n) => `Pegawai ${n}`),
  ]
  await database.client.employee.createMany({
    data: names.map((name, n) => ({
      nip: someNip(n),
      name,
      unitId: units[n % 2] ?? 0,
      employment: 'pns',
      isActive: name !== 'Zainal',
    })),
  })
  const arif = await database.client.employee.findUniqueOrThrow({ where: { nip: someNip(1) } })
  await database.client.employeeAccount.create({ data: { person: 5n, employeeId: arif.id } })
})
afterEach(() => database.cleanup())

const names = async (...given: Parameters<typeof staff.list>) =>
  (await staff.list(...given)).employees.map(({ name }) => name)

test('are listed by name, page by page, without those who have left', async () => {
  const first = await staff.list({}, 0)
  expect(first).toMatchObject({ all: 19, registered: 1, page: 0, pages: 3 })
  expect(first.employees.slice(0, 3)).toMatchObject([
    { name: 'arif', isRegistered: true },
    { isRegistered: false },
    { isRegistered: false },
  ])
  expect(await staff.list({}, 99)).toMatchObject({ page: 2 })
})

test("are found by part of the name in any case or by the beginning of the NIP, in one's own units", async () => {
  expect(await names({ text: 'ARI' }, 0)).toEqual(['arif'])
  expect(await names({ text: someNip(1).slice(0, 8) }, 0)).toEqual(['arif'])
  expect(await names({ text: 'arif', units: [units[0] ?? 0] }, 0)).toEqual([])
  expect(await names({ text: 'arif', units: [units[1] ?? 0] }, 0)).toEqual(['arif'])
  expect(await names({ units: [] }, 0)).toEqual([])
})

test('signs that mean something to the database are only signs', async () => {
  expect(await names({ text: 'budi_' }, 0)).toEqual(['Budi_1'])
  expect(await names({ text: '100%' }, 0)).toEqual(['Budi 100%'])
  expect(await names({ text: "'; DROP TABLE" }, 0)).toEqual([])
  expect(await names({ text: '!' }, 0)).toEqual([])
})

test('ids that no row has find nobody', async () => {
  for (const id of [0, 999, 2 ** 40]) {
    expect(await staff.employee(id)).toBeUndefined()
    expect(await names({ units: [id] }, 0)).toEqual([])
  }
})
