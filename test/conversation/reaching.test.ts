import { afterEach, beforeEach, expect, test } from 'vitest'
import { outboxStore } from '../../src/outbox/store.ts'
import { anOutgoing, minutesLater } from '../outbox/anOutgoing.ts'
import { type House, suluhHouse } from './house.ts'

let house: House
beforeEach(async () => {
  house = await suluhHouse()
})
afterEach(() => house.close())

let count = 0

/** Puts in what the bot itself says to admins, for somebody. */
async function writes(chat: number, minutes: number) {
  const key = `made:${++count}`
  const dueAt = minutesLater(minutes)
  const message = anOutgoing({ key, chat, dueAt, kind: 'outbox-doubt', payload: { count: 17 + count } })
  await outboxStore(house.database).put([{ ...message, notBefore: dueAt }])
  await house.timePasses(dueAt)
  return (await house.database.client.outgoing.findUnique({ where: { key } }))?.status
}

test('whoever blocks the bot is not written to, also when Telegram said so before a send failed, until they unblock it', async () => {
  const siti = await house.citizen('Siti')
  await siti.opens()
  await siti.hears('Selamat datang')
  expect(await writes(siti.id, 1)).toBe('sent')
  await siti.hears('pesan untuk grup')

  await siti.does({ do: 'block-bot', as: siti.id })
  await house.telegram.quiet()
  const calls = house.telegram.calls('sendMessage').length
  expect(await writes(siti.id, 2)).toBe('skipped')
  expect(house.telegram.calls('sendMessage')).toHaveLength(calls)

  await siti.does({ do: 'unblock-bot', as: siti.id })
  await house.telegram.quiet()
  expect(await writes(siti.id, 3)).toBe('sent')
})

test('whoever was found to be gone by another instance is reachable once they come back', async () => {
  const siti = await house.citizen('Siti')
  await siti.opens()
  await siti.hears('Selamat datang')
  const row = { id: BigInt(siti.id), isReachable: false }
  await house.database.client.person.create({ data: row })
  expect(await writes(siti.id, 1)).toBe('skipped')
  await siti.does({ do: 'block-bot', as: siti.id })
  await siti.does({ do: 'unblock-bot', as: siti.id })
  await house.telegram.quiet()
  expect(await writes(siti.id, 2)).toBe('sent')
})

test('the bot stops in peace and goes on where it was', async () => {
  const siti = await house.citizen('Siti')
  await siti.opens()
  await siti.hears('Selamat datang')
  expect(await writes(siti.id, 1)).toBe('sent')
  await house.restartsBot()
  expect(await writes(siti.id, 2)).toBe('sent')
  expect(await house.database.client.lease.count({ where: { name: 'outbox' } })).toBe(1)
})
