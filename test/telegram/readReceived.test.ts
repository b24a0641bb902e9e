import type { Message } from 'telegraf/types'
import { expect, test } from 'vitest'
import { readReceived } from '../../src/telegram/readReceived.ts'

const from = { id: 7, is_bot: false, first_name: 'Siti' }
const message = (content: object) =>
  ({
    message_id: 1,
    date: 1,
    from,
    chat: { id: 7, type: 'private', first_name: 'Siti' },
    ...content,
  }) as Message
const file = { file_id: 'F', file_unique_id: 'U' }
const size = (width: number, id: string) => ({
  file_id: id,
  file_unique_id: id,
  width,
  height: 10,
  file_size: width,
})
const read = { fileId: 'F', uniqueId: 'U' }

test.each<[string, object, object | undefined]>([
  [
    'the largest size of a photo, wherever it stands',
    { photo: [size(90, 'a'), size(800, 'c'), size(320, 'b')], caption: 'Jalan rusak' },
    { type: 'photo', fileId: 'c', uniqueId: 'c', width: 800, height: 10, size: 800, caption: 'Jalan rusak' },
  ],
  ['no photo without a size', { photo: [] }, undefined],
  [
    'a document with what the sender calls it',
    { document: { ...file, file_name: '../../x.xlsx', mime_type: 'a/b', file_size: 5 } },
    { type: 'document', ...read, name: '../../x.xlsx', mimeType: 'a/b', size: 5 },
  ],
  ['a document of which nothing is told', { document: file }, { type: 'document', ...read }],
  [
    'an animation once, though it comes as a document too',
    { animation: { ...file, duration: 2, width: 3, height: 4 }, document: file },
    { type: 'animation', ...read, seconds: 2, width: 3, height: 4 },
  ],
  [
    'a voice',
    { voice: { ...file, duration: 9, mime_type: 'audio/ogg' } },
    { type: 'voice', ...read, seconds: 9, mimeType: 'audio/ogg' },
  ],
  ['a song', { audio: { ...file, duration: 9 } }, { type: 'audio', ...read, seconds: 9 }],
  [
    'a film',
    { video: { ...file, duration: 9, width: 3, height: 4 }, caption: 'lihat' },
    { type: 'video', ...read, seconds: 9, width: 3, height: 4, caption: 'lihat' },
  ],
  [
    'the film of a face',
    { video_note: { ...file, duration: 9, length: 240 } },
    { type: 'video_note', ...read, seconds: 9 },
  ],
  [
    'a sticker',
    { sticker: { ...file, type: 'regular', width: 512, height: 512 } },
    { type: 'sticker', ...read, width: 512, height: 512 },
  ],
  [
    'a place that the phone found',
    { location: { latitude: -1.5, longitude: 102.25, horizontal_accuracy: 12.5 } },
    { type: 'location', latitude: -1.5, longitude: 102.25, accuracy: 12.5, isLive: false },
  ],
  [
    'a place on the equator that somebody picked on the map',
    { location: { latitude: 0, longitude: 0 } },
    { type: 'location', latitude: 0, longitude: 0, isLive: false },
  ],
  [
    'a place with a name',
    {
      location: { latitude: 1, longitude: 2 },
      venue: { location: { latitude: 1, longitude: 2 }, title: 'Pasar', address: '' },
    },
    { type: 'location', latitude: 1, longitude: 2, isLive: false },
  ],
  [
    'where somebody begins to walk',
    { location: { latitude: 1, longitude: 2, live_period: 900 } },
    { type: 'location', latitude: 1, longitude: 2, isLive: true },
  ],
  [
    'one’s own number',
    { contact: { phone_number: '+62811', first_name: 'Siti', last_name: 'Aminah', user_id: 7 } },
    { type: 'contact', phone: '+62811', firstName: 'Siti', lastName: 'Aminah', isOwn: true },
  ],
  [
    'the number of somebody else',
    { contact: { phone_number: '+62811', first_name: 'Budi', user_id: 8 } },
    { type: 'contact', phone: '+62811', firstName: 'Budi', isOwn: false },
  ],
  [
    'a number without an account',
    { contact: { phone_number: '112', first_name: 'Darurat' } },
    { type: 'contact', phone: '112', firstName: 'Darurat', isOwn: false },
  ],
  ['nothing in words', { text: 'Halo' }, undefined],
  ['nothing in a die', { dice: { emoji: '🎲', value: 3 } }, undefined],
])('reads %s', (_, content, received) => {
  expect(readReceived(message(content))).toEqual(received)
})
