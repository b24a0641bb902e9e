import { describe, expect, test } from 'vitest'
import { html } from '../../src/message/html.ts'
import type { Button, Message } from '../../src/message/message.ts'
import type { OwnFile } from '../../src/message/messageFile.ts'
import type { SuluhContext } from '../../src/telegram/context.ts'
import { canBecome, type Holding } from '../../src/telegram/editingCall.ts'
import { responder } from '../../src/telegram/respond.ts'
import { blankPng } from '../sandbox/telegram/blankPng.ts'
import { aSender } from './aSender.ts'

const buttons: Button[][] = [[{ text: 'Lanjut', press: { do: 'submit', draft: 'abc' } }]]
const photo = (width: number): OwnFile => ({ kind: 'photo', name: 'a.png', content: blankPng(width, 100) })
const long = (length: number) => html`${'x'.repeat(length)}`

describe('what a message can become in its place', () => {
  const keyboard = { rows: [['Ya']] }
  test.each<[string, Message, Holding[]]>([
    ['words', { html: html`a` }, ['text', 'unknown']],
    ['the most words', { html: long(4096) }, ['text', 'unknown']],
    ['too many words', { html: long(4097) }, []],
    ['a file', { html: html`a`, file: photo(9) }, ['text', 'file', 'unknown']],
    ['a file with the longest caption', { html: long(1024), file: photo(9) }, ['text', 'file', 'unknown']],
    ['a file with more words', { html: long(1025), file: photo(9) }, []],
    ['the same file, other words', { html: html`a`, file: 'kept' }, ['text', 'file', 'unknown']],
    ['the same file, too many words', { html: long(1025), file: 'kept' }, ['text']],
    ['a voice', { html: html`a`, file: { kind: 'voice', fileId: 'x' } }, []],
    ['words with a keyboard', { html: html`a`, keyboard }, []],
    ['words that take the keyboard away', { html: html`a`, removeKeyboard: true }, []],
  ])('%s', (_, message, held) => {
    const all: Holding[] = ['text', 'file', 'unknown']
    expect(all.filter((holds) => canBecome(holds, message))).toEqual(held)
  })
})

/** Siti presses a button under the message, and the bot replies. */
async function aTalk(message: Message) {
  const talk = await aSender()
  const { sender, siti, act, call, said } = talk
  const id = (await sender.say(siti, message)) as number
  await act({ do: 'press', as: siti, chat: siti, message: id, row: 0, column: 0 })
  const { callback_query } = (await call('getUpdates')).result.at(-1)
  const pressing = { chat: callback_query.message.chat, callbackQuery: callback_query } as SuluhContext
  const typing = { chat: callback_query.message.chat } as SuluhContext
  return {
    ...talk,
    id,
    answers: responder(sender, pressing),
    repliesToTyping: responder(sender, typing),
    /** What stands in the chat: words, whether there is a picture of so many pixels, and how many rows of buttons. */
    screen: () =>
      said().map((each) => [each.text ?? '', each.photo?.width, each.inlineKeyboard?.length ?? 0]),
  }
}

describe('a pressed message', () => {
  test('of words gets other words', async () => {
    const { answers, screen } = await aTalk({ html: html`Setuju?`, buttons })
    expect(await answers({ edit: { html: html`Ya` }, say: [{ html: html`Usia?` }] })).toHaveLength(1)
    expect(screen()).toEqual([
      ['Ya', undefined, 0],
      ['Usia?', undefined, 0],
    ])
  })

  test('with a photo gets another photo, or keeps it with other words', async () => {
    const { answers, screen, telegram } = await aTalk({ html: html`Grafik 1`, file: photo(50), buttons })
    await answers({ edit: { html: html`Grafik 2`, file: photo(60), buttons } })
    expect(screen()).toEqual([['Grafik 2', 60, 1]])
    await answers({ edit: { html: html`Dipilih`, file: 'kept' } })
    expect(screen()).toEqual([['Dipilih', 60, 0]])
    await answers({ edit: { html: html``, file: 'kept' } })
    expect(screen()).toEqual([['', 60, 0]])
    expect(telegram.violations).toEqual([])
  })

  test('with a photo loses its buttons when words alone shall stand there, and these come below, in order', async () => {
    const { answers, screen, said } = await aTalk({ html: html`Grafik`, file: photo(50), buttons })
    const ids = await answers({
      edit: { html: html`Daftar unit`, buttons },
      say: [{ html: html`Pilih`, buttons }],
    })
    expect(screen()).toEqual([
      ['Grafik', 50, 0],
      ['Daftar unit', undefined, 1],
      ['Pilih', undefined, 1],
    ])
    expect(ids).toEqual(
      said()
        .slice(1)
        .map(({ id }) => id),
    )
  })

  test('of words becomes a photo, and “kept” is no matter where no file is', async () => {
    const { answers, screen } = await aTalk({ html: html`Daftar`, buttons })
    await answers({ edit: { html: html`Dipilih`, file: 'kept', buttons } })
    expect(screen()).toEqual([['Dipilih', undefined, 1]])
    await answers({ edit: { html: html`Grafik`, file: photo(50) } })
    expect(screen()).toEqual([['Grafik', 50, 0]])
  })

  test('is no place for a keyboard, nor for more than one message holds', async () => {
    const { answers, screen, telegram, siti } = await aTalk({ html: html`Kembali?`, buttons })
    await answers({ edit: { html: html`Di mana?`, keyboard: { rows: [['Lewati']] } } })
    expect(screen()).toEqual([
      ['Kembali?', undefined, 0],
      ['Di mana?', undefined, 0],
    ])
    expect(telegram.state().chats.find(({ id }) => id === siti)?.replyPanel).toBeDefined()
    await answers({ edit: { html: long(5000) } })
    expect(screen()).toHaveLength(4)
  })
})

describe('a message of which only the number is known', () => {
  test('gets other words, or another caption', async () => {
    const { repliesToTyping, screen, id } = await aTalk({ html: html`Usia?`, buttons })
    await repliesToTyping({ edit: { html: html`35` }, say: [{ html: html`Alamat?` }] }, id)
    expect(screen()).toEqual([
      ['35', undefined, 0],
      ['Alamat?', undefined, 0],
    ])
    const withPhoto = await aTalk({ html: html`Usia?`, file: photo(50), buttons })
    await withPhoto.repliesToTyping({ edit: { html: html`35`, file: 'kept' } }, withPhoto.id)
    expect(withPhoto.screen()).toEqual([['35', 50, 0]])
  })

  test('loses its buttons when it turns out to hold a photo; the words come below unless something else does', async () => {
    const { repliesToTyping, screen, id } = await aTalk({ html: html`Usia?`, file: photo(50), buttons })
    await repliesToTyping({ edit: { html: html`35` }, say: [{ html: html`Alamat?` }] }, id)
    expect(screen()).toEqual([
      ['Usia?', 50, 0],
      ['Alamat?', undefined, 0],
    ])
    await repliesToTyping({ edit: { html: html`Selesai` } }, id)
    expect(screen().at(-1)).toEqual(['Selesai', undefined, 0])
  })

  test('that is gone does not keep its words from being read', async () => {
    const { repliesToTyping, screen, id, act, siti } = await aTalk({ html: html`Usia?`, buttons })
    await act({ do: 'delete', as: siti, chat: siti, message: id })
    expect(await repliesToTyping({ edit: { html: html`35` } }, id)).toHaveLength(1)
    expect(screen()).toEqual([['35', undefined, 0]])
  })
})
