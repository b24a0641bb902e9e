import { afterEach, beforeEach, expect, test } from 'vitest'
import { seedExample } from '../../src/example/seed.ts'
import { seedStaff } from '../../src/example/seedStaff.ts'
import { exampleStaff } from '../../src/example/staff.ts'
import { readNip } from '../../src/staff/nip.ts'
import { type TestDatabase, testDatabase } from '../database/testDatabase.ts'

const NOW = new Date('2026-11-23T01:30:00Z')

let database: TestDatabase
beforeEach(async () => {
  database = await testDatabase()
})
afterEach(() => database.cleanup())

test('the example regency has forty civil servants with sound NIPs, each with a superior or a head', () => {
  const staff = exampleStaff()
  expect(staff).toHaveLength(40)
  expect(new Set(staff.map(({ nip }) => nip)).size).toBe(40)
  for (const { nip, employment } of staff)
    expect(readNip(nip, '2026-11-23')).toMatchObject({ nip: { digits: nip, employment } })
  const nips = new Set(staff.map(({ nip }) => nip))
  expect(staff.filter(({ superior }) => superior === null)).toHaveLength(12)
  expect(staff.every(({ superior }) => superior === null || nips.has(superior))).toBe(true)
  expect(exampleStaff()).toEqual(staff)
})

test('they come into an empty roster, once, and into no other', async () => {
  await seedExample(database, NOW, 'Asia/Jakarta')
  expect(await seedStaff(database, NOW)).toBe(40)
  const before = await database.client.employee.findMany()
  await database.client.employee.update({ where: { id: before[0]?.id ?? 0 }, data: { name: 'Diubah' } })
  expect(await seedStaff(database, NOW)).toBe(40)
  expect(await database.client.employee.findFirst({ where: { name: 'Diubah' } })).not.toBeNull()
})
