import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, suluhHouse } from './house.ts'
import { begins } from './wholeSurvey.ts'

let house: House

beforeEach(async () => {
  house = await suluhHouse()
})
afterEach(() => house.close())

test('a lost network is ridden out with growing pauses, and the conversation goes on', async () => {
  const siti = await house.citizen('Siti')
  await begins(siti)
  house.telegram.fault({ method: 'getUpdates', times: 4, kind: { is: 'reset-before' } })
  house.telegram.fault({ method: 'sendMessage', times: 2, kind: { is: 'html-error', code: 502 } })
  await siti.presses('Rawat jalan')
  await siti.hears('2 dari 16')
  await siti.presses('Perempuan')
  await siti.hears('3 dari 16')
  await siti.says('35')
  await siti.hears('4 dari 16')
  expect(house.log.some((line) => line.includes('Telegram cannot be reached'))).toBe(true)
  expect(house.pauses.length).toBeGreaterThan(2)
  expect(await house.database.client.draftAnswer.count()).toBe(3)
})

test('told to wait, the bot waits as long as it was told and then says it', async () => {
  const siti = await house.citizen('Siti')
  await begins(siti)
  house.telegram.fault({ method: 'sendMessage', kind: { is: 'flood', retryAfter: 7 } })
  await siti.presses('Rawat jalan')
  await siti.hears('2 dari 16')
  expect(house.pauses).toContain(7000)
})

test('another instance with the same token is waited out', async () => {
  const siti = await house.citizen('Siti')
  const description =
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'
  house.telegram.fault({ method: 'getUpdates', times: 2, kind: { is: 'error', code: 409, description } })
  await begins(siti)
  await siti.presses('Rawat jalan')
  await siti.hears('2 dari 16')
})

test('a question whose answer got lost on the way is there, once or twice, but never not at all', async () => {
  const siti = await house.citizen('Siti')
  await begins(siti)
  house.telegram.fault({ method: 'sendMessage', kind: { is: 'reset-after' } })
  await siti.presses('Rawat jalan')
  await siti.hears('2 dari 16')
  await siti.presses('Perempuan')
  await siti.hears('3 dari 16')
})

test('who has stopped the bot is remembered as not reachable, until they come back', async () => {
  const siti = await house.citizen('Siti')
  await begins(siti)
  await siti.does({ do: 'block-bot', as: siti.id })
  const reachable = async () =>
    (await house.database.client.person.findMany()).map(({ isReachable }) => isReachable)
  await expect.poll(reachable).toEqual([false])
  await siti.does({ do: 'unblock-bot', as: siti.id })
  await expect.poll(reachable).toEqual([true])
})

test('a question that Telegram held up is the one that shows what is typed in answer to it', async () => {
  const siti = await house.citizen('Siti')
  await begins(siti)
  house.telegram.fault({ method: 'sendMessage', kind: { is: 'latency', milliseconds: 2_300 } })
  const first = await siti.presses('Rawat jalan')
  await siti.hears('2 dari 16')
  await siti.says('perempuan')
  await siti.hears('3 dari 16')
  await house.telegram.quiet()
  const shown = siti.messages().find(({ id }) => id === first.id)
  expect(shown?.text).toContain('✅ Rawat jalan')
})
