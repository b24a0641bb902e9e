import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Outgoing } from '../../src/outbox/outgoing.ts'
import { outboxReportStore } from '../../src/outbox/report/store.ts'
import { outboxStore } from '../../src/outbox/store.ts'
import { type TestDatabase, testDatabase } from '../database/testDatabase.ts'
import { anOutgoing, MORNING, minutesLater } from './anOutgoing.ts'

let database: TestDatabase
let store: ReturnType<typeof outboxStore>
let reports: ReturnType<typeof outboxReportStore>
beforeEach(async () => {
  database = await testDatabase()
  store = outboxStore(database)
  reports = outboxReportStore(database)
})
afterEach(() => database.cleanup())

const put = (...messages: Partial<Outgoing>[]) =>
  store.put(messages.map((each) => ({ notBefore: each.dueAt ?? MORNING, ...anOutgoing(each) })))

const due = (most: number) => store.due(MORNING, [most, most, most])

const rows = () => database.client.outgoing.findMany({ orderBy: { id: 'asc' } })
const statuses = async () => Object.fromEntries((await rows()).map(({ key, status }) => [key, status]))

async function broadcast(state: string): Promise<number> {
  const { id } = await database.client.broadcast.create({
    data: { kind: 'invitation', payload: '{}', audience: '{}', author: 1n, state, createdAt: MORNING },
  })
  return id
}

const many = (count: number, given: Partial<Outgoing>): Partial<Outgoing>[] =>
  Array.from({ length: count }, (_, i) => ({ ...given, key: `many:${i}`, chat: 5_000_000_000 + i }))

test('a key is put in once, in one call or in several, whatever became of the first', async () => {
  expect(await put({ key: 'a' }, { key: 'a' }, { key: 'b' })).toBe(2)
  await store.cancel('a')
  expect(await put({ key: 'a' }, { key: 'b' }, { key: 'c' })).toBe(1)
  expect(await statuses()).toEqual({ a: 'cancelled', b: 'pending', c: 'pending' })
})

test('more than one statement takes are put in, with all that belongs to each', async () => {
  expect(await put(...many(2_500, {}))).toBe(2_500)
  await put({
    key: 'whole',
    chat: -1_001_234_567_890,
    thread: 12,
    class: 'bulk',
    payload: { text: 'Bapak "Budi" ? 👍' },
    timeZone: 'Asia/Jayapura',
    expiresAt: minutesLater(90),
    isInvitation: true,
    isForgetful: true,
  })
  expect((await rows()).at(-1)).toMatchObject({
    key: 'whole',
    kind: 'note',
    payload: '{"text":"Bapak \\"Budi\\" ? 👍"}',
    chat: -1_001_234_567_890n,
    thread: 12,
    priority: 2,
    timeZone: 'Asia/Jayapura',
    dueAt: MORNING,
    notBefore: MORNING,
    expiresAt: minutesLater(90),
    status: 'pending',
    reason: null,
    attempts: 0,
    isInvitation: true,
    isForgetful: true,
    broadcastId: null,
  })
})

test('what is due comes by class, and of each class the longest due first', async () => {
  await put(
    { key: 'bulk', class: 'bulk', dueAt: minutesLater(-9) },
    { key: 'later', dueAt: minutesLater(1) },
    { key: 'normal', dueAt: minutesLater(-1), chat: 5_000_000_001 },
    { key: 'older', dueAt: minutesLater(-2), isInvitation: true },
    { key: 'urgent', class: 'urgent', expiresAt: minutesLater(5) },
  )
  const found = await due(10)
  const byId = new Map((await rows()).map(({ id, key }) => [id, key]))
  expect(found.map(({ id }) => byId.get(id))).toEqual(['urgent', 'older', 'normal', 'bulk'])
  expect(found[0]).toMatchObject({ chat: 7, dueAt: MORNING, expiresAt: minutesLater(5), isInvitation: false })
  expect(found[1]).toMatchObject({ isInvitation: true, thread: null, messageId: null })
  expect(found[2]).toMatchObject({ chat: 5_000_000_001 })
  expect(await due(1)).toHaveLength(3)
})

test('of two who claim the same, one gets it', async () => {
  await put({ key: 'a' }, { key: 'b' })
  const ids = (await rows()).map(({ id }) => id)
  expect(await store.claim(ids.slice(0, 1), 'one')).toEqual(new Set(ids.slice(0, 1)))
  expect(await store.claim(ids, 'two')).toEqual(new Set(ids.slice(1)))
  expect(await due(10)).toEqual([])
})

