import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { outboxReportStore } from '../../src/outbox/report/store.ts'
import { outboxStore } from '../../src/outbox/store.ts'
import { packageRoot } from '../../src/packageRoot.ts'
import { type LocalTelegram, startLocalTelegram } from '../../src/sandbox/telegram/localTelegram.ts'
import { type TestDatabase, testDatabase } from '../database/testDatabase.ts'

const PEOPLE = 20_000
const KILLS = 6
/** Telegram's own, fifty times as fast. */
const PER_SECOND = 1_500
/** Messages under way at once, at most: see delivery/deliver. */
const UNDER_WAY = 128
const JOURNAL = 60_000

let database: TestDatabase
let telegram: LocalTelegram
beforeEach(async () => {
  database = await testDatabase()
  const limits = { perSecond: PER_SECOND, perChat: 50, perGroupMinute: 1_000 }
  telegram = await startLocalTelegram({ limits, journalSize: JOURNAL, historySize: 4 })
})
afterEach(async () => {
  await telegram.close()
  await database.cleanup()
})

function deliverer(): { child: ChildProcess; ended: Promise<unknown> } {
  const child = spawn(process.execPath, [join(packageRoot, 'test/process/delivering.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH ?? '',
      BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DATABASE_URL: database.address,
      MESSAGES_PER_SECOND: String(PER_SECOND),
      QUIET_HOURS: 'none',
    },
  })
  return { child, ended: new Promise((resolve) => child.once('close', resolve)) }
}

async function everybody(): Promise<number[]> {
  const people: number[] = []
  for (let i = 0; i < PEOPLE; i++) {
    const id = 100_000 + i
    await telegram.act({ do: 'create-person', id, firstName: `P${i}` })
    await telegram.act({ do: 'start', as: id })
    people.push(id)
  }
  return people
}

test('killed with -9 again and again during a broadcast to 20,000 people, the outbox misses nobody and repeats no more than was under way', {
  timeout: 120_000,
}, async () => {
  const people = await everybody()
  const now = new Date()
  const broadcast = { kind: 'invitation', payload: '{}', audience: '{}', author: 1n, createdAt: now }
  const { id } = await database.client.broadcast.create({ data: { ...broadcast, state: 'running' } })
  const [store, reports] = [outboxStore(database), outboxReportStore(database)]
  await store.put(
    people.map((chat, number) => ({
      ...{ key: `broadcast:${id}:${chat}`, kind: 'note', payload: { number }, chat, class: 'bulk' as const },
      ...{ timeZone: 'Asia/Jakarta', dueAt: now, notBefore: now, broadcast: id },
    })),
  )

  let sent = 0
  telegram.subscribe((event) => {
    if (event.type === 'journal' && event.entry.status === 200) sent++
  })
  let kills = 0
  let running = deliverer()
  while (kills < KILLS) {
    // Not before it sends again: it has to be in the middle of it.
    const before = sent
    while (sent < before + 100) await sleep(20)
    await sleep(Math.random() * 1_000)
    running.child.kill('SIGKILL')
    await running.ended
    kills++
    running = deliverer()
  }
  while (((await reports.summary(id)).byStatus.sent ?? 0) < PEOPLE) await sleep(200)
  running.child.kill('SIGTERM')
  await running.ended

  const calls = telegram.calls('sendMessage')
  const journal = calls.filter(({ status }) => status === 200)
  const ids = new Map<number, number[]>()
  for (const { body, answer } of journal) {
    const chat = Number((body as { chat_id: number }).chat_id)
    const message = (answer as { result: { message_id: number } }).result.message_id
    ids.set(chat, [...(ids.get(chat) ?? []), message])
  }
  const rows = await database.client.outgoing.findMany()
  // A few at most, where the last second of the killed one and the first of the next come together.
  expect(calls.filter(({ status }) => status === 429).length).toBeLessThan(20)
  expect(telegram.journal().length).toBeLessThan(JOURNAL)
  expect([...ids.keys()].sort()).toEqual([...people].sort())
  expect(journal.length - PEOPLE).toBeLessThanOrEqual(KILLS * UNDER_WAY)
  for (const row of rows) {
    expect(row.status).toBe('sent')
    expect(ids.get(Number(row.chat))).toContain(row.messageId)
  }
  expect(await database.client.lease.count({ where: { name: 'outbox' } })).toBe(0)
})
