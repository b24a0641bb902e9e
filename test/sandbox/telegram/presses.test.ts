import { expect, test } from 'vitest'
import { meetTelegram, stillClock } from './meet.ts'

async function pressed() {
  const clock = stillClock()
  const meeting = await meetTelegram({ clock })
  const { act, call } = meeting
  const siti = await act({ do: 'create-person', firstName: 'Siti', languageCode: 'id' })
  await act({ do: 'start', as: siti })
  const reply_markup = { inline_keyboard: [[{ text: 'Ya', callback_data: 'ya' }]] }
  const { result } = await call('sendMessage', { chat_id: siti, text: 'Setuju?', reply_markup })
  const message: number = result.message_id
  const callback: string = await act({ do: 'press', as: siti, chat: siti, message, row: 0, column: 0 })
  const answer = (parameters = {}) =>
    call('answerCallbackQuery', { callback_query_id: callback, ...parameters })
  return { ...meeting, clock, siti, message, callback, answer }
}

const tooOld = {
  ok: false,
  error_code: 400,
  description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
}

test('a press tells the bot who, where and what', async () => {
  const { call, siti, message, callback } = await pressed()
  const { result } = await call('getUpdates')
  expect(result.at(-1).callback_query).toEqual({
    id: callback,
    from: { id: siti, is_bot: false, first_name: 'Siti', language_code: 'id' },
    message: expect.objectContaining({ message_id: message, text: 'Setuju?' }),
    chat_instance: expect.any(String),
    data: 'ya',
  })
})

test('a press is answered once', async () => {
  const { answer, telegram, callback } = await pressed()
  const told = telegram.answered(callback)
  expect(await answer({ text: 'Tercatat', show_alert: true })).toEqual({ ok: true, result: true })
  expect(await told).toEqual({ text: 'Tercatat', alert: true })
  expect(await answer()).toEqual(tooOld)
})

test('a press cannot be answered after fifteen seconds', async () => {
  const { answer, clock } = await pressed()
  clock.pass(15)
  expect((await answer({ text: 'a'.repeat(201) })).description).toBe('Bad Request: MESSAGE_TOO_LONG')
  clock.pass(1)
  expect(await answer()).toEqual(tooOld)
})

test('whoever waits for an answer learns that there will be none', async () => {
  const { telegram, callback, act, siti } = await pressed()
  const events: unknown[] = []
  telegram.subscribe((event) => events.push(event))
  const told = telegram.answered(callback)
  await act({ do: 'move-clock', seconds: 20 })
  expect(await told).toBeUndefined()
  expect(events).toContainEqual({ type: 'callback-expired', callback, person: siti })
})

test('a press that nobody fetched is forgotten after 150 seconds, a message after a day', async () => {
  const { call, clock } = await pressed()
  clock.pass(151)
  expect((await call('getUpdates')).result.map((update: object) => Object.keys(update)[1])).toEqual([
    'message',
  ])
  clock.pass(24 * 3600)
  expect((await call('getUpdates')).result).toEqual([])
})

test('an old screen can press what is gone', async () => {
  const { act, call, siti, message } = await pressed()
  await act({ do: 'delete', as: siti, chat: siti, message })
  await act({ do: 'press-data', as: siti, chat: siti, message, data: 'lama:1' })
  const { callback_query } = (await call('getUpdates')).result.at(-1)
  expect(callback_query).toMatchObject({ data: 'lama:1', message: { message_id: message, date: 0 } })
})

test('nobody presses a button that is not there', async () => {
  const { telegram, siti, message } = await pressed()
  const there = { do: 'press', as: siti, chat: siti, message } as const
  expect(await telegram.act({ ...there, row: 0, column: 1 })).toMatchObject({ ok: false })
  expect(await telegram.act({ ...there, message: 999, row: 0, column: 0 })).toMatchObject({ ok: false })
})
