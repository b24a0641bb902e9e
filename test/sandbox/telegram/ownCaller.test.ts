import { expect, onTestFinished, test } from 'vitest'
import { TelegramUnreachable, telegramApi } from '../../../src/telegram/api.ts'
import { TelegramRefusal } from '../../../src/telegram/refusal.ts'
import { meetTelegram } from './meet.ts'

async function withCaller() {
  const meeting = await meetTelegram()
  const { telegram, act } = meeting
  const api = telegramApi(telegram.apiRoot, telegram.token)
  onTestFinished(() => api.close())
  await act({ do: 'create-person', id: 11, firstName: 'Siti' })
  await act({ do: 'start', as: 11 })
  const kindOf = async (method: string, parameters: object) => {
    const fault = await api.call(method, parameters).catch((thrown: unknown) => thrown)
    return fault instanceof TelegramRefusal ? fault.refusal.kind : fault
  }
  return { ...meeting, api, kindOf }
}

test('our own caller understands what the local Telegram refuses', async () => {
  const { api, telegram, kindOf, act } = await withCaller()
  const { message_id } = (await api.call('sendMessage', { chat_id: 11, text: 'a' })) as { message_id: number }
  const edit = { chat_id: 11, message_id, text: 'a' }
  expect(await kindOf('editMessageText', edit)).toBe('unchanged')
  expect(await kindOf('editMessageText', { ...edit, message_id: 99 })).toBe('moot')
  expect(await kindOf('answerCallbackQuery', { callback_query_id: 'x' })).toBe('moot')
  expect(await kindOf('sendMessage', { chat_id: 11, text: '<x>', parse_mode: 'HTML' })).toBe('unreadable')
  expect(await kindOf('sendMessage', { chat_id: 12, text: 'a' })).toBe('gone')
  telegram.fault({ kind: { is: 'flood', retryAfter: 3 } })
  expect(await kindOf('sendMessage', { chat_id: 11, text: 'a' })).toBe('wait')
  await act({ do: 'block-bot', as: 11 })
  expect(await kindOf('sendMessage', { chat_id: 11, text: 'a' })).toBe('gone')
})

test('and takes broken connections and pages of errors for an absent Telegram', async () => {
  const { telegram, kindOf } = await withCaller()
  for (const kind of [
    { is: 'reset-before' },
    { is: 'reset-after' },
    { is: 'html-error', code: 502 },
  ] as const) {
    telegram.fault({ kind })
    expect(await kindOf('getMe', {})).toBeInstanceOf(TelegramUnreachable)
  }
})
