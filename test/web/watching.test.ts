import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { type House, suluhHouse } from '../conversation/house.ts'
import { begins } from '../conversation/wholeSurvey.ts'

async function houseOf(environment: Record<string, string>, instances?: number): Promise<House> {
  const house = await suluhHouse(environment, instances)
  onTestFinished(() => house.close())
  return house
}

const get = async (house: House, path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`http://127.0.0.1:${house.ports()[0]}${path}`, { headers })
  return { status: answer.status, text: await answer.text() }
}

test('a bot that asks for updates shows health and figures where a port is given', async () => {
  const house = await houseOf({ PORT: '0' })
  const siti = await house.citizen('Siti')
  await begins(siti)
  await siti.presses('Rawat jalan')
  await siti.hears('2 dari 16')
  expect(await get(house, '/healthz')).toEqual({ status: 200, text: '{"alive":true}' })
  const { status, text } = await get(house, '/readyz')
  expect(JSON.parse(text)).toEqual({
    ready: true,
    database: 'ok',
    migrations: 'ok',
    telegram: 'ok',
    stopping: false,
  })
  expect(status).toBe(200)
  const figures = (await get(house, '/metrics')).text
  expect(figures).toContain('suluh_updates_total{type="callback_query"} 2')
  expect(figures).toContain('suluh_answers_stored_total 1')
  expect(figures).toContain('suluh_outbox_messages{state="pending"} 0')
  expect(figures).toMatch(/suluh_telegram_call_seconds_count\{method="sendMessage",outcome="ok"\} \d/)
  expect(figures).not.toContain('getUpdates')
  expect(figures).not.toContain(String(siti.id))
  expect((await get(house, '/metrics', { 'x-forwarded-for': '127.0.0.1' })).status).toBe(403)
  expect(await get(house, '/telegram/x')).toEqual({ status: 404, text: '' })
  expect(await get(house, '/')).toEqual({ status: 404, text: '' })
})

test('nothing is listened for where neither a port nor a public address is given', async () => {
  const house = await houseOf({})
  expect(house.ports()).toEqual([0])
})

test('with a token the figures are read from anywhere', async () => {
  const house = await houseOf({ METRICS_TOKEN: 'a token of some length' }, 1)
  const through = { 'x-forwarded-for': '203.0.113.7' }
  expect((await get(house, '/metrics', through)).status).toBe(403)
  const shown = { ...through, authorization: 'Bearer a token of some length' }
  expect((await get(house, '/metrics', shown)).text).toContain('suluh_memory_bytes')
})

test('a port that is taken is told in one line', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  await expect(suluhHouse({ PORT: String(port) })).rejects.toThrow(
    `port ${port} of 127.0.0.1 is taken by another program; choose another in PORT, or stop that one`,
  )
})
