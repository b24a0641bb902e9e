import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Lease, openLease } from '../../src/instance/lease.ts'
import { instanceStore } from '../../src/instance/store.ts'
import { beatsByHand } from '../conversation/beatsByHand.ts'
import { type TestDatabase, testDatabase } from '../database/testDatabase.ts'

const log = pino({ level: 'silent' })

let database: TestDatabase
let store: ReturnType<typeof instanceStore>
beforeEach(async () => {
  database = await testDatabase()
  store = instanceStore(database)
})
afterEach(() => database.cleanup())

/** An instance that looks when it is told to, three seconds after its last look. */
function anInstance(instance: string, given: Partial<typeof store> = {}) {
  const beats = beatsByHand()
  let time = 1_000_000 * Math.random()
  const monotonic = () => time
  const lease: Lease = openLease({
    store: { ...store, ...given },
    name: 'outbox',
    instance,
    beats,
    log,
    monotonic,
  })
  return {
    lease,
    passes(seconds: number) {
      time += seconds * 1000
    },
    async looks(times = 1) {
      for (let look = 0; look < times; look++) {
        time += 1_500
        await beats.look()
        time += 1_500
      }
    },
  }
}

test('whoever comes first has it, and keeps it while its beat goes on', async () => {
  const one = anInstance('one')
  const two = anInstance('two')
  expect(one.lease.isHeld()).toBe(false)
  for (let round = 0; round < 6; round++) {
    await one.looks()
    await two.looks()
    expect([one.lease.isHeld(), two.lease.isHeld()]).toEqual([true, false])
  }
  expect(one.lease.term()).toBe(1)
})

describe('when the holder was killed', () => {
  test('another takes over at its fourth look at the same beat', async () => {
    const one = anInstance('one')
    const two = anInstance('two')
    await one.looks(2)
    await two.looks(3)
    expect(two.lease.isHeld()).toBe(false)
    await two.looks()
    expect(two.lease.isHeld()).toBe(true)
  })

  test('of two who have waited, one gets it', async () => {
    const one = anInstance('one')
    await one.looks()
    const others = ['two', 'three', 'four'].map((name) => anInstance(name))
    for (let look = 0; look < 4; look++) await Promise.all(others.map((each) => each.looks()))
    expect(others.filter(({ lease }) => lease.isHeld())).toHaveLength(1)
  })
})

test('a holder that cannot renew stops acting before another takes over', async () => {
  let isBroken = false
  const renew: typeof store.renew = async (...given) => {
    if (isBroken) throw new Error('the database is out of reach')
    return store.renew(...given)
  }
  const one = anInstance('one', { renew })
  const two = anInstance('two')
  await one.looks()
  await two.looks()
  isBroken = true
  await Promise.all([one.looks(), two.looks()])
  expect(one.lease.isHeld()).toBe(true)
  await Promise.all([one.looks(), two.looks()])
  expect(one.lease.isHeld()).toBe(true)
  one.passes(1)
  expect([one.lease.isHeld(), two.lease.isHeld()]).toEqual([false, false])
  await Promise.all([one.looks(), two.looks()])
  expect([one.lease.isHeld(), two.lease.isHeld()]).toEqual([false, true])
  isBroken = false
  await one.looks(3)
  expect(one.lease.isHeld()).toBe(false)
})

test('one that hung for a while, and was not missed, goes on in a new term', async () => {
  const one = anInstance('one')
  await one.looks()
  one.passes(60)
  expect(one.lease.isHeld()).toBe(false)
  await one.looks()
  expect([one.lease.isHeld(), one.lease.term()]).toEqual([true, 2])
})

test('what was given back is taken at the next look', async () => {
  const one = anInstance('one')
  const two = anInstance('two')
  await one.looks()
  await two.looks()
  await one.lease.stop()
  expect(one.lease.isHeld()).toBe(false)
  await two.looks()
  expect(two.lease.isHeld()).toBe(true)
  await one.lease.stop()
  await two.looks()
  expect(two.lease.isHeld()).toBe(true)
})