describe('what became of a message', () => {
  test('is kept, with what was said', async () => {
    await put({ key: 'a' }, { key: 'b' })
    const [a, b] = (await rows()).map(({ id }) => id) as [number, number]
    await store.claim([a, b], 'me')
    const sentAt = minutesLater(1)
    await store.done(
      [
        { id: a, status: 'sent', attempts: 1, sentAt, messageId: 70, said: '<b>Halo</b>' },
        { id: b, status: 'skipped', reason: 'unreachable', attempts: 0 },
      ],
      'me',
    )
    expect(await rows()).toMatchObject([
      { status: 'sent', attempts: 1, sentAt, messageId: 70, said: '<b>Halo</b>', chat: 7n, claimedBy: null },
      { status: 'skipped', reason: 'unreachable', sentAt: null, said: null, chat: 7n },
    ])
  })

  test('is not told by whoever no longer holds it, unless it was said', async () => {
    await put({ key: 'a' }, { key: 'b' }, { key: 'c' })
    const ids = (await rows()).map(({ id }) => id)
    const [a, b, c] = ids as [number, number, number]
    await store.claim(ids, 'old')
    await store.recover('new', 'perhaps')
    await store.claim([c], 'new')
    await store.done(
      [
        { id: a, status: 'failed', reason: 'late', attempts: 1 },
        { id: b, status: 'sent', attempts: 0, sentAt: MORNING, messageId: 1 },
        { id: c, status: 'missed', attempts: 0 },
      ],
      'old',
    )
    await store.putBack([{ id: c, notBefore: minutesLater(60), attempts: 3 }], 'old')
    expect(await statuses()).toEqual({ a: 'pending', b: 'sent', c: 'claimed' })
  })

  test('reader, facts and words are forgotten where they would tell who answers', async () => {
    await put(
      { key: 'a', isForgetful: true },
      { key: 'b', isForgetful: true },
      { key: 'c', isForgetful: true },
    )
    const [a, b] = (await rows()).map(({ id }) => id) as [number, number]
    await store.claim([a, b], 'me')
    await store.done([{ id: a, status: 'sent', attempts: 0, said: 'Halo', messageId: 1 }], 'me')
    await store.done([{ id: b, status: 'missed', attempts: 0 }], 'me')
    await store.cancel('c')
    for (const row of await rows()) expect(row).toMatchObject({ chat: null, payload: '{}', said: null })
  })

  test('it may wait again, with its broadcast', async () => {
    const paused = await broadcast('paused')
    await put({ key: 'a' }, { key: 'b' })
    await database.client.outgoing.updateMany({ where: { key: 'b' }, data: { broadcastId: paused } })
    const ids = (await rows()).map(({ id }) => id)
    await store.claim(ids, 'me')
    const again = { notBefore: minutesLater(5), attempts: 2, reason: 'out of reach', messageId: 9 }
    await store.putBack(
      ids.map((id) => ({ id, ...again })),
      'me',
    )
    expect(await rows()).toMatchObject([
      { status: 'pending', claimedBy: null, ...again },
      { status: 'held', claimedBy: null, ...again },
    ])
  })
})

test('what a dead instance had in hand waits again, but what it may have said to a group is in doubt', async () => {
  await put(
    { key: 'person' },
    { key: 'group', chat: -5 },
    { key: 'group, not begun', chat: -5 },
    { key: 'mine' },
  )
  const [person, group, notBegun, mine] = (await rows()).map(({ id }) => id) as [
    number,
    number,
    number,
    number,
  ]
  await store.claim([person, group, notBegun], 'dead')
  await store.claim([mine], 'me')
  await store.begin(group, 'dead', MORNING)
  expect(await store.recover('me', 'perhaps sent')).toEqual([group])
  expect(await rows()).toMatchObject([
    { status: 'pending', claimedBy: null },
    { status: 'unknown', reason: 'perhaps sent' },
    { status: 'pending' },
    { status: 'claimed', claimedBy: 'me' },
  ])
})

test('all that waits under the beginning of a key is cancelled, and nothing else', async () => {
  await put(
    { key: 'training:4:a' },
    { key: 'training:42:a' },
    { key: 'training:4_:a' },
    { key: 'training:4:b' },
  )
  const [first] = await rows()
  await store.claim([first?.id ?? 0], 'me')
  expect(await store.cancel('training:4:')).toBe(1)
  expect(await statuses()).toEqual({
    'training:4:a': 'claimed',
    'training:42:a': 'pending',
    'training:4_:a': 'pending',
    'training:4:b': 'cancelled',
  })
  expect(await store.cancel('training:4%')).toBe(0)
})

