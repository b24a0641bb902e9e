import type { ServerResponse } from 'node:http'
import type { StoredFile } from '../state/files.ts'

/** Pictures and sounds may be shown; anything that could run as a page of ours is only for saving. */
const shown = /^(image\/(jpeg|png|webp|gif)|audio\/[\w.+-]+|video\/[\w.+-]+)$/

/** Sends the bytes of a file to the chat page. */
export function sendStoredFile(response: ServerResponse, file: StoredFile | undefined): void {
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain' })
    response.end('There is no such file')
    return
  }
  const { name, mimeType } = file.ref
  const isShown = shown.test(mimeType)
  response.writeHead(200, {
    'content-type': isShown ? mimeType : 'application/octet-stream',
    'content-length': file.bytes.length,
    'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=3600',
  })
  response.end(file.bytes)
}
