import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Pool } from 'undici'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { exchange } from '../../src/telegram/exchange.ts'

const server = createServer((request, response) => {
  if (request.url === '/silent') return
  response.write('{"ok":')
  setImmediate(() => response.end('true}'))
})
let pool: Pool

beforeEach(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  pool = new Pool(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
afterEach(async () => {
  await pool.destroy()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const post = (path: string) => ({ path, method: 'POST', body: '{}' }) as const

test('an answer that comes in pieces is read whole', async () => {
  expect(await exchange(pool, post('/'))).toBe('{"ok":true}')
})

test('a request is given up at the signal, whether it waits for an answer, a connection, or is not even sent', async () => {
  const waiting = new AbortController()
  const answer = exchange(pool, post('/silent'), waiting.signal)
  await exchange(pool, post('/'))
  waiting.abort(new Error('enough'))
  await expect(answer).rejects.toThrow('enough')

  const connecting = new AbortController()
  const unsent = exchange(pool, post('/silent'), connecting.signal)
  connecting.abort(new Error('enough'))
  await expect(unsent).rejects.toThrow('enough')

  await expect(exchange(pool, post('/silent'), AbortSignal.abort(new Error('enough')))).rejects.toThrow(
    'enough',
  )
})

test('a server that hangs up is a fault, not a silence', async () => {
  const answer = exchange(pool, post('/silent'))
  await exchange(pool, post('/'))
  server.closeAllConnections()
  await expect(answer).rejects.toThrow()
})
