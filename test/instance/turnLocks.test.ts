import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Channel } from '../../src/instance/channel.ts'
import { instanceNews } from '../../src/instance/news.ts'
import { soleHolder } from '../../src/instance/soleHolder.ts'
import { turnLocks } from '../../src/instance/turnLocks.ts'
import { testDatabase, testEngine } from '../database/testDatabase.ts'

const log = pino({ level: 'silent' })
const pause = (milliseconds: number) => sleep(milliseconds)

/** Two instances on one database. */
async function instances() {
  const database = await testDatabase()
  const lines = await Promise.all([database.link.openChannel?.(), database.link.openChannel?.()])
  onTestFinished(() => database.cleanup())
  const [one, other] = lines as [Channel, Channel]
  return { database, one, other }
}

describe.skipIf(testEngine === 'sqlite')('turns of people', () => {
  test('exclude each other in all instances, and different people do not wait for each other', async () => {
    const { one, other } = await instances()
    const inTurn = [one, other].map((channel) => turnLocks({ channel, pause, log }))
    const present = new Map<number, number>()
    let most = 0
    let side = 0
    const work = (person: number) => async () => {
      present.set(person, (present.get(person) ?? 0) + 1)
      most = Math.max(most, present.get(person) ?? 0)
      side = Math.max(side, [...present.values()].filter((count) => count > 0).length)
      await sleep(5)
      present.set(person, (present.get(person) ?? 0) - 1)
    }
    const people = Array.from({ length: 30 }, (_, index) => 5_000_000_000 + index)
    await Promise.all(people.flatMap((person) => inTurn.map((turn) => turn(person, work(person)))))
    expect(most).toBe(1)
    expect(side).toBeGreaterThan(5)
  })

  test('what is told in a turn is known in the next, wherever that is', async () => {
    const { one, other } = await instances()
    const heard: (string | undefined)[] = []
    instanceNews(other).hear('focus', (key) => heard.push(key))
    const news = instanceNews(one)
    const own: unknown[] = []
    news.hear('focus', (key) => own.push(key))
    const [inOne, inOther] = [one, other].map((channel) => turnLocks({ channel, pause, log }))
    for (let round = 0; round < 20; round++) {
      let begun = () => {}
      const hasBegun = new Promise<void>((resolve) => (begun = resolve))
      const first = inOne?.(7, async () => {
        begun()
        await sleep(2)
        await news.tell('focus', `person ${round}`)
      })
      await hasBegun
      await inOther?.(7, async () => expect(heard.at(-1)).toBe(`person ${round}`))
      await first
    }
    expect(own).toEqual([])
  })

  test('are freed by the server when an instance dies, and everything is forgotten when the line was cut', async () => {
    const { database, one, other } = await instances()
    let forgotten = 0
    instanceNews(other).hear('person', (id) => id === undefined && forgotten++)
    const [inOne, inOther] = [one, other].map((channel) => turnLocks({ channel, pause, log }))
    let end = () => {}
    const hanging = inOne?.(7, () => new Promise<void>((resolve) => (end = resolve)))
    await sleep(50)
    const next = inOther?.(7, async () => 'done')
    const session = other.session()
    await database.read(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND query NOT LIKE '%pg_stat_activity%'`,
      [],
    )
    expect(await next).toBe('done')
    end()
    await hanging
    while (other.session() === undefined || other.session() === session) await sleep(20)
    expect(forgotten).toBe(1)
    expect(await inOther?.(7, async () => 'again')).toBe('again')
  })

  test('one instance does what one alone may do, until it ends', async () => {
    const { one, other } = await instances()
    const [isOne, isOther] = [soleHolder(one, 'polling'), soleHolder(other, 'polling')]
    expect(await isOne()).toBe(true)
    expect(await isOther()).toBe(false)
    expect(await isOne()).toBe(true)
    await one.close()
    while (!(await isOther())) await sleep(10)
    expect(await isOne()).toBe(false)
  })
})
