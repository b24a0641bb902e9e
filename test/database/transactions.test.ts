import { existsSync, readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { insertAnswer, openExampleDraft } from './example.ts'
import { type TestDatabase, testDatabase, testEngine } from './testDatabase.ts'

let database: TestDatabase
let statements: string[]
beforeEach(async () => {
  statements = []
  database = await testDatabase({ onStatement: (sql) => statements.push(sql) })
})
afterEach(() => database.cleanup())

const isLinux = existsSync('/proc/self/fd')
const openFiles = () => readdirSync('/proc/self/fd').length

describe.runIf(isLinux)('after thousands of transactions', () => {
  test('no file stays open and every setting still holds', { timeout: 60_000 }, async () => {
    const { client } = database
    await client.$transaction([client.person.count()])
    const before = openFiles()

    for (let i = 0; i < 1000; i++) {
      await client.$transaction(async (transaction) => {
        await transaction.person.create({ data: { id: i } })
      })
      await client.$transaction([
        client.person.update({ where: { id: i }, data: { language: 'id' } }),
        client.person.count(),
      ])
      await client.unit.create({
        data: {
          code: `unit-${i}`,
          name: 'Unit',
          services: { create: { code: 'ktp', name: 'KTP', position: 0 } },
        },
      })
    }

    expect(openFiles() - before).toBeLessThanOrEqual(testEngine === 'sqlite' ? 0 : 5)
    expect(await client.service.count()).toBe(1000)
    if (testEngine === 'sqlite') await expectSettings(database)
  })
})

async function expectSettings({ read }: TestDatabase) {
  const settings = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, secure_delete: 1, timeout: 5000 }
  for (const pragma of ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'busy_timeout']) {
    const [row] = await read(`PRAGMA ${pragma}`, [])
    expect(settings).toMatchObject(row ?? { [pragma]: 'unknown' })
  }
}

test('what others write during a transaction survives when it is undone', async () => {
  const { client, write } = database
  const draft = await openExampleDraft(database)
  const others: Promise<unknown>[] = []

  const undone = client.$transaction(async (transaction) => {
    await transaction.person.create({ data: { id: 1 } })
    others.push(
      write(insertAnswer, [draft, 0, 100, 'u1', '4', false]),
      client.person.create({ data: { id: 2 } }),
      client.$transaction([client.person.create({ data: { id: 3 } })]),
    )
    await transaction.person.create({ data: { id: 4 } })
    throw new Error('changed my mind')
  })
  await expect(undone).rejects.toThrow('changed my mind')
  await Promise.all(others)

  const people = await client.person.findMany({ orderBy: { id: 'asc' } })
  expect(people.map(({ id }) => id)).toEqual([2n, 3n])
  expect(await client.draftAnswer.count()).toBe(1)
})

test('nobody reads what a transaction has not yet decided', async () => {
  const { client, read } = database
  let seen: Promise<unknown[]>[] = []
  await client
    .$transaction(async (transaction) => {
      await transaction.person.create({ data: { id: 1 } })
      seen = [read('SELECT * FROM "Person"', []), client.person.findMany()]
      await transaction.person.count()
      throw new Error('undone')
    })
    .catch(() => {})
  expect(await Promise.all(seen)).toEqual([[], []])
})

test('many transactions at once take turns and none is lost', async () => {
  const { client } = database
  await client.unit.create({ data: { code: 'dukcapil', name: 'Dinas', population: 0 } })
  await Promise.all(
    Array.from({ length: 60 }, () =>
      client.$transaction(async (transaction) => {
        await transaction.unit.updateMany({ data: { population: { increment: 1 } } })
        await transaction.unit.findFirst()
      }),
    ),
  )
  expect(await client.unit.findFirst()).toMatchObject({ population: 60 })
})

test('a transaction that takes too long is undone, and the database goes on', async () => {
  const { client } = database
  const slow = client.$transaction(
    async (transaction) => {
      await transaction.person.create({ data: { id: 1 } })
      await new Promise((resolve) => setTimeout(resolve, 60))
      await transaction.person.create({ data: { id: 2 } })
    },
    { timeout: 20 },
  )
  const others = Promise.all([client.person.create({ data: { id: 3 } }), database.read('SELECT 1', [])])
  await expect(slow).rejects.toThrow(/timeout|expired|closed/i)
  await others
  expect(await client.person.findMany()).toMatchObject([{ id: 3n }])
})

test.runIf(testEngine === 'sqlite')(
  'a transaction that waited too long for its turn leaves nothing behind',
  async () => {
    const { client } = database
    await client.$transaction(async (transaction) => {
      await transaction.person.create({ data: { id: 1 } })
      const impatient = client.$transaction((other) => other.person.create({ data: { id: 2 } }), {
        maxWait: 20,
      })
      await expect(impatient).rejects.toThrow(/unable to start a transaction/i)
    })
    await client.person.create({ data: { id: 3 } })
    expect(await client.person.findMany()).toMatchObject([{ id: 1n }, { id: 3n }])
  },
)

describe.runIf(testEngine === 'sqlite')(
  'when SQLite itself gives a transaction up, as with a full disk',
  () => {
    const giveUp = 'INSERT OR ROLLBACK INTO "Person" ("id") VALUES (1)'
    beforeEach(() => database.client.person.create({ data: { id: 1 } }))

    test('the rest of it is not stored either', async () => {
      const given = database.client.$transaction(async (transaction) => {
        await transaction.person.create({ data: { id: 2 } })
        await transaction.$executeRawUnsafe(giveUp).catch(() => {})
        await transaction.person.create({ data: { id: 3 } })
      })
      await expect(given).rejects.toThrow()
      expect(await database.client.person.count()).toBe(1)
    })

    test('its end is not reported as success', async () => {
      const given = database.client.$transaction(async (transaction) => {
        await transaction.person.create({ data: { id: 2 } })
        await transaction.$executeRawUnsafe(giveUp).catch(() => {})
      })
      await expect(given).rejects.toThrow(/given up/)
      expect(await database.client.person.count()).toBe(1)
    })

    test('writes that shared it are told so', async () => {
      const results = await Promise.allSettled([
        database.write('INSERT INTO "Person" ("id") VALUES (?)', [2]),
        database.write(giveUp, []),
        database.write('INSERT INTO "Person" ("id") VALUES (?)', [3]),
      ])
      expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
      expect(await database.client.person.count()).toBe(1)
      expect(await database.write('INSERT INTO "Person" ("id") VALUES (?)', [4])).toBe(1)
    })
  },
)

test('tests can count the statements of either way, with BEGIN and COMMIT', async () => {
  const { client } = database
  const draft = await openExampleDraft(database)
  statements.length = 0

  await database.write(insertAnswer, [draft, 0, 100, 'u1', '4', false])
  expect(statements).toHaveLength(1)
  expect(statements[0]).toMatch(/^INSERT INTO "DraftAnswer"/)

  statements.length = 0
  await client.$transaction(async (transaction) => {
    await transaction.person.create({ data: { id: 1 } })
  })
  expect(statements.map((sql) => sql.split(' ')[0])).toEqual(['BEGIN', 'INSERT', 'COMMIT'])
})
