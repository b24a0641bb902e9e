import { Telegraf } from 'telegraf'
import { describe, expect, test } from 'vitest'
import type { LocalTelegramOptions } from '../../../src/sandbox/telegram/localTelegram.ts'
import { meetTelegram, messagesIn, stillClock } from './meet.ts'

async function withPeople(count: number, options: LocalTelegramOptions = {}) {
  const clock = stillClock()
  const meeting = await meetTelegram({ clock, ...options })
  for (let id = 1; id <= count; id++) {
    await meeting.act({ do: 'create-person', id, firstName: `Warga ${id}` })
    await meeting.act({ do: 'start', as: id })
  }
  const send = (chat_id: number) => meeting.call('sendMessage', { chat_id, text: 'a' })
  return { ...meeting, clock, send }
}

describe('with Telegram’s rates', () => {
  test('one chat takes a short burst, then a message a second', async () => {
    const { send, clock } = await withPeople(1, { limits: true })
    for (let sent = 0; sent < 4; sent++) expect(await send(1)).toMatchObject({ ok: true })
    expect(await send(1)).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    })
    clock.pass(1)
    expect(await send(1)).toMatchObject({ ok: true })
    expect(await send(1)).toMatchObject({ error_code: 429 })
  })

  test('thirty messages a second to all together, and the header says how long to wait', async () => {
    const { send, clock, telegram } = await withPeople(31, { limits: true })
    for (let person = 1; person <= 30; person++) expect(await send(person)).toMatchObject({ ok: true })
    const url = `${telegram.apiRoot}/bot${telegram.token}/sendMessage?chat_id=31&text=a`
    const refused = await fetch(url)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('1')
    clock.pass(1)
    expect(await send(31)).toMatchObject({ ok: true })
  })

  test('a group takes twenty a minute', async () => {
    const { act, send, clock, telegram } = await withPeople(1, { limits: true })
    const bot = telegram.state().bot.id
    const chat: number = await act({
      do: 'create-group',
      as: 1,
      title: 'G',
      kind: 'group',
      isForum: false,
      members: [bot],
    })
    for (let sent = 0; sent < 20; sent++) expect(await send(chat)).toMatchObject({ ok: true })
    expect(await send(chat)).toMatchObject({ parameters: { retry_after: 3 } })
    clock.pass(3)
    expect(await send(chat)).toMatchObject({ ok: true })
  })

  test('whoever keeps pushing waits longer, if so wished', async () => {
    const { send } = await withPeople(1, { limits: { chatBurst: 1, penalty: 2 } })
    await send(1)
    expect((await send(1)).parameters.retry_after).toBe(1)
    expect((await send(1)).parameters.retry_after).toBe(3)
    expect((await send(1)).parameters.retry_after).toBe(5)
  })

  test('they can be switched on and off', async () => {
    const { send, act } = await withPeople(1)
    for (let sent = 0; sent < 40; sent++) await send(1)
    await act({ do: 'set-limits', limits: true })
    for (let sent = 0; sent < 4; sent++) await send(1)
    expect(await send(1)).toMatchObject({ error_code: 429 })
  })
})

describe('a disturbance', () => {
  test('strikes the method, the chat and as often as it was told', async () => {
    const { telegram, send } = await withPeople(2)
    telegram.fault({ method: 'sendMessage', chat: 2, times: 2, kind: { is: 'flood', retryAfter: 9 } })
    expect(await send(1)).toMatchObject({ ok: true })
    expect((await send(2)).parameters).toEqual({ retry_after: 9 })
    expect((await send(2)).description).toBe('Too Many Requests: retry after 9')
    expect(await send(2)).toMatchObject({ ok: true })
  })

  test('can be any refusal, through Telegraf too', async () => {
    const { telegram } = await withPeople(1)
    const description = 'Forbidden: bot was blocked by the user'
    telegram.fault({ method: 'sendmessage', kind: { is: 'error', code: 403, description } })
    const bot = new Telegraf(telegram.token, { telegram: { apiRoot: telegram.apiRoot } })
    await expect(bot.telegram.sendMessage(1, 'a')).rejects.toMatchObject({ code: 403, description })
  })

  test('can be a page of the web server', async () => {
    const { telegram } = await withPeople(0)
    telegram.fault({ kind: { is: 'html-error', code: 502 } })
    const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/getMe`)
    expect(response.status).toBe(502)
    expect(await response.text()).toContain('<title>502 Bad Gateway</title>')
  })

  test('can break the connection before or after the deed', async () => {
    const { telegram, send } = await withPeople(1)
    const said = () => messagesIn(telegram, 1).filter(({ text }) => text === 'a').length
    telegram.fault({ method: 'sendMessage', kind: { is: 'reset-before' } })
    await expect(send(1)).rejects.toThrow()
    expect(said()).toBe(0)
    telegram.fault({ method: 'sendMessage', kind: { is: 'reset-after' } })
    await expect(send(1)).rejects.toThrow()
    expect(said()).toBe(1)
  })

  test('can make it slow', async () => {
    const { telegram, call } = await withPeople(0)
    telegram.fault({ method: 'getMe', kind: { is: 'latency', milliseconds: 30 } })
    const begun = performance.now()
    await call('getMe')
    expect(performance.now() - begun).toBeGreaterThanOrEqual(29)
  })
})
