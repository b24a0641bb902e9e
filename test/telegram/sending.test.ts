import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Html, html, plainText } from '../../src/message/html.ts'
import type { Button } from '../../src/message/message.ts'
import { BIGGEST_PHOTO, BIGGEST_UPLOAD, type OwnFile } from '../../src/message/messageFile.ts'
import { TelegramRefusal } from '../../src/telegram/refusal.ts'
import { blankPng } from '../sandbox/telegram/blankPng.ts'
import { upload } from '../sandbox/telegram/upload.ts'
import { aSender } from './aSender.ts'

const buttons: Button[][] = [[{ text: 'Lanjut', press: { do: 'submit', draft: 'abc' } }]]
const photo: OwnFile = { kind: 'photo', name: 'grafik.png', content: blankPng(640, 480) }
const words = (length: number) =>
  html`<b>${'kata & '.repeat(Math.ceil(length / 7)).slice(0, length - 1)}.</b>`

describe('a message with a file', () => {
  test('comes with its words below it and its buttons', async () => {
    const { sender, siti, said, telegram } = await aSender()
    const id = await sender.say(siti, { html: html`<b>Hasil</b> ${'<i>'}`, file: photo, buttons })
    expect(said()).toMatchObject([
      {
        id,
        photo: { name: 'grafik.png', width: 640, height: 480 },
        text: 'Hasil <i>',
        entities: [{ type: 'bold', offset: 0, length: 5 }],
        inlineKeyboard: [[{ text: 'Lanjut' }]],
      },
    ])
    expect(telegram.violations).toEqual([])
  })

  test('may lie on the disk, and needs no words', async () => {
    const { sender, siti, said, folder, telegram } = await aSender()
    const path = join(folder, 'x.csv')
    writeFileSync(path, 'no;nilai\n'.repeat(200_000))
    await sender.say(siti, {
      html: html``,
      file: { kind: 'document', name: 'hasil "akhir".csv', content: { path } },
    })
    expect(said()).toMatchObject([{ document: { name: "hasil 'akhir'.csv", size: 1_800_000 } }])
    const [{ document } = {}] = said()
    const sent = await fetch(`${telegram.apiRoot}/sandbox/file/${document?.fileId}`)
    expect(await sent.text()).toBe('no;nilai\n'.repeat(200_000))
    expect(said()[0]?.text).toBeUndefined()
  })

  test('is followed by its words when they are too long for a caption', async () => {
    const { sender, siti, said } = await aSender()
    await sender.say(siti, { html: words(1024), file: photo, buttons })
    const id = await sender.say(siti, { html: words(1025), file: photo, buttons })
    const [short, bare, long] = said()
    expect(short).toMatchObject({
      photo: {},
      text: expect.stringMatching(/^.{1024}$/),
      inlineKeyboard: [[{}]],
    })
    expect(bare?.photo).toBeDefined()
    expect(bare?.text).toBeUndefined()
    expect(bare?.inlineKeyboard).toBeUndefined()
    expect(long).toMatchObject({ id, text: expect.stringMatching(/^.{1025}$/), inlineKeyboard: [[{}]] })
  })

  test.each(['audio', 'video', 'voice', 'photo', 'document'] as const)(
    'that Telegram has goes by its id: %s',
    async (kind) => {
      const { sender, siti, act, telegram, said } = await aSender()
      const file = await upload(telegram, blankPng(10, 10))
      const where = { as: siti, chat: siti, file }
      if (kind === 'photo' || kind === 'document') await act({ do: `send-${kind}`, ...where })
      else if (kind === 'voice') await act({ do: 'send-voice', ...where, seconds: 1 })
      else await act({ do: 'send-media', kind, ...where })
      const [theirs] = telegram.state().chats[0]?.messages.slice(-1) ?? []
      const fileId = theirs?.[kind]?.fileId ?? ''
      await sender.say(siti, { html: html`Ini`, file: { kind, fileId } })
      expect(said().at(-1)).toMatchObject({ [kind]: { fileId }, text: 'Ini' })
    },
  )

  test('with a key is uploaded once, and once more when Telegram has forgotten it', async () => {
    const { sender, siti, telegram, said } = await aSender()
    const file = { ...photo, key: 'grafik-7' }
    const uploads = () => telegram.calls('sendPhoto').map(({ body }) => (body as { photo: string }).photo)
    for (const each of ['satu', 'dua']) await sender.say(siti, { html: html`${each}`, file })
    expect(uploads()).toEqual(['attach://file', said()[0]?.photo?.fileId])
    expect(said()[1]?.photo).toEqual(said()[0]?.photo)
    telegram.fault({
      kind: { is: 'error', code: 400, description: 'Bad Request: wrong file identifier/HTTP URL specified' },
    })
    await sender.say(siti, { html: html`tiga`, file })
    expect(said().map(({ text }) => text)).toEqual(['satu', 'dua', 'tiga'])
    expect(uploads().at(-1)).toBe('attach://file')
    await sender.say(siti, { html: html`empat`, file: { ...file, key: 'grafik-8' } })
    expect(uploads().at(-1)).toBe('attach://file')
  })

  test.each([
    ['a picture that Telegram cannot show', Buffer.from('bukan gambar')],
    ['a picture that is too wide', blankPng(9000, 1001)],
    ['a photo that is too big', Buffer.concat([blankPng(10, 10), Buffer.alloc(BIGGEST_PHOTO)])],
  ])('goes as a document when it is %s', async (_, content) => {
    const { sender, siti, said, telegram } = await aSender()
    await sender.say(siti, { html: html`Denah`, file: { ...photo, content }, buttons })
    expect(said()).toMatchObject([
      {
        document: { name: 'grafik.png', size: content.length },
        text: 'Denah',
        inlineKeyboard: [[{ text: 'Lanjut' }]],
      },
    ])
    expect(telegram.violations).toEqual([])
  })

  test('that is over 50 MB is not even tried', async () => {
    const { sender, siti, telegram, said } = await aSender()
    const content = new Uint8Array(BIGGEST_UPLOAD + 1)
    const fault = await sender
      .say(siti, { html: html`Ekspor`, file: { kind: 'document', name: 'a', content } })
      .catch((thrown: unknown) => thrown)
    expect(fault).toBeInstanceOf(TelegramRefusal)
    expect(fault).toMatchObject({ refusal: { kind: 'too-big' } })
    expect(telegram.calls('sendDocument')).toEqual([])
    expect(said()).toEqual([])
  })

  test('that is not on the disk any more is our fault, and nothing is tried again', async () => {
    const { sender, siti, folder, pauses } = await aSender()
    const content = { path: join(folder, 'hilang.csv') }
    const saying = sender.say(siti, { html: html`Ekspor`, file: { kind: 'document', name: 'a', content } })
    await expect(saying).rejects.toThrow('ENOENT')
    expect(pauses).toEqual([])
  })
})

