import { expect, test } from 'vitest'
import { MORNING, minutesLater } from './anOutgoing.ts'
import { postOffice } from './postOffice.ts'

/** An office with a group that the bot is in. */
async function withGroup(isForum = false) {
  const office = await postOffice()
  const siti = await office.person()
  const bot = Number(office.telegram.token.split(':')[0])
  const kind = isForum ? 'supergroup' : 'group'
  const group = await office.act({
    do: 'create-group',
    as: siti,
    title: 'Diskusi',
    kind,
    isForum,
    members: [bot],
  })
  return { office, siti, group }
}

test('a group that became a supergroup is followed, by this message at once and by all that wait', async () => {
  const { office, siti, group } = await withGroup()
  await office.put(
    { chat: group, payload: { text: 'one' } },
    { chat: group, payload: { text: 'two' } },
    { chat: group, payload: { text: 'later' }, dueAt: minutesLater(5) },
  )
  const supergroup = await office.act({ do: 'migrate', as: siti, chat: group })
  await office.timePasses(MORNING)
  expect(office.said(supergroup)).toEqual(['one', 'two'])
  await office.timePasses(minutesLater(5))
  expect(office.said(supergroup)).toEqual(['one', 'two', 'later'])
  expect(new Set((await office.rows()).map(({ chat }) => Number(chat)))).toEqual(new Set([supergroup]))
})

test('a message goes into its topic', async () => {
  const { office, siti, group } = await withGroup(true)
  const thread = await office.act({ do: 'create-topic', as: siti, chat: group, name: 'Layanan' })
  await office.put({ chat: group, thread, payload: { text: 'in the topic' } })
  await office.timePasses(MORNING)
  expect(office.telegram.calls('sendMessage').map(({ body }) => body)).toMatchObject([
    { chat_id: group, message_thread_id: thread, text: 'in the topic' },
  ])
  expect(await office.rows()).toMatchObject([{ status: 'sent' }])
})

test('a group that threw the bot out is left alone', async () => {
  const { office, siti, group } = await withGroup()
  const bot = Number(office.telegram.token.split(':')[0])
  await office.act({ do: 'set-status', as: siti, chat: group, person: bot, status: 'kicked' })
  await office.put({ chat: group })
  await office.timePasses(MORNING)
  expect(await office.rows()).toMatchObject([{ status: 'skipped', reason: 'unreachable' }])
  expect(await office.database.client.person.count()).toBe(0)
})

test('what may have reached a group is not repeated: admins are told to look', async () => {
  const { office, group } = await withGroup()
  const admin = await office.person('Admin')
  office.config.adminIds.add(admin)
  office.telegram.fault({ method: 'sendMessage', kind: { is: 'reset-after' } })
  await office.put({ chat: group })
  await office.timePasses(MORNING)
  await office.timePasses(minutesLater(120))
  expect(office.said(admin)).toHaveLength(1)
  expect(office.said(admin)[0]).toContain('pesan untuk grup')
  expect(
    office.telegram
      .calls('sendMessage')
      .filter(({ body }) => (body as { chat_id: number }).chat_id === group),
  ).toHaveLength(1)
  expect((await office.rows())[0]).toMatchObject({ status: 'unknown' })
})

test('what surely has not reached a group is tried again', async () => {
  const { office, group } = await withGroup()
  office.telegram.fault({
    method: 'sendMessage',
    kind: { is: 'error', code: 502, description: 'Bad Gateway' },
  })
  await office.put({ chat: group })
  await office.timePasses(MORNING)
  await office.timePasses(minutesLater(1))
  expect(office.said(group)).toEqual(['Halo'])
})

test('twenty a minute go to a group, the rest waits for its turn', async () => {
  const { office, group } = await withGroup()
  const times: number[] = []
  office.telegram.subscribe((event) => {
    if (event.type === 'journal' && event.entry.name === 'sendMessage') times.push(office.paceNow())
  })
  await office.put(
    ...Array.from({ length: 30 }, (_, i) => ({ chat: group, payload: { text: `number ${i}` } })),
  )
  for (let look = 0; look < 60; look++) await office.timePasses(minutesLater(look / 12))
  expect(times.length).toBeGreaterThanOrEqual(20)
  // They go out in the time of the pace, which hardly moves while the clock of this test does.
  for (const [index, time] of times.entries()) {
    expect((times[index + 1] ?? Infinity) - time).toBeGreaterThan(900)
    expect((times[index + 20] ?? Infinity) - time).toBeGreaterThan(59_900)
  }
  const waiting = (await office.rows()).filter(({ status }) => status !== 'sent')
  for (const row of waiting) expect(row).toMatchObject({ status: 'pending', reason: 'one after the other' })
})