test('a broadcast is held, goes on and ends, also one of more than one statement', async () => {
  const running = await broadcast('running')
  await put(...many(2_300, { broadcast: running, class: 'bulk' }), { key: 'other' })
  expect(await store.turn(running, ['pending'], 'held')).toBe(2_300)
  expect((await due(10_000)).length).toBe(1)
  expect(await store.turn(running, ['held'], 'pending')).toBe(2_300)
  expect((await due(10_000)).length).toBe(2_301)
  expect(await store.turn(running, ['pending', 'held'], 'cancelled')).toBe(2_300)
  expect((await reports.summary(running)).byStatus).toEqual({ cancelled: 2_300 })
})

test('what is put into a broadcast that is paused waits with it, and what comes after its end does not go', async () => {
  await put(
    { key: 'a', broadcast: await broadcast('paused') },
    { key: 'b', broadcast: await broadcast('cancelled') },
  )
  expect(await statuses()).toEqual({ a: 'held', b: 'cancelled' })
})

test('invitations of the week are found, and those on their way', async () => {
  await put(
    { key: 'a', isInvitation: true },
    { key: 'b', isInvitation: true },
    { key: 'c' },
    { key: 'd', isInvitation: true, chat: 8 },
    { key: 'e', isInvitation: true, chat: 9 },
    { key: 'f', isInvitation: true },
  )
  const [a, b, c, d, e] = (await rows()).map(({ id }) => id) as [number, number, number, number, number]
  await store.claim([a, b, c, d, e], 'me')
  const sent = (id: number, sentAt: Date) => ({ id, status: 'sent' as const, attempts: 0, sentAt })
  await store.done([sent(a, minutesLater(-1)), sent(c, MORNING), sent(d, minutesLater(-3))], 'me')
  expect(new Set(await store.invitations([7, 8], minutesLater(-2)))).toEqual(
    new Set([
      { id: a, chat: 7, status: 'sent' },
      { id: b, chat: 7, status: 'claimed' },
    ]),
  )
})

test('what waits for a group follows it to its new id', async () => {
  await put({ key: 'a', chat: -5 }, { key: 'b', chat: -6 })
  await store.move(-5, -1_001_000_000_005)
  expect((await rows()).map(({ chat }) => Number(chat))).toEqual([-1_001_000_000_005, -6])
})

test('the reports count by kind, state and reason, and name nobody', async () => {
  const id = await broadcast('running')
  await put(
    { key: 'a', broadcast: id },
    { key: 'b', broadcast: id },
    { key: 'c', broadcast: id, dueAt: minutesLater(30), expiresAt: minutesLater(60) },
    { key: 'd', kind: 'digest', class: 'bulk', dueAt: minutesLater(-30) },
  )
  const [a, b] = (await rows()).map((row) => row.id) as [number, number]
  await store.claim([a, b], 'me')
  await store.done(
    [
      { id: a, status: 'skipped', reason: 'unreachable', attempts: 0 },
      { id: b, status: 'failed', reason: 'refused', attempts: 4 },
    ],
    'me',
  )
  expect(await reports.summary(id)).toEqual({
    total: 3,
    byStatus: { pending: 1, skipped: 1, failed: 1 },
    reasons: [
      { status: 'failed', reason: 'refused', count: 1 },
      { status: 'skipped', reason: 'unreachable', count: 1 },
    ],
  })
  const line = { status: 'pending', reason: null, count: 1 }
  expect(await reports.waiting(MORNING)).toEqual([
    {
      ...line,
      kind: 'digest',
      priority: 2,
      isDue: true,
      from: minutesLater(-30),
      until: minutesLater(-30),
      expiresFrom: null,
    },
    {
      ...line,
      kind: 'note',
      priority: 1,
      isDue: false,
      from: minutesLater(30),
      until: minutesLater(30),
      expiresFrom: minutesLater(60),
    },
  ])
  expect(await reports.counts()).toEqual([
    { kind: 'digest', status: 'pending', count: 1 },
    { kind: 'note', status: 'failed', count: 1 },
    { kind: 'note', status: 'pending', count: 1 },
    { kind: 'note', status: 'skipped', count: 1 },
  ])
  expect(await reports.troubles(10)).toEqual([
    { id: b, kind: 'note', status: 'failed', reason: 'refused', attempts: 4, dueAt: MORNING },
  ])
})

test('what is long done is forgotten; what waits is not, however long', async () => {
  const old = { dueAt: minutesLater(-400 * 24 * 60) }
  await put({ key: 'old', ...old }, { key: 'old but held', ...old }, { key: 'done' }, { key: 'waits' })
  await database.write(`UPDATE "Outgoing" SET "status" = 'sent' WHERE "key" IN ('old', 'done')`, [])
  await database.write(`UPDATE "Outgoing" SET "status" = 'held' WHERE "key" = 'old but held'`, [])
  await store.prune(minutesLater(-300 * 24 * 60))
  expect(await statuses()).toEqual({ 'old but held': 'held', done: 'sent', waits: 'pending' })
})
