import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { databaseLooks } from '../../src/doctor/databaseLooks.ts'
import { doctorStore } from '../../src/doctor/store.ts'
import { type TestDatabase, testDatabase } from '../database/testDatabase.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await testDatabase()
  onTestFinished(() => database.cleanup())
})

/** What is said about one thing at a moment; `meanwhile` happens while the doctor waits. */
async function look(what: string, now = '2026-11-24T03:00:00Z', meanwhile = async () => {}) {
  const looks = databaseLooks({
    store: doctorStore(database),
    clock: { now: () => new Date(now) },
    timeZone: 'Asia/Jakarta',
    pause: meanwhile,
  })
  return looks.find(([name]) => name === what)?.[1]()
}

test('the holidays of this year and the next are counted', async () => {
  await database.client.holiday.deleteMany()
  await expect(look('holidays')).rejects.toThrow('none of 2026')
  await database.client.holiday.create({ data: { day: '2026-12-25', kind: 'national', name: 'Natal' } })
  expect(await look('holidays')).toBe('1 in 2026, 0 in 2027')
  await expect(look('holidays', '2026-12-01T00:00:00Z')).rejects.toThrow('none of 2027 yet; send /libur')
  await database.client.holiday.create({
    data: { day: '2027-01-01', kind: 'national', name: 'Tahun baru', isEstimated: true },
  })
  expect(await look('holidays', '2026-12-01T00:00:00Z')).toBe('1 in 2026, 1 (1 not announced yet) in 2027')
  // In Jambi it is the next year already.
  expect(await look('holidays', '2026-12-31T17:30:00Z')).toBe('1 (1 not announced yet) in 2027, 0 in 2028')
})

test('a message that should have gone an hour ago is a problem; one that is put off is not', async () => {
  const put = (key: string, notBefore: string, status = 'pending') =>
    database.client.outgoing.create({
      data: {
        key,
        kind: 'x',
        payload: '{}',
        chat: 1n,
        priority: 1,
        timeZone: 'Asia/Jakarta',
        dueAt: new Date('2026-11-20T03:00:00Z'),
        notBefore: new Date(notBefore),
        status,
      },
    })
  expect(await look('outbox')).toBe('0 messages wait')
  await put('put off', '2026-11-25T00:00:00Z')
  await put('just due', '2026-11-24T02:01:00Z')
  await put('refused', '2026-11-20T03:00:00Z', 'failed')
  expect(await look('outbox')).toBe('2 messages wait, 1 failed')
  await put('forgotten', '2026-11-24T01:59:00Z')
  await expect(look('outbox')).rejects.toThrow(
    /^3 messages wait, 1 failed; one should have gone at 2026-11-24T01:59/,
  )
})

test('a leader whose beat stands still shows no sign of life', async () => {
  expect(await look('leader')).toBe('no bot is running on this database')
  await database.client.lease.create({ data: { name: 'delivery', holder: 'a', beat: 4 } })
  expect(await look('leader')).toContain('delivery is held by a (no sign of life')
  const beat = async () => {
    await database.client.lease.updateMany({ data: { beat: { increment: 1 } } })
  }
  expect(await look('leader', undefined, beat)).toBe('delivery is held by a')
})

test('a job whose last run failed is a problem, one that failed before is not', async () => {
  const run = (slot: string, outcome: string | null) =>
    database.client.jobRun.create({
      data: { job: 'digest', slot: new Date(slot), startedAt: new Date(slot), outcome, instance: 'a' },
    })
  expect(await look('last runs')).toBe('none yet')
  await run('2026-11-22T00:00:00Z', 'failed')
  await expect(look('last runs')).rejects.toThrow('digest failed 2026-11-22T00:00:00.000Z; the log says why')
  await run('2026-11-23T00:00:00Z', 'done')
  expect(await look('last runs')).toBe('digest done 2026-11-23T00:00:00.000Z')
})
