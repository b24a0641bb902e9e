import { describe, expect, test } from 'vitest'
import type { Received, ReceivedFile } from '../../src/message/received.ts'
import { readInput } from '../../src/survey/readInput.ts'
import { readReceived } from '../../src/telegram/readReceived.ts'

type Message = Parameters<typeof readReceived>[0]

/** What a message of Telegram's answers. */
const read = (content: object) => {
  const message = {
    message_id: 1,
    date: 1,
    chat: { id: 7, type: 'private' },
    ...content,
  } as unknown as Message
  return readInput(message, readReceived(message))
}

const place = { latitude: -1.49, longitude: 102.44 }

describe('a place', () => {
  test.each<[string, object, object]>([
    ['where the phone is', { location: { ...place, horizontal_accuracy: 12 } }, { ...place, accuracy: 12 }],
    ['chosen on the map', { location: place }, place],
    ['with a name', { location: place, venue: { location: place, title: 'Pasar', address: 'Tebo' } }, place],
    ['that goes on moving', { location: { ...place, live_period: 900 } }, place],
  ])('%s counts', (_, content, expected) => {
    expect(read(content)).toEqual({ type: 'location', ...expected })
  })
})

describe('a file', () => {
  const file = { file_id: 'AgAC', file_unique_id: 'u' }
  test.each<[string, object, string]>([
    ['the largest of a photo', { photo: [{ ...file, width: 9, height: 9 }] }, 'image'],
    ['a picture as a document', { document: { ...file, mime_type: 'image/png' } }, 'image'],
    ['a voice message', { voice: { ...file, mime_type: 'audio/ogg' } }, 'audio'],
    ['a round film', { video_note: file }, 'video'],
    ['a paper', { document: { ...file, mime_type: 'application/pdf' } }, 'file'],
  ])('%s is %s', (_, content, kind) => {
    expect(read(content)).toMatchObject({ type: 'file', kind, attachment: { fileId: 'AgAC' } })
  })

  test('brings the words below it', () => {
    expect(read({ video: file, caption: 'banjir' })).toMatchObject({ kind: 'video', caption: 'banjir' })
  })
})

test.each<[string, object, object | undefined]>([
  ['a sticker', { sticker: { file_id: 'x', file_unique_id: 'u' } }, { type: 'other' }],
  ['a contact', { contact: { phone_number: '1', first_name: 'A' } }, { type: 'other' }],
  ['a poll', { poll: {} }, { type: 'other' }],
  ['words', { text: 'Ya' }, { type: 'text', text: 'Ya' }],
  ['a command', { text: '/batal' }, undefined],
  ['what Telegram tells of the chat', { pinned_message: {} }, undefined],
])('%s', (_, content, input) => {
  expect(read(content)).toEqual(input)
})

test('of what somebody calls a file, nothing goes into the answer', () => {
  const received: Received = {
    type: 'document',
    fileId: 'AgAC',
    uniqueId: 'u',
    name: '../../rahasia.exe',
    mimeType: 'text/html"><script>',
  } satisfies ReceivedFile
  expect(JSON.stringify(readInput({}, received))).not.toMatch(/rahasia|script|exe/)
})
