import { describe, expect, test, vi } from 'vitest'
import { MORNING, minutesLater } from './anOutgoing.ts'
import { postOffice } from './postOffice.ts'

describe('several instances', () => {
  test('whose clocks differ by five seconds send nothing twice and nothing never', async () => {
    const office = await postOffice()
    const other = office.instance('other', 5_000)
    const people = []
    for (let i = 0; i < 6; i++) people.push(await office.person(`Person ${i}`))
    const wanted = people.map((chat, i) => ({ chat, dueAt: new Date(MORNING.getTime() + i * 2_000) }))
    await office.put(...wanted.map((each, i) => ({ ...each, key: `key:${i}` })))
    for (let second = 0; second <= 12; second++) {
      office.clockShows(new Date(MORNING.getTime() + second * 1_000))
      // By turns the one or the other puts the same in once more, and takes over.
      const [one, two] = second % 2 === 0 ? [office, other] : [other, office]
      await one.outbox.put(
        wanted.map((each, i) => ({
          ...each,
          key: `key:${i}`,
          kind: 'note',
          payload: {},
          class: 'normal',
          timeZone: 'Asia/Jakarta',
        })),
      )
      await Promise.all([one.looks(), two.looks()])
      if (second === 5) await office.stop()
    }
    for (let look = 0; look < 6; look++) await other.looks()
    expect(people.map((person) => office.said(person).length)).toEqual(people.map(() => 1))
    expect((await office.rows()).map(({ status }) => status)).toEqual(people.map(() => 'sent'))
  })

  test('hand over at once when one stops, and after some seconds when one was killed', async () => {
    const office = await postOffice()
    const siti = await office.person()
    const second = office.instance('second')
    await office.looks()
    await second.looks()
    await office.stop()
    await office.put({ chat: siti, payload: { text: 'after the handover' } })
    await second.looks()
    expect(office.said(siti)).toEqual(['after the handover'])

    // The second is never heard of again.
    const third = office.instance('third')
    await office.put({ chat: siti, payload: { text: 'after the kill' } })
    for (let look = 0; look < 3; look++) await third.looks()
    expect(office.said(siti)).toHaveLength(1)
    await third.looks()
    await third.looks()
    expect(office.said(siti)).toEqual(['after the handover', 'after the kill'])
  })

  test('what one had in hand when it was killed is sent by the next, but to a group not again', async () => {
    const office = await postOffice()
    const siti = await office.person()
    const admin = await office.person('Admin')
    office.config.adminIds.add(admin)
    await office.put({ chat: siti, key: 'person' }, { chat: -5, key: 'group' })
    const { client } = office.database
    await client.outgoing.updateMany({ data: { status: 'claimed', claimedBy: 'dead.1' } })
    await client.outgoing.update({ where: { key: 'group' }, data: { sentAt: MORNING } })
    await office.timePasses(MORNING)
    await office.looks()
    expect(office.said(siti)).toEqual(['Halo'])
    expect(office.said(admin)).toHaveLength(1)
    expect(office.telegram.calls('sendMessage')).toHaveLength(2)
    expect(await client.outgoing.findUnique({ where: { key: 'group' } })).toMatchObject({
      status: 'unknown',
      reason: 'the instance that sent it stopped',
    })
  })
})

