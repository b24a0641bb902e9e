import { expect, test } from 'vitest'
import { meetTelegram, stillClock } from './meet.ts'

async function withMessages(...texts: string[]) {
  const clock = stillClock()
  const meeting = await meetTelegram({ clock })
  const siti = await meeting.act({ do: 'create-person', firstName: 'Siti' })
  await meeting.act({ do: 'start', as: siti })
  for (const text of texts) await meeting.act({ do: 'say', as: siti, chat: siti, text })
  const poll = async (parameters: object = {}): Promise<string[]> =>
    (await meeting.call('getUpdates', parameters)).result.map(textOf)
  return { ...meeting, clock, siti, poll }
}

const textOf = (update: { message?: { text: string } }) =>
  update.message?.text ?? Object.keys(update)[1] ?? ''

test('updates stay until a later offset confirms them', async () => {
  const { call, poll } = await withMessages('satu', 'dua')
  expect(await poll()).toEqual(['/start', 'satu', 'dua'])
  expect(await poll({ limit: 1 })).toEqual(['/start'])
  const { result } = await call('getUpdates')
  expect(await poll({ offset: result[1].update_id })).toEqual(['satu', 'dua'])
  expect(await poll({ offset: result[2].update_id + 1 })).toEqual([])
  expect(await poll()).toEqual([])
})

test('a negative offset keeps only the last ones', async () => {
  const { poll } = await withMessages('satu', 'dua', 'tiga')
  expect(await poll({ offset: -2 })).toEqual(['dua', 'tiga'])
  expect(await poll()).toEqual(['dua', 'tiga'])
})

test('a waiting poll gets what happens, at once', async () => {
  const { poll, act, siti, call } = await withMessages()
  const { result } = await call('getUpdates')
  const waiting = poll({ offset: result[0].update_id + 1, timeout: 30 })
  await act({ do: 'say', as: siti, chat: siti, text: 'halo' })
  expect(await waiting).toEqual(['halo'])
})

test('the older of two polls is sent away', async () => {
  const { call, act, siti, poll } = await withMessages()
  const offset = (await call('getUpdates')).result[0].update_id + 1
  const older = call('getUpdates', { offset, timeout: 30 })
  // By the time a later call is answered the earlier one waits.
  await call('getMe')
  const newer = poll({ offset, timeout: 30 })
  expect(await older).toEqual({
    ok: false,
    error_code: 409,
    description:
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  })
  await act({ do: 'say', as: siti, chat: siti, text: 'halo' })
  expect(await newer).toEqual(['halo'])
})

test('only the kinds that were asked for come, and the wish is remembered', async () => {
  const { poll, act, siti } = await withMessages()
  await poll({ allowed_updates: ['my_chat_member'] })
  await act({ do: 'say', as: siti, chat: siti, text: 'tidak terlihat' })
  await act({ do: 'block-bot', as: siti })
  expect(await poll()).toEqual(['/start', 'my_chat_member'])
  await poll({ allowed_updates: [] })
  await act({ do: 'unblock-bot', as: siti })
  await act({ do: 'say', as: siti, chat: siti, text: 'terlihat' })
  expect(await poll()).toEqual(['/start', 'my_chat_member', 'my_chat_member', 'terlihat'])
})

test('the last update can come once more, though it was confirmed', async () => {
  const { call, poll, act } = await withMessages('satu')
  const offset = (await call('getUpdates')).result[1].update_id + 1
  expect(await poll({ offset })).toEqual([])
  await act({ do: 'redeliver-last-update' })
  expect(await poll({ offset })).toEqual(['satu'])
  expect(await poll({ offset })).toEqual([])
})

test('closing ends a waiting poll', async () => {
  const { telegram, call } = await withMessages()
  const offset = (await call('getUpdates')).result[0].update_id + 1
  const waiting = call('getUpdates', { offset, timeout: 50 }).catch(() => 'hung up')
  await call('getMe')
  await telegram.close()
  // Otherwise it would wait longer than a test may take.
  await waiting
})

test('blocking and coming back are told, and START ends a block', async () => {
  const { call, act, siti } = await withMessages()
  await act({ do: 'block-bot', as: siti })
  await act({ do: 'start', as: siti, payload: 'lagi' })
  const [, blocked, back, started] = (await call('getUpdates')).result
  expect(blocked.my_chat_member.new_chat_member).toMatchObject({ status: 'kicked', user: { is_bot: true } })
  expect(back.my_chat_member.new_chat_member.status).toBe('member')
  expect(started.message).toMatchObject({
    text: '/start lagi',
    entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    chat: { id: siti, type: 'private', first_name: 'Siti' },
  })
})

test('a link’s code that Telegram would not open does not reach the bot', async () => {
  const { telegram, siti, poll } = await withMessages()
  for (const payload of ['a b', 'a'.repeat(65), 'é']) {
    expect(await telegram.act({ do: 'start', as: siti, payload })).toMatchObject({ ok: false })
  }
  expect(await poll()).toEqual(['/start'])
})
