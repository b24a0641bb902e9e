import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import type { SandboxEvent } from '../../../src/sandbox/protocol.ts'
import type { LocalTelegram } from '../../../src/sandbox/telegram/localTelegram.ts'
import { meetTelegram, stillClock } from './meet.ts'

const post = (telegram: LocalTelegram, act: unknown, headers = {}) =>
  fetch(`${telegram.apiRoot}/sandbox/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(act),
  })

/** Reads server-sent events until there are as many as wanted. */
async function events(telegram: LocalTelegram, after: number, count: number) {
  const response = await fetch(`${telegram.apiRoot}/sandbox/events?after=${after}`)
  const found: { id: number; event: SandboxEvent }[] = []
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += new TextDecoder().decode(chunk)
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [, id, data] = text.slice(0, end).match(/^id: (\d+)\ndata: (.*)$/) ?? []
      if (id && data) found.push({ id: Number(id), event: JSON.parse(data) })
      text = text.slice(end + 2)
    }
    if (found.length >= count) break
  }
  return found
}

test('the page acts, reads the state and hears what happens', async () => {
  const { telegram } = await meetTelegram({ clock: stillClock() })
  const before = telegram.state()
  const created = await (await post(telegram, { do: 'create-person', firstName: 'Siti' })).json()
  expect(created).toEqual({ ok: true, result: expect.any(Number) })
  const as = (created as { result: number }).result
  expect(await (await post(telegram, { do: 'say', as, chat: as, text: 'x' })).json()).toEqual({
    ok: false,
    problem: 'Tekan MULAI dahulu',
  })
  await post(telegram, { do: 'start', as })
  const state = await (await fetch(`${telegram.apiRoot}/sandbox/state`)).json()
  expect(state).toEqual(JSON.parse(JSON.stringify(telegram.state())))
  const heard = await events(telegram, before.lastEvent, 5)
  expect(heard.map(({ event }) => event.type)).toEqual([
    'persona-changed',
    'chat-changed',
    'persona-changed',
    'message',
    'journal',
  ])
  expect(heard[0]?.id).toBe(before.lastEvent + 1)
})

test('events that are no longer known are not passed over in silence', async () => {
  const { telegram } = await meetTelegram()
  expect((await fetch(`${telegram.apiRoot}/sandbox/events?after=99`)).status).toBe(410)
})

test('what is no act is refused with a reason', async () => {
  const { telegram } = await meetTelegram()
  for (const act of [{ do: 'fly' }, { do: 'say', as: 'x' }, null]) {
    const response = await post(telegram, act)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ ok: false, problem: expect.any(String) })
  }
})

test('an uploaded page is only for saving', async () => {
  const { telegram } = await meetTelegram()
  const upload = `${telegram.apiRoot}/sandbox/upload?name=../a.html&type=text/html`
  const body = (await (await fetch(upload, { method: 'POST', body: '<script>' })).json()) as {
    file: { fileId: string; name: string }
  }
  expect(body.file.name).toBe('.._a.html')
  const response = await fetch(`${telegram.apiRoot}/sandbox/file/${body.file.fileId}`)
  expect(response.headers.get('content-type')).toBe('application/octet-stream')
  expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(response.headers.get('content-security-policy')).toContain('sandbox')
})

describe('another site open in the same browser', () => {
  test.each([
    ['names itself', { origin: 'http://evil.example' }],
    ['hides its name', { origin: 'null' }],
    ['is another port', { origin: 'http://127.0.0.1:1' }],
    ['asks for a picture', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    ['uses a name that leads here', { host: 'evil.example' }],
    ['sends a form', { 'content-type': 'text/plain' }],
  ])('is refused when it %s', async (_, headers) => {
    const { telegram } = await meetTelegram()
    expect(await statusOf(telegram, headers)).toBeGreaterThanOrEqual(400)
    expect(telegram.state().personas).toHaveLength(1)
  })

  test('cannot speak as the bot either', async () => {
    const { telegram } = await meetTelegram()
    const path = `/bot${telegram.token}/getMe`
    expect(await statusOf(telegram, { origin: 'http://evil.example' }, path)).toBe(403)
    expect(await statusOf(telegram, {}, path)).toBe(200)
  })

  test('but our own page is not', async () => {
    const { telegram } = await meetTelegram()
    const own = { origin: telegram.apiRoot, 'sec-fetch-site': 'same-origin' }
    expect(await statusOf(telegram, own)).toBe(200)
  })
})

/** `fetch` would not let a test choose these headers. */
function statusOf(
  telegram: LocalTelegram,
  headers: Record<string, string>,
  path = '/sandbox/act',
): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port: telegram.port,
        host: '127.0.0.1',
        path,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
      },
      (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      },
    )
    sent.on('error', reject)
    sent.end(JSON.stringify({ do: 'create-person', firstName: 'Siti' }))
  })
}