describe('time', () => {
  test('that the machine was off for: what is still of use goes, the rest is seen as missed', async () => {
    const office = await postOffice()
    const siti = await office.person()
    const budi = await office.person('Budi')
    const hours = (count: number) => minutesLater(count * 60)
    await office.put(
      { chat: siti, dueAt: hours(1), payload: { text: 'of use' } },
      { chat: budi, dueAt: hours(1), expiresAt: hours(5) },
    )
    await office.timePasses(MORNING)
    await office.stop()
    const next = office.instance('next')
    office.clockShows(hours(26))
    await next.looks()
    await next.looks()
    expect([office.said(siti), office.said(budi)]).toEqual([['of use'], []])
    expect((await office.rows()).map(({ status }) => status)).toEqual(['sent', 'missed'])
  })

  test('that is set back an hour brings nothing twice and loses nothing', async () => {
    const office = await postOffice()
    const people = [await office.person('Ani'), await office.person('Budi'), await office.person('Citra')]
    const put = () =>
      office.put(...people.map((chat, i) => ({ key: `k:${i}`, chat, dueAt: minutesLater(i * 40) })))
    await put()
    for (const minutes of [0, 40, -20, -10, 0, 39, 41]) {
      await office.timePasses(minutesLater(minutes))
      await put()
    }
    expect(people.map((person) => office.said(person).length)).toEqual([1, 1, 0])
    await office.timePasses(minutesLater(80))
    expect(people.map((person) => office.said(person).length)).toEqual([1, 1, 1])
  })
})

test('a broadcast is paused while it runs, goes on, and ends', async () => {
  const office = await postOffice()
  const people = [await office.person('Ani'), await office.person('Budi'), await office.person('Citra')]
  const { client } = office.database
  const row = {
    kind: 'invitation',
    payload: '{}',
    audience: '{}',
    author: 1n,
    state: 'running',
    createdAt: MORNING,
  }
  const { id } = await client.broadcast.create({ data: row })
  const say = (state: string) => client.broadcast.update({ where: { id }, data: { state } })
  const wanted = people.map((chat, i) => ({
    chat,
    broadcast: id,
    class: 'bulk' as const,
    dueAt: minutesLater(i * 5),
  }))
  await office.put(...wanted.slice(0, 2))
  await office.timePasses(MORNING)
  await say('paused')
  expect(await office.outbox.hold(id)).toBe(1)
  await office.put(...wanted.slice(2))
  await office.timePasses(minutesLater(30))
  expect(people.map((person) => office.said(person).length)).toEqual([1, 0, 0])
  await say('running')
  expect(await office.outbox.release(id)).toBe(2)
  await office.looks()
  expect(people.map((person) => office.said(person).length)).toEqual([1, 1, 1])
  expect(await office.outbox.summary(id)).toEqual({ total: 3, byStatus: { sent: 3 }, reasons: [] })
  expect(await office.outbox.cancelBroadcast(id)).toBe(0)
})

test('reader and words are forgotten once a message is sent that would tell who answers', async () => {
  const office = await postOffice()
  const siti = await office.person()
  await office.put({ chat: siti, isForgetful: true, payload: { text: 'for Siti only' } })
  await office.timePasses(MORNING)
  expect(office.said(siti)).toEqual(['for Siti only'])
  expect(
    JSON.stringify(await office.rows(), (_, value) => (typeof value === 'bigint' ? String(value) : value)),
  ).not.toMatch(new RegExp(`Siti|${siti}`))
  expect(office.log.join('')).not.toMatch(new RegExp(`Siti|${siti}`))
})

test('whoever is told to stop finishes what is under way, gives back the rest, and lets another go on', async () => {
  const office = await postOffice({ MESSAGES_PER_SECOND: '1' })
  const people: number[] = []
  for (let i = 0; i < 20; i++) people.push(await office.person(`Person ${i}`))
  const slow = { is: 'latency', milliseconds: 300 } as const
  office.telegram.fault({ method: 'sendMessage', kind: slow, times: 20 })
  await office.put(...people.map((chat) => ({ chat })))
  const { client } = office.database
  const looking = office.looks()
  const done = () => client.outgoing.count({ where: { status: 'sent' } })
  // The first have arrived, and others are under way.
  await vi.waitFor(async () => expect(await done()).toBeGreaterThan(0))
  await office.stop()
  await looking
  const sent = await done()
  expect(await client.outgoing.count({ where: { status: 'pending' } })).toBe(20 - sent)
  expect(await client.lease.count()).toBe(0)

  const next = office.instance('next')
  for (let look = 0; look < 3; look++) await next.looks()
  expect(people.map((person) => office.said(person).length)).toEqual(people.map(() => 1))
})
