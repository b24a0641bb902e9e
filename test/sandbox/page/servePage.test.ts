import { createHash } from 'node:crypto'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { servePage } from '../../../src/sandbox/servePage.ts'

let server: Server
let root: string

beforeAll(async () => {
  server = createServer((incoming, response) => {
    void servePage(incoming, response).then((served) => served || response.writeHead(418).end('not the page'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

/** `fetch` tidies `..` away; a hostile client does not. */
function rawStatus(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    request({ port, host: '127.0.0.1', path }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

describe('the chat page', () => {
  test('allows only its own scripts, and its import map by a hash that fits', async () => {
    const response = await fetch(`${root}/?as=siti&start=x`)
    const html = await response.text()
    const policy = response.headers.get('content-security-policy') ?? ''
    const inline = html.match(/<script type="importmap">([\s\S]*?)<\/script>/)?.[1] ?? ''
    const hash = createHash('sha256').update(inline).digest('base64')
    expect(policy).toContain(`script-src 'self' 'sha256-${hash}'`)
    expect(policy).not.toContain('unsafe')
    expect(html.match(/<script(?![^>]*(src=|importmap))/g)).toBeNull()
  })

  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/page/chat.css', 'text/css; charset=utf-8'],
    ['/page/icon.svg', 'image/svg+xml'],
    ['/page/vendor/preact.js', 'text/javascript; charset=utf-8'],
    ['/page/vendor/hooks.js', 'text/javascript; charset=utf-8'],
    ['/page/vendor/jsx-runtime.js', 'text/javascript; charset=utf-8'],
  ])('%s comes as %s', async (path, type) => {
    const response = await fetch(root + path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('every address in the page leads somewhere', async () => {
    const html = await (await fetch(root)).text()
    const addresses = [
      ...html.matchAll(/(?:href|src)="(\/page\/[^"]+\.(?:css|svg))"|"(\/page\/vendor\/[^"]+)"/g),
    ]
    expect(addresses.length).toBeGreaterThan(6)
    for (const [, linked, imported] of addresses) {
      expect((await fetch(root + (linked ?? imported))).status, linked ?? imported).toBe(200)
    }
  })

  test('a browser that has a file already is told so', async () => {
    const first = await fetch(`${root}/page/chat.css`)
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const again = await fetch(`${root}/page/chat.css`, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  test.each([
    '/page/../servePage.ts',
    '/page/%2e%2e/servePage.ts',
    '/page/..%2f..%2fpackage.json',
    '/page/vendor/../../package.json',
    '/page/tsconfig.json',
    '/page/main.tsx',
    '/page/vendor/constructor.js',
    '/page/',
  ])('nothing outside is served: %s', async (path) => {
    expect(await rawStatus(path)).toBe(404)
  })

  test('writing to it is refused, and other addresses are left to others', async () => {
    expect((await fetch(root, { method: 'POST' })).status).toBe(405)
    expect((await fetch(`${root}/sandbox/state`)).status).toBe(418)
    expect((await fetch(`${root}/pages`)).status).toBe(418)
  })
})
