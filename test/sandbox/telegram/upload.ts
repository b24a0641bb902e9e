import type { LocalTelegram } from '../../../src/sandbox/telegram/localTelegram.ts'

/** Stores a file in the local Telegram, as the chat page does before somebody sends it; gives its id. */
export async function upload(
  { apiRoot }: LocalTelegram,
  bytes: Buffer,
  name = 'berkas',
  type = 'application/octet-stream',
): Promise<string> {
  const address = `${apiRoot}/sandbox/upload?${new URLSearchParams({ name, type })}`
  const response = await fetch(address, { method: 'POST', body: new Uint8Array(bytes) })
  return ((await response.json()) as { file: { fileId: string } }).file.fileId
}
