import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Telegraf } from 'telegraf'
import { describe, expect, onTestFinished, test } from 'vitest'
import { meetTelegram, messagesIn, until } from './meet.ts'

type Listener = (request: IncomingMessage, response: ServerResponse) => void

async function listen(listener: Listener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
}

/** A bot that notes what it gets and answers when it is told to. */
async function bot(answer: (update: string, response: ServerResponse, tries: number) => void) {
  const got: string[] = []
  const headers: IncomingMessage['headers'][] = []
  const url = await listen((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const update = JSON.parse(body)
      const name: string = update.message?.text ?? update.callback_query?.data
      got.push(name)
      headers.push(request.headers)
      answer(name, response, got.filter((other) => other === name).length)
    })
  })
  return { got, headers, url }
}

async function withSiti() {
  const pauses: number[] = []
  let carryOn: (() => void) | undefined
  const meeting = await meetTelegram({
    webhookPause: (milliseconds) =>
      new Promise((resolve) => {
        pauses.push(milliseconds)
        carryOn = resolve
        if (pauses.length < 4) resolve()
      }),
  })
  const siti: number = await meeting.act({ do: 'create-person', firstName: 'Siti' })
  await meeting.act({ do: 'start', as: siti })
  const say = (text: string) => meeting.act({ do: 'say', as: siti, chat: siti, text })
  return { ...meeting, siti, say, pauses, carryOn: () => carryOn?.() }
}

const pending = async (call: (method: string) => Promise<{ result: { pending_update_count: number } }>) =>
  (await call('getWebhookInfo')).result.pending_update_count

test('a Telegraf bot works by webhook', async () => {
  const { telegram, act, siti, call } = await withSiti()
  const options = { telegram: { apiRoot: telegram.apiRoot, webhookReply: false } }
  const telegraf = new Telegraf(telegram.token, options)
  telegraf.on('text', (ctx) => ctx.reply(`Anda menulis: ${ctx.message.text}`))
  telegraf.botInfo = (await call('getMe')).result
  const url = await listen(telegraf.webhookCallback('/hook', { secretToken: 'rahasia_1' }))
  await telegraf.telegram.setWebhook(url, { secret_token: 'rahasia_1', drop_pending_updates: true })
  await act({ do: 'say', as: siti, chat: siti, text: 'halo' })
  await until(telegram, () => messagesIn(telegram, siti).find(({ text }) => text === 'Anda menulis: halo'))
  expect(telegram.violations).toEqual([])
})

test('a waiting poll ends, and others are refused as long as there is a webhook', async () => {
  const { call } = await withSiti()
  const { url } = await bot((_, response) => response.end())
  const waiting = call('getUpdates', { offset: 999_999_999, timeout: 50 })
  await call('getMe')
  await call('setWebhook', { url, allowed_updates: ['message'] })
  expect((await waiting).description).toBe('Conflict: terminated by setWebhook request')
  expect(await call('getUpdates')).toMatchObject({
    error_code: 409,
    description:
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  })
  expect((await call('getWebhookInfo')).result).toMatchObject({ url, allowed_updates: ['message'] })
  await call('deleteWebhook')
  expect((await call('getWebhookInfo')).result.url).toBe('')
})

test('a failed delivery is tried at once, then after 2 and 4 seconds, and in order', async () => {
  const { call, say, pauses, telegram } = await withSiti()
  const hook = await bot((name, response, tries) => {
    response.statusCode = name === '/start' && tries < 4 ? 500 : 200
    response.end()
  })
  await say('dua')
  await call('setWebhook', { url: hook.url, secret_token: 'rahasia' })
  await untilBotHas(() => hook.got.includes('dua'))
  expect(hook.got).toEqual(['/start', '/start', '/start', '/start', 'dua'])
  expect(hook.headers.every((sent) => sent['x-telegram-bot-api-secret-token'] === 'rahasia')).toBe(true)
  expect(pauses).toEqual([2000, 4000])
  expect((await call('getWebhookInfo')).result.last_error_message).toContain('500')
  expect(telegram.violations).toEqual([])
})

test('a bot that asks for patience gets it', async () => {
  const { call, pauses } = await withSiti()
  const hook = await bot((_, response, tries) => {
    if (tries === 1) response.writeHead(503, { 'retry-after': '7' })
    response.end()
  })
  await call('setWebhook', { url: hook.url })
  await untilBotHas(() => hook.got.length === 2)
  expect(pauses).toEqual([7000])
})

test('a slow message holds up the chat, but not a press of the same person', async () => {
  const { call, say, act, siti } = await withSiti()
  const held: ServerResponse[] = []
  const hook = await bot((name, response) => {
    if (name === 'lambat') held.push(response)
    else response.end()
  })
  const { result } = await call('sendMessage', {
    chat_id: siti,
    text: 'Setuju?',
    reply_markup: { inline_keyboard: [[{ text: 'Ya', callback_data: 'tekan' }]] },
  })
  await call('setWebhook', { url: hook.url, drop_pending_updates: true })
  await say('lambat')
  await say('berikut')
  await act({ do: 'press', as: siti, chat: siti, message: result.message_id, row: 0, column: 0 })
  await untilBotHas(() => hook.got.includes('tekan') && hook.got.includes('lambat'))
  expect(hook.got).not.toContain('berikut')
  expect(await pending(call)).toBe(2)
  for (const response of held) response.end()
  await untilBotHas(() => hook.got.includes('berikut'))
})

test('a call in the answer is carried out', async () => {
  const { call, say, siti, telegram } = await withSiti()
  const hook = await bot((_, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ method: 'sendMessage', chat_id: siti, text: 'dari jawaban' }))
  })
  await call('setWebhook', { url: hook.url, drop_pending_updates: true })
  await say('halo')
  await until(telegram, () => messagesIn(telegram, siti).find(({ text }) => text === 'dari jawaban'))
  expect(telegram.calls('sendMessage')).toHaveLength(1)
})

test('without the webhook the undelivered can be polled', async () => {
  const { call, say } = await withSiti()
  const hook = await bot(() => undefined)
  await call('setWebhook', { url: hook.url })
  await say('dua')
  await untilBotHas(() => hook.got.length === 1)
  await call('deleteWebhook')
  const { result } = await call('getUpdates')
  expect(result.map(({ message }: { message: { text: string } }) => message.text)).toEqual(['/start', 'dua'])
})

describe('a webhook is refused', () => {
  test.each([
    [{ url: 'http://example.com/' }, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook'],
    [
      { url: 'https://example.com:3000/' },
      'Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    ],
    [
      { url: 'https://example.com/', secret_token: 'a b' },
      'Bad Request: secret token contains unallowed characters',
    ],
    [{ url: 'https://example.com/', secret_token: 'a'.repeat(257) }, 'Bad Request: secret token is too long'],
  ])('%j', async (parameters, description) => {
    const { call } = await meetTelegram()
    expect(await call('setWebhook', parameters)).toMatchObject({ error_code: 400, description })
  })
})

/** Waits for the bot's own side, which tells nobody: each turn of the event loop is a chance. */
async function untilBotHas(isSo: () => boolean): Promise<void> {
  const begun = performance.now()
  while (!isSo()) {
    if (performance.now() - begun > 4000) throw new Error('it did not happen')
    await new Promise((resolve) => setImmediate(resolve))
  }
}
