import { afterEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from './testDatabase.ts'

let database: TestDatabase
afterEach(() => database.cleanup())

test('a fresh database opens quickly', async () => {
  for (let i = 0; i < 4; i++) {
    const t = performance.now()
    database = await testDatabase()
    const t2 = performance.now()
    await database.client.person.create({ data: { id: 7n } })
    const t3 = performance.now()
    expect(await database.read('SELECT * FROM "Person"', [])).toEqual([
      { id: 7, language: null, isReachable: true },
    ])
    const t4 = performance.now()
    await database.cleanup()
    console.log(t2 - t, t3 - t2, t4 - t3, performance.now() - t4)
  }
})
