import { expect, test } from 'vitest'
import { meetTelegram, messagesIn } from './meet.ts'

test('several Telegrams live side by side and know nothing of each other', async () => {
  const meetings = await Promise.all(Array.from({ length: 10 }, () => meetTelegram()))
  for (const { act } of meetings) await act({ do: 'create-person', id: 7, firstName: 'Siti' })
  const [first, second] = meetings
  await first?.act({ do: 'start', as: 7 })
  expect(second?.telegram.pendingUpdates()).toBe(0)
  expect(second && messagesIn(second.telegram, 7)).toEqual([])
  expect(new Set(meetings.map(({ telegram }) => telegram.port)).size).toBe(10)
})

test('quiet is when the bot has taken everything and asks for more', async () => {
  const { telegram, act, call } = await meetTelegram()
  await act({ do: 'create-person', id: 7, firstName: 'Siti' })
  await act({ do: 'start', as: 7 })
  let isQuiet = false
  const quiet = telegram.quiet().then(() => {
    isQuiet = true
  })
  const { result } = await call('getUpdates')
  expect(isQuiet).toBe(false)
  const waiting = call('getUpdates', { offset: result[0].update_id + 1, timeout: 30 })
  await quiet
  await act({ do: 'say', as: 7, chat: 7, text: 'halo' })
  expect((await waiting).result).toHaveLength(1)
})
