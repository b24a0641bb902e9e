import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPresence } from '../../src/instance/presence.ts'
import { instanceStore } from '../../src/instance/store.ts'
import { beatsByHand } from '../conversation/beatsByHand.ts'
import { type TestDatabase, testDatabase } from '../database/testDatabase.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await testDatabase()
})
afterEach(() => database.cleanup())

function anInstance(instance: string, load: number) {
  const beats = beatsByHand()
  const log = pino({ level: 'silent' })
  const store = instanceStore(database)
  let others = 0
  const onOthers = (replies: number) => {
    others = replies
  }
  const presence = openPresence({ store, instance, beats, log, load: () => load, onOthers })
  return { ...presence, looks: beats.look, othersLoad: () => others }
}

const known = async () => (await instanceStore(database).instances()).map(({ name }) => name).sort()

test('each knows what the others have to do, and forgets who ends', async () => {
  const instances = [anInstance('one', 2.5), anInstance('two', 4), anInstance('three', 0)]
  for (let round = 0; round < 10; round++) for (const each of instances) await each.looks()
  expect(instances.map((each) => each.othersLoad())).toEqual([4, 3, 7])
  await instances[1]?.stop()
  await instances[0]?.looks()
  expect(instances[0]?.othersLoad()).toBe(0)
})

test('one that was killed counts no more once its beat has stood still', async () => {
  const one = anInstance('one', 1)
  const killed = anInstance('killed', 9)
  await killed.looks()
  for (let look = 0; look < 4; look++) await one.looks()
  expect(one.othersLoad()).toBe(9)
  await one.looks()
  expect(one.othersLoad()).toBe(0)
  expect(await known()).toEqual(['one'])
})

test('two who are there never take each other off the list', async () => {
  const one = anInstance('one', 1)
  const two = anInstance('two', 1)
  for (let round = 0; round < 20; round++) {
    await one.looks()
    if (round % 4 === 0) await two.looks()
  }
  expect(await known()).toEqual(['one', 'two'])
})
