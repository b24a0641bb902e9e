import { Telegraf } from 'telegraf'
import { describe, expect, test } from 'vitest'
import { meetTelegram, messagesIn } from './meet.ts'

/** The beginning of a PNG: all that tells its size. */
function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(33)
  bytes.write('\x89PNG\r\n\x1a\n', 'latin1')
  bytes.writeUInt32BE(13, 8)
  bytes.write('IHDR', 12)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

async function withSiti() {
  const meeting = await meetTelegram()
  const siti: number = await meeting.act({ do: 'create-person', firstName: 'Siti' })
  await meeting.act({ do: 'start', as: siti })
  const { telegram } = new Telegraf(meeting.telegram.token, {
    telegram: { apiRoot: meeting.telegram.apiRoot },
  })
  const upload = async (bytes: Buffer, name: string, type: string): Promise<string> => {
    const query = new URLSearchParams({ name, type })
    const address = `${meeting.telegram.apiRoot}/sandbox/upload?${query}`
    const response = await fetch(address, { method: 'POST', body: new Uint8Array(bytes) })
    return ((await response.json()) as { file: { fileId: string } }).file.fileId
  }
  return { ...meeting, siti, bot: telegram, upload }
}

test('a bot sends a document and a photo through Telegraf, and sends them again by id', async () => {
  const { telegram, bot, siti } = await withSiti()
  const document = await bot.sendDocument(
    siti,
    { source: Buffer.from('no,nilai\n1,4\n'), filename: 'hasil.csv' },
    { caption: '<b>Hasil</b>', parse_mode: 'HTML' },
  )
  expect(document).toMatchObject({
    document: { file_name: 'hasil.csv', file_size: 13 },
    caption: 'Hasil',
    caption_entities: [{ type: 'bold', offset: 0, length: 5 }],
  })
  const photo = await bot.sendPhoto(siti, { source: png(640, 480) })
  expect(photo.photo).toMatchObject([{ width: 640, height: 480 }])
  await bot.sendDocument(siti, document.document.file_id)
  expect(messagesIn(telegram, siti).at(-1)).toMatchObject({ document: { name: 'hasil.csv' } })
  await expect(bot.sendPhoto(siti, document.document.file_id)).rejects.toThrow(
    "400: Bad Request: can't use file of type Document as Photo",
  )
  const group = await bot.sendMediaGroup(siti, [
    { type: 'photo', media: { source: png(10, 10) } },
    { type: 'photo', media: { source: png(20, 10) } },
  ])
  expect(new Set(group.map(({ media_group_id }) => media_group_id)).size).toBe(1)
  expect(telegram.violations).toEqual([])
})

test('a bot downloads what a person sent', async () => {
  const { bot, siti, act, call, upload } = await withSiti()
  const file = await upload(Buffer.from('isi surat'), 'surat pengaduan.txt', 'text/plain')
  await act({ do: 'send-document', as: siti, chat: siti, file, caption: 'mohon dibaca' })
  const { message } = (await call('getUpdates')).result.at(-1)
  expect(message).toMatchObject({
    caption: 'mohon dibaca',
    document: { file_name: 'surat pengaduan.txt', mime_type: 'text/plain', file_size: 9 },
  })
  const link = await bot.getFileLink(message.document.file_id)
  expect(await (await fetch(link)).text()).toBe('isi surat')
  expect((await fetch(`${link.href}x`)).status).toBe(404)
})

test('a person sends a photo, a voice, a sticker, a place and a number', async () => {
  const { siti, act, call, upload } = await withSiti()
  const file = await upload(png(300, 200), 'jalan.png', 'image/png')
  const here = { as: siti, chat: siti }
  await act({ do: 'send-photo', ...here, file })
  await act({ do: 'send-voice', ...here, seconds: 4 })
  await act({ do: 'send-sticker', ...here, emoji: '👍' })
  await act({ do: 'send-location', ...here, latitude: -1.5, longitude: 102.1 })
  await act({ do: 'send-contact', ...here, phone: '+62811', firstName: 'Siti', person: siti })
  const messages = (await call('getUpdates')).result
    .slice(1)
    .map(({ message }: { message: object }) => message)
  expect(messages).toMatchObject([
    { photo: [{ width: 300, height: 200 }] },
    { voice: { duration: 4 } },
    { sticker: { emoji: '👍' } },
    { location: { latitude: -1.5, longitude: 102.1 } },
    { contact: { phone_number: '+62811', user_id: siti } },
  ])
})

describe('a file is refused', () => {
  test.each([
    ['that is no picture', Buffer.from('teks'), 'IMAGE_PROCESS_FAILED'],
    ['that is too wide', png(9000, 1001), 'PHOTO_INVALID_DIMENSIONS'],
    ['that is too narrow', png(10, 201), 'PHOTO_INVALID_DIMENSIONS'],
    ['that is empty', Buffer.alloc(0), 'file must be non-empty'],
    [
      'that is too big for a photo',
      Buffer.concat([png(10, 10), Buffer.alloc(10 * 1024 * 1024)]),
      'file is too big',
    ],
  ])('%s', async (_, source, problem) => {
    const { bot, siti } = await withSiti()
    await expect(bot.sendPhoto(siti, { source })).rejects.toThrow(`400: Bad Request: ${problem}`)
  })

  test('when it is not there', async () => {
    const { call, siti } = await withSiti()
    const refusal = async (method: string, parameters: object) => (await call(method, parameters)).description
    expect(await refusal('sendPhoto', { chat_id: siti })).toBe(
      'Bad Request: there is no photo in the request',
    )
    expect(await refusal('sendPhoto', { chat_id: siti, photo: 'x' })).toBe(
      'Bad Request: wrong file identifier/HTTP URL specified',
    )
    expect(await refusal('getFile', { file_id: 'x' })).toBe(
      'Bad Request: wrong file_id or the file is temporarily unavailable',
    )
  })

  test('when it is too big to download', async () => {
    const { siti, act, call, upload } = await withSiti()
    const file = await upload(Buffer.alloc(20 * 1024 * 1024 + 1), 'besar.bin', '')
    await act({ do: 'send-document', as: siti, chat: siti, file })
    expect((await call('getFile', { file_id: file })).description).toBe('Bad Request: file is too big')
  })
})
