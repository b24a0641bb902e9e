import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../src/database/open.ts'
import { type TestDatabase, testDatabase, testEngine } from './testDatabase.ts'

describe.runIf(testEngine === 'postgresql')('when PostgreSQL is restarted', () => {
  let real: TestDatabase
  let line: Line
  let database: Database
  let statements: string[]
  beforeEach(async () => {
    real = await testDatabase()
    line = await openLine(new URL(real.address))
    statements = []
    database = await openDatabase(line.url, { onStatement: (sql) => statements.push(sql) })
  })
  afterEach(async () => {
    await database.close()
    await line.cut()
    await real.cleanup()
  })

  test('connections that were cut are replaced', async () => {
    await Promise.all(Array.from({ length: 5 }, () => database.client.person.count()))
    await line.cut()
    await line.restore()
    await database.write('INSERT INTO "Person" ("id") VALUES (?)', [1])
    expect(await database.client.person.count()).toBe(1)
  })

  test('whoever comes in the meantime waits until it is back', async () => {
    await line.cut()
    const waiting = Promise.all([
      database.write('INSERT INTO "Person" ("id") VALUES (?)', [1]),
      database.client.person.create({ data: { id: 2 } }),
      database.client.$transaction(async (transaction) => transaction.person.create({ data: { id: 3 } })),
      database.read('SELECT 1', []),
    ])
    await line.restore()
    await waiting
    expect(await real.client.person.count()).toBe(3)
  })

  test('a statement that was cut off fails and is not repeated', async () => {
    const cutOff = database.write('INSERT INTO "Person" ("id") SELECT 1 FROM pg_sleep(?)', [20])
    const failure = expect(cutOff).rejects.toThrow(/terminated/)
    await expect.poll(() => real.read(isSleeping, [])).toHaveLength(1)
    await line.cut()
    await line.restore()
    await failure
    expect(await database.client.person.count()).toBe(0)
    expect(statements.filter((sql) => sql.includes('pg_sleep'))).toHaveLength(1)
  })
})

const isSleeping = `SELECT 1 FROM pg_stat_activity
WHERE query LIKE '%pg_sleep($1)%' AND state = 'active' AND datname = current_database() AND pid <> pg_backend_pid()`

/** A line to the real server that can be cut and restored. */
interface Line {
  url: string
  /** Resolves when both sides have noticed. */
  cut(): Promise<void>
  restore(): Promise<void>
}

async function openLine(address: URL): Promise<Line> {
  const ends = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(address.port || 5432), address.hostname)
    for (const end of [near, far]) {
      ends.add(end)
      end.on('error', () => {})
    }
    near.pipe(far).pipe(near)
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

  await listen(0)
  const { port } = server.address() as AddressInfo
  const url = new URL(address)
  url.host = `127.0.0.1:${port}`
  return {
    url: url.href,
    async cut() {
      server.close()
      await Promise.all(
        [...ends].map((end) => end.closed || new Promise((resolve) => end.destroy().once('close', resolve))),
      )
      ends.clear()
      for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate)
    },
    restore: () => listen(port),
  }
}
