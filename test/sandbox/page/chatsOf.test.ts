import { describe, expect, test } from 'vitest'
import {
  chatsOf,
  groupsWithout,
  messagesIn,
  topicsOf,
  unreadCount,
} from '../../../src/sandbox/page/chatsOf.ts'
import { columnsOf } from '../../../src/sandbox/page/columns.ts'
import { describeMessage } from '../../../src/sandbox/page/describeMessage.ts'
import { aChat, aMessage, aSandbox } from './aSandbox.ts'

describe('somebody’s telephone', () => {
  test('shows the bot first, even before a word was said, then the groups they are in', () => {
    expect(chatsOf(aSandbox(), 13).map(({ id }) => id)).toEqual([13, -100])
    expect(chatsOf(aSandbox(), 99).map(({ id }) => id)).toEqual([99])
  })

  test('offers groups they have left', () => {
    const left = aChat(-7, { kind: 'group', members: [{ person: 11, status: 'left' }] })
    const sandbox = { ...aSandbox(), chats: [...aSandbox().chats, left] }
    expect(groupsWithout(sandbox, 11)).toEqual([left])
  })
})

describe('a forum', () => {
  const forum = aChat(-100, {
    isForum: true,
    topics: [{ id: 5, name: 'Puskesmas', isClosed: false }],
    messages: [aMessage(1), aMessage(2, { thread: 5 })],
  })

  test('has General first, where messages without a topic are', () => {
    expect(topicsOf(forum).map(({ name }) => name)).toEqual(['General', 'Puskesmas'])
    expect(messagesIn(forum, 1).map(({ id }) => id)).toEqual([1])
    expect(messagesIn(forum, 5).map(({ id }) => id)).toEqual([2])
  })
})

test('only words of others that came after the last look are unread', () => {
  const messages = [
    aMessage(1),
    aMessage(2),
    aMessage(3, { from: 11 }),
    aMessage(4, { isDeleted: true }),
    aMessage(4, { service: 'Dewi bergabung' }),
    aMessage(5),
  ]
  expect(unreadCount(messages, 11, 1)).toBe(2)
})

test.each([
  [aMessage(1, { text: 'dua\nbaris' }), 'dua baris'],
  [
    aMessage(1, { photo: { fileId: 'f', name: 'a.jpg', mimeType: 'image/jpeg', size: 1 }, text: 'peta' }),
    '🖼 Foto peta',
  ],
  [aMessage(1, { service: 'Siti bergabung' }), 'Siti bergabung'],
  [aMessage(1, { text: 'rahasia', isDeleted: true }), 'Pesan dihapus'],
])('a message is summed up in one line', (message, line) => {
  expect(describeMessage(message)).toBe(line)
})

test('telephones stay with people who are there, and are never nobody’s', () => {
  const columns = [
    { key: 1, person: 11, chat: 11 },
    { key: 2, person: 99, chat: 99 },
  ]
  expect(columnsOf(columns, [{ id: 13 }, { id: 11 }])).toEqual([columns[0]])
  expect(columnsOf(columns, [{ id: 13 }])).toEqual([{ key: 1, person: 13, chat: 13 }])
  expect(columnsOf(columns, [])).toEqual([])
})
