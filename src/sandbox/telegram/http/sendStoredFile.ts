import type { IncomingMessage, ServerResponse } from 'node:http'
import type { StoredFile } from '../state/files.ts'

/** Pictures and sounds may be shown; anything that could run as a page of ours is only for saving. */
const shown = /^(image\/(jpeg|png|webp|gif)|audio\/[\w.+-]+|video\/[\w.+-]+)$/

/** Sends the bytes of a file to the chat page, or a part of them: without that no film can be wound forward. */
export function sendStoredFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: StoredFile | undefined,
): void {
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain' })
    response.end('There is no such file')
    return
  }
  const { name, mimeType } = file.ref
  const isShown = shown.test(mimeType)
  const { bytes } = file
  const part = partOf(request.headers.range, bytes.length)
  response.writeHead(part ? 206 : 200, {
    'content-type': isShown ? mimeType : 'application/octet-stream',
    'content-length': part ? part.end - part.start : bytes.length,
    'accept-ranges': 'bytes',
    ...(part && { 'content-range': `bytes ${part.start}-${part.end - 1}/${bytes.length}` }),
    'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=3600',
  })
  response.end(part ? bytes.subarray(part.start, part.end) : bytes)
}

/** The part that is asked for; `end` is the first byte after it. What makes no sense gets the whole. */
function partOf(range: string | undefined, length: number): { start: number; end: number } | undefined {
  const [, from = '', to = ''] = range?.match(/^bytes=(\d+)-(\d*)$/) ?? []
  const start = Number(from)
  const end = to === '' ? length : Math.min(Number(to) + 1, length)
  return from !== '' && start < end ? { start, end } : undefined
}
