import { fileTypeFromBuffer } from 'file-type'
import { Telegraf } from 'telegraf'
import { describe, expect, test } from 'vitest'
import { blankPng } from './blankPng.ts'
import { meetTelegram, messagesIn } from './meet.ts'
import { upload } from './upload.ts'

async function withSiti() {
  const meeting = await meetTelegram()
  const siti: number = await meeting.act({ do: 'create-person', firstName: 'Siti' })
  await meeting.act({ do: 'start', as: siti })
  const { telegram } = new Telegraf(meeting.telegram.token, {
    telegram: { apiRoot: meeting.telegram.apiRoot },
  })
  const uploaded = (bytes: Buffer, name: string, type: string) => upload(meeting.telegram, bytes, name, type)
  return { ...meeting, siti, bot: telegram, upload: uploaded }
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
  const photo = await bot.sendPhoto(siti, { source: blankPng(640, 480) })
  expect(photo.photo).toMatchObject([
    { width: 90, height: 68 },
    { width: 320, height: 240 },
    { width: 640, height: 480 },
  ])
  await bot.sendDocument(siti, document.document.file_id)
  expect(messagesIn(telegram, siti).at(-1)).toMatchObject({ document: { name: 'hasil.csv' } })
  await expect(bot.sendPhoto(siti, document.document.file_id)).rejects.toThrow(
    "400: Bad Request: can't use file of type Document as Photo",
  )
  const group = await bot.sendMediaGroup(siti, [
    { type: 'photo', media: { source: blankPng(10, 10) } },
    { type: 'photo', media: { source: blankPng(20, 10) } },
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
  const file = await upload(blankPng(300, 200), 'jalan.png', 'image/png')
  const here = { as: siti, chat: siti }
  await act({ do: 'send-photo', ...here, file })
  await act({ do: 'send-voice', ...here, seconds: 4 })
  await act({ do: 'send-sticker', ...here, emoji: '👍' })
  await act({ do: 'send-location', ...here, latitude: -1.5, longitude: 102.1, accuracy: 12 })
  await act({ do: 'send-contact', ...here, phone: '+62811', firstName: 'Siti', person: siti })
  const messages = (await call('getUpdates')).result
    .slice(1)
    .map(({ message }: { message: object }) => message)
  expect(messages).toMatchObject([
    {
      photo: [
        { width: 90, height: 60 },
        { width: 300, height: 200 },
      ],
    },
    { voice: { duration: 4 } },
    { sticker: { emoji: '👍' } },
    { location: { latitude: -1.5, longitude: 102.1, horizontal_accuracy: 12 } },
    { contact: { phone_number: '+62811', user_id: siti } },
  ])
})

test('a photo is a file in every size, and any of them sends it again', async () => {
  const { bot, siti } = await withSiti()
  const { photo } = await bot.sendPhoto(siti, { source: blankPng(4000, 1000) })
  expect(photo.map(({ width, height }) => [width, height])).toEqual([
    [90, 23],
    [320, 80],
    [800, 200],
    [1280, 320],
    [2560, 640],
  ])
  expect(new Set(photo.map(({ file_id }) => file_id)).size).toBe(5)
  const again = await bot.sendPhoto(siti, photo[1]?.file_id ?? '')
  expect(again.photo).toEqual(photo)
})

test('a person sends a song, a film and the film of a face', async () => {
  const { telegram, siti, act, call, upload } = await withSiti()
  const file = await upload(Buffer.from('isi'), 'acara.mp4', 'video/mp4')
  const media = { do: 'send-media', as: siti, chat: siti, file, seconds: 9 } as const
  await act({ ...media, kind: 'audio' })
  await act({ ...media, kind: 'video', caption: 'lihat' })
  await act({ ...media, kind: 'video_note' })
  const messages = (await call('getUpdates')).result.map(({ message }: { message: object }) => message)
  expect(messages.slice(1)).toMatchObject([
    { audio: { file_name: 'acara.mp4', mime_type: 'video/mp4', duration: 9 } },
    { video: { file_name: 'acara.mp4', duration: 9, width: 1280, height: 720 }, caption: 'lihat' },
    { video_note: { duration: 9, length: 384 } },
  ])
  expect(messages.at(-1).video_note.file_name).toBeUndefined()
  expect(messagesIn(telegram, siti).slice(-3)).toMatchObject([
    { audio: { name: 'acara.mp4', seconds: 9 } },
    { video: { name: 'acara.mp4' } },
    { videoNote: { seconds: 9 } },
  ])
})

test('a voice message is real OGG with OPUS of its length', async () => {
  const { telegram, siti, act, call, bot } = await withSiti()
  await act({ do: 'send-voice', as: siti, chat: siti, seconds: 3 })
  const { voice } = (await call('getUpdates')).result.at(-1).message
  const bytes = Buffer.from(await (await fetch(await bot.getFileLink(voice.file_id))).arrayBuffer())
  expect(await fileTypeFromBuffer(bytes)).toEqual({ ext: 'opus', mime: 'audio/ogg; codecs=opus' })
  expect(voice).toMatchObject({ duration: 3, file_size: bytes.length })
  const again = await bot.sendVoice(siti, voice.file_id)
  expect(again.voice).toMatchObject({ duration: 3 })
  expect(telegram.violations).toEqual([])
})

test('the page gets a file whole, or the part it asks for', async () => {
  const { telegram, upload } = await withSiti()
  const file = await upload(Buffer.from('0123456789'), 'film.mp4', 'video/mp4')
  const ask = async (range?: string) => {
    const headers = range === undefined ? {} : { range }
    const response = await fetch(`${telegram.apiRoot}/sandbox/file/${file}`, { headers })
    return [response.status, await response.text(), response.headers.get('content-range')]
  }
  expect(await ask()).toEqual([200, '0123456789', null])
  expect(await ask('bytes=4-')).toEqual([206, '456789', 'bytes 4-9/10'])
  expect(await ask('bytes=2-3')).toEqual([206, '23', 'bytes 2-3/10'])
  expect(await ask('bytes=8-99')).toEqual([206, '89', 'bytes 8-9/10'])
  expect(await ask('bytes=99-')).toEqual([200, '0123456789', null])
})

describe('a message with a file is changed', () => {
  const buttons = { inline_keyboard: [[{ text: 'Berikutnya', callback_data: 'x' }]] }

  test('to another file, and a text to a file, but nothing to what it is already', async () => {
    const { telegram, bot, siti } = await withSiti()
    const { message_id, photo } = await bot.sendPhoto(
      siti,
      { source: blankPng(640, 480) },
      { caption: 'Satu' },
    )
    const edited = await bot.editMessageMedia(
      siti,
      message_id,
      undefined,
      { type: 'photo', media: { source: blankPng(800, 600) }, caption: 'Dua' },
      { reply_markup: buttons },
    )
    expect(edited).toMatchObject({ caption: 'Dua', reply_markup: buttons, edit_date: expect.any(Number) })
    expect(messagesIn(telegram, siti).at(-1)).toMatchObject({ text: 'Dua', photo: { width: 800 } })
    const { message_id: text } = await bot.sendMessage(siti, 'Tiga')
    const same = { type: 'photo' as const, media: photo[0]?.file_id ?? '', caption: 'Empat' }
    expect(await bot.editMessageMedia(siti, text, undefined, same)).toMatchObject({ photo, caption: 'Empat' })
    expect(await bot.editMessageMedia(siti, text, undefined, same).catch(String)).toMatch('not modified')
    expect(telegram.violations).toEqual([])
  })

  test('not to a text, nor a text’s caption, nor a voice to anything', async () => {
    const { call, bot, siti } = await withSiti()
    const { message_id: photo } = await bot.sendPhoto(siti, { source: blankPng(10, 10) })
    const { message_id: voice } = await bot.sendVoice(siti, { source: Buffer.from('suara') })
    const { message_id: text } = await bot.sendMessage(siti, 'Halo')
    const refusal = async (method: string, message_id: number, content: object) =>
      (await call(method, { chat_id: siti, message_id, ...content })).description
    expect(await refusal('editMessageText', photo, { text: 'a' })).toBe(
      'Bad Request: there is no text in the message to edit',
    )
    expect(await refusal('editMessageCaption', text, { caption: 'a' })).toBe(
      'Bad Request: there is no caption in the message to edit',
    )
    expect(await refusal('editMessageMedia', voice, { media: { type: 'photo', media: 'x' } })).toBe(
      'Bad Request: there is no media in the message to edit',
    )
  })
})

test('a message that came with a keyboard is never changed, and none gets a keyboard later', async () => {
  const { call, siti } = await withSiti()
  const keyboard = { keyboard: [[{ text: 'Kirim lokasi', request_location: true }]] }
  const send = async (reply_markup: object) =>
    (await call('sendMessage', { chat_id: siti, text: 'Di mana?', reply_markup })).result.message_id
  const change = async (message_id: number, reply_markup?: object) =>
    (await call('editMessageText', { chat_id: siti, message_id, text: 'Di sini', reply_markup })).description
  expect(await change(await send(keyboard))).toBe("Bad Request: message can't be edited")
  expect(await change(await send({ force_reply: true }))).toBe("Bad Request: message can't be edited")
  const plain = await send({ remove_keyboard: true })
  expect(await change(plain, keyboard)).toBe('Bad Request: inline keyboard expected')
  expect(await change(plain)).toBeUndefined()
})

describe('a file is refused', () => {
  test.each([
    ['that is no picture', Buffer.from('teks'), 'IMAGE_PROCESS_FAILED'],
    ['that is too wide', blankPng(9000, 1001), 'PHOTO_INVALID_DIMENSIONS'],
    ['that is too narrow', blankPng(10, 201), 'PHOTO_INVALID_DIMENSIONS'],
    ['that is empty', Buffer.alloc(0), 'file must be non-empty'],
    [
      'that is too big for a photo',
      Buffer.concat([blankPng(10, 10), Buffer.alloc(10 * 1024 * 1024)]),
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
