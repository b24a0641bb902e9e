import { describe, expect, test } from 'vitest'
import { emptyPage, type PageModel } from '../../../src/sandbox/page/pageModel.ts'
import { receiveEvent } from '../../../src/sandbox/page/receiveEvent.ts'
import type { InlineButton, SandboxEvent } from '../../../src/sandbox/protocol.ts'
import { aChat, aMessage, aSandbox } from './aSandbox.ts'

const page = { ...emptyPage(), sandbox: aSandbox() }
const pageAfter = (...events: SandboxEvent[]) =>
  events.reduce((model: PageModel, event) => receiveEvent(model, event, 5), page)
const button = (text: string): InlineButton => ({ text, callbackData: text, warnings: [] })

describe('the page follows the sandbox', () => {
  test('a new message comes last in its chat, and other chats stay untouched', () => {
    const { sandbox } = pageAfter({ type: 'message', message: aMessage(3, { text: 'Pertanyaan 1' }) })
    expect(sandbox?.chats[0]?.messages.map(({ id }) => id)).toEqual([1, 2, 3])
    expect(sandbox?.chats[1]).toBe(page.sandbox.chats[1])
    expect(sandbox?.chats[0]?.messages[0]).toBe(page.sandbox.chats[0]?.messages[0])
  })

  test('a message told twice is shown once', () => {
    const message = aMessage(3)
    const { sandbox } = pageAfter({ type: 'message', message }, { type: 'message', message })
    expect(sandbox?.chats[0]?.messages).toHaveLength(3)
  })

  test('an edited message changes in its place', () => {
    const { sandbox } = pageAfter({ type: 'message-changed', message: aMessage(1, { text: 'diubah' }) })
    expect(sandbox?.chats[0]?.messages.map(({ text }) => text)).toEqual(['diubah', 'Selamat datang'])
  })

  test('the first message to a new person opens their chat', () => {
    const { sandbox } = pageAfter({ type: 'message', message: aMessage(9, { chat: 13 }) })
    expect(sandbox?.chats.find(({ id }) => id === 13)).toMatchObject({
      kind: 'private',
      messages: [{ id: 9 }],
    })
  })

  test('a chat that changed keeps its messages', () => {
    const { messages: _untold, ...chat } = aChat(11, { title: 'Siti Rahayu' })
    const { sandbox } = pageAfter({ type: 'chat-changed', chat })
    expect(sandbox?.chats[0]).toMatchObject({ title: 'Siti Rahayu', messages: [{ id: 1 }, { id: 2 }] })
  })

  test('a moved clock is read from the moment it was told', () => {
    const model = pageAfter({ type: 'clock', now: '2025-02-10T02:00:00.000Z', isMoved: true })
    expect(model).toMatchObject({
      clockReadAt: 5,
      sandbox: { now: '2025-02-10T02:00:00.000Z', isMoved: true },
    })
  })

  test('a keyboard that goes away can still be pressed by a client with an old screen', () => {
    const { oldKeyboards } = pageAfter(
      { type: 'message', message: aMessage(3, { inlineKeyboard: [[button('Ya')]] }) },
      { type: 'message-changed', message: aMessage(3, { inlineKeyboard: [[button('Lanjut')]] }) },
      { type: 'message-changed', message: aMessage(3) },
    )
    expect(oldKeyboards['11:3']).toEqual([[[button('Lanjut')]], [[button('Ya')]]])
  })

  test('an edit that leaves the keyboard alone makes no old one', () => {
    const { oldKeyboards } = pageAfter(
      { type: 'message', message: aMessage(3, { inlineKeyboard: [[button('Ya')]] }) },
      { type: 'message-changed', message: aMessage(3, { text: 'lain', inlineKeyboard: [[button('Ya')]] }) },
    )
    expect(oldKeyboards).toEqual({})
  })
})
