import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { packageRoot } from '../packageRoot.ts'

const scripts = `${packageRoot}/dist/sandbox/page/`
const plainFiles = `${packageRoot}/src/sandbox/page/`
const resolve = createRequire(import.meta.url).resolve

/** Preact is served from the package as it is; the page's import map names these addresses. */
const vendored: Record<string, { package: string; file: string }> = {
  'preact.js': { package: 'preact', file: 'dist/preact.module.js' },
  'hooks.js': { package: 'preact', file: 'hooks/dist/hooks.module.js' },
  'jsx-runtime.js': { package: 'preact', file: 'jsx-runtime/dist/jsxRuntime.module.js' },
}

const contentTypes: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
}

/**
 * Serves the chat page: `/` and everything under `/page/`. Resolves to false, with the response untouched, for
 * any other address. Files may change between two requests (a rebuild): browsers ask each time, and get 304
 * for what they already have.
 */
export async function servePage(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const [path = ''] = (request.url ?? '').split('?')
  if (path !== '/' && !path.startsWith('/page/')) return false
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return true
  }
  const file = fileFor(path)
  const content = file && (await contentOf(file))
  if (!file || !content) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
    response.end(path === '/page/main.js' ? 'The page is not built: npm run build' : 'Not found')
    return true
  }
  const etag = `"${createHash('sha256').update(content).digest('base64url')}"`
  const headers: Record<string, string> = {
    etag,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-type': contentTypes[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
  }
  if (path === '/') headers['content-security-policy'] = policyFor(content.toString())
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end()
    return true
  }
  response.writeHead(200, { ...headers, 'content-length': String(content.length) })
  response.end(request.method === 'HEAD' ? undefined : content)
  return true
}

/** Names are matched whole, without a slash or a dot-dot in them, so no address leads out of the folders. */
function fileFor(path: string): string | undefined {
  if (path === '/') return `${plainFiles}index.html`
  const vendor = vendored[path.match(/^\/page\/vendor\/([\w-]+\.js)$/)?.[1] ?? '']
  if (vendor) return resolve(`${vendor.package}/package.json`).replace(/package\.json$/, vendor.file)
  const script = path.match(/^\/page\/(\w+\.js)$/)?.[1]
  if (script) return scripts + script
  const plain = path.match(/^\/page\/(\w+\.(?:css|svg))$/)?.[1]
  return plain && plainFiles + plain
}

/**
 * The page's HTML with a preload for every script it will need: the browser fetches all of them at once
 * instead of finding the next ones inside the last ones.
 */
async function withPreloads(html: string): Promise<string> {
  const found = new Set(['main.js'])
  for (const script of found) {
    const source = (await readIfThere(scripts + script))?.toString() ?? ''
    for (const [, imported] of source.matchAll(/from ['"]\.\/(\w+\.js)['"]/g))
      if (imported) found.add(imported)
  }
  const addresses = [...Object.keys(vendored).map((name) => `vendor/${name}`), ...found]
  const links = addresses.map((address) => `<link rel="modulepreload" href="/page/${address}" />`)
  return html.replace('<script type="module"', `${links.join('')}$&`)
}

/** Indentation is a tenth of the page, and no script here has a string over several lines. */
async function contentOf(file: string): Promise<Buffer | undefined> {
  const content = await readIfThere(file)
  if (content && /\.(js|css)$/.test(file)) return Buffer.from(content.toString().replace(/^ +/gm, ''))
  return content && file.endsWith('.html') ? Buffer.from(await withPreloads(content.toString())) : content
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Nothing but the page's own files may run or be shown; the import map is let in by its hash. */
function policyFor(html: string): string {
  const importMap = html.match(/<script type="importmap">([\s\S]*?)<\/script>/)?.[1] ?? ''
  const hash = createHash('sha256').update(importMap).digest('base64')
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self'",
    "img-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
