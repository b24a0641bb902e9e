import { expect, test } from 'vitest'
import { watchReplies } from '../../src/outbox/delivery/watchReplies.ts'
import { refusalOf, TelegramRefusal } from '../../src/telegram/refusal.ts'

const tooFast = new TelegramRefusal(
  'sendMessage',
  429,
  'Too Many Requests: retry after 7',
  refusalOf({ error_code: 429, parameters: { retry_after: 7 } }),
)

/** Replies through an API that says yes, or throws what it is given. */
function replying(faults: Error[] = []) {
  const calls: string[] = []
  const api = {
    async call(method: string) {
      calls.push(method)
      const fault = faults.shift()
      if (fault) throw fault
      return true
    },
    download: () => Promise.reject(new Error('nothing to download')),
    close: async () => {},
  }
  const pause = async () => {}
  return Object.assign(watchReplies(api, 30, pause), { calls })
}

test('a reply goes at once, and the outbox waits a slot longer', async () => {
  const { api, calls, pace, time } = replying()
  for (let chat = 1; chat <= 10; chat++) await api.call('sendMessage', { chat_id: chat })
  expect(calls).toHaveLength(10)
  expect(pace.wait(time.now())).toBeGreaterThan(200)
  expect(pace.chatWait(10, time.now())).toBeGreaterThan(900)
})

test('only messages count, and in groups their changes', async () => {
  const { api, pace, time, perSecond } = replying()
  for (const method of ['getUpdates', 'answerCallbackQuery', 'editMessageText', 'sendChatAction'])
    await api.call(method, { chat_id: 7 })
  expect(pace.wait(time.now())).toBe(0)
  await api.call('editMessageText', { chat_id: -7 })
  expect(perSecond()).toBeCloseTo(0.1)
})

test('a reply that was too fast stops the outbox as well', async () => {
  const { api, pace, time } = replying([tooFast])
  await expect(api.call('sendMessage', { chat_id: 7 })).rejects.toBe(tooFast)
  expect(pace.wait(time.now())).toBeGreaterThan(6_000)
})

test('but nobody can stop it by pressing many buttons in their own chat', async () => {
  const { api, pace, time } = replying([new Error('lost'), tooFast])
  const usual = pace.rate()
  await expect(api.call('sendMessage', { chat_id: 7 })).rejects.toThrow('lost')
  await expect(api.call('sendMessage', { chat_id: 7 })).rejects.toBe(tooFast)
  expect(pace.wait(time.now())).toBeLessThan(100)
  expect(pace.rate()).toBe(usual)
})