describe('a file is sent whole, and once, also when', () => {
  test.each([
    ['Telegram says to wait', { is: 'flood', retryAfter: 3 } as const, [3000]],
    ['the line breaks', { is: 'reset-before' } as const, [500]],
    ['Telegram is ill', { is: 'html-error', code: 502 } as const, [500]],
  ])('%s', async (_, kind, waited) => {
    const { sender, siti, telegram, said, folder, pauses } = await aSender()
    const path = join(folder, 'a.txt')
    writeFileSync(path, 'x'.repeat(100_000))
    telegram.fault({ method: 'sendDocument', kind })
    await sender.say(siti, { html: html`Ini`, file: { kind: 'document', name: 'a.txt', content: { path } } })
    expect(said()).toMatchObject([{ document: { size: 100_000 } }])
    expect(pauses).toEqual(waited)
  })

  test('our HTML cannot be read: then its words are plain', async () => {
    const { sender, siti, said, log } = await aSender()
    await sender.say(siti, { html: '<x>a &amp; b' as Html, file: photo, buttons })
    expect(said()).toMatchObject([{ photo: {}, text: 'a & b', inlineKeyboard: [[{}]] }])
    expect(log.join()).toContain('our HTML was refused')
  })

  test('the person has stopped the bot: then it is told, and nothing is thrown', async () => {
    const { sender, siti, act, gone } = await aSender()
    await act({ do: 'block-bot', as: siti })
    expect(await sender.say(siti, { html: words(1500), file: photo })).toBeUndefined()
    expect(gone).toEqual([siti])
  })
})

describe('words', () => {
  test('that are too long for one message come in pieces, the buttons under the last', async () => {
    const { sender, siti, said } = await aSender()
    const id = await sender.say(siti, { html: words(9000), buttons })
    const pieces = said()
    expect(pieces).toHaveLength(3)
    expect(pieces.map(({ inlineKeyboard }) => inlineKeyboard?.length)).toEqual([undefined, undefined, 1])
    expect(pieces.at(-1)?.id).toBe(id)
    expect(pieces.map(({ entities }) => entities[0]?.type)).toEqual(['bold', 'bold', 'bold'])
    expect(
      pieces
        .map(({ text }) => text)
        .join('')
        .replace(/\s/g, ''),
    ).toBe(plainText(words(9000)).replace(/\s/g, ''))
  })
})

describe('a keyboard', () => {
  test('stands below the message until it is taken away', async () => {
    const { sender, siti, telegram, act } = await aSender()
    const keyboard = {
      rows: [[{ text: 'Kirim lokasi saya', shares: 'location' as const }], ['Lewati', 'Batal']],
      placeholder: `Tekan tombol ${'atau ketik '.repeat(9)}`,
    }
    const panel = () => telegram.state().chats.find(({ id }) => id === siti)?.replyPanel
    await sender.say(siti, { html: html`Di mana?`, keyboard })
    expect(panel()).toMatchObject({
      rows: [[{ text: 'Kirim lokasi saya', request: 'location' }], [{ text: 'Lewati' }, { text: 'Batal' }]],
      resize: true,
      oneTime: true,
      placeholder: expect.stringMatching(/^.{1,63}…$/),
    })
    await act({ do: 'say', as: siti, chat: siti, text: 'Lewati' })
    await sender.say(siti, { html: html`Baik.`, removeKeyboard: true })
    expect(panel()).toBeUndefined()
    expect(telegram.violations).toEqual([])
  })
})

test('nothing of the token is ever logged or thrown', async () => {
  const { sender, siti, telegram, log, api } = await aSender()
  telegram.fault({ times: 4, kind: { is: 'reset-before' } })
  const fault = await sender.say(siti, { html: html`Ini`, file: photo }).catch((thrown: unknown) => thrown)
  const download = await api
    .download('documents/x', AbortSignal.timeout(5000))
    .catch((thrown: unknown) => thrown)
  const told = `${log.join()} ${(fault as Error).stack} ${(download as Error).stack}`
  expect(told).toContain('sendPhoto')
  expect(told).toContain('download: 404')
  expect(told).not.toContain(telegram.token.split(':')[1])
})
