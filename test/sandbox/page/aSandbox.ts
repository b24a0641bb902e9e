import type { ChatView, MessageView, Persona, SandboxState } from '../../../src/sandbox/protocol.ts'

/** A small local Telegram: Siti and Dewi, the bot, Siti's private chat and a forum both are in. */
export function aSandbox(): SandboxState {
  return {
    now: '2025-02-03T02:00:00.000Z',
    isMoved: false,
    bot: {
      id: 7000,
      username: 'suluh_bot',
      name: 'Suluh',
      description: 'Halo',
      shortDescription: '',
      commands: [],
    },
    personas: [
      aPersona(11, 'Siti', { username: 'siti' }),
      aPersona(13, 'Dewi'),
      { ...aPersona(7000, 'Suluh'), isBot: true },
    ],
    chats: [
      aChat(11, {
        messages: [aMessage(1, { from: 11, text: '/start' }), aMessage(2, { text: 'Selamat datang' })],
      }),
      aChat(-100, {
        kind: 'supergroup',
        title: 'Tim survei',
        isForum: true,
        members: [
          { person: 11, status: 'member' },
          { person: 13, status: 'creator' },
        ],
        topics: [{ id: 5, name: 'Puskesmas', isClosed: false }],
      }),
    ],
    journal: [],
    lastEvent: 0,
    limits: true,
    botIsListening: true,
  }
}

export function aPersona(id: number, firstName: string, others: Partial<Persona> = {}): Persona {
  return { id, isBot: false, firstName, blocksBot: false, startedBot: true, isDeactivated: false, ...others }
}

export function aChat(id: number, others: Partial<ChatView> = {}): ChatView {
  return {
    id,
    kind: 'private',
    title: '',
    isForum: false,
    members: [],
    topics: [],
    messages: [],
    ...others,
  }
}

/** A message of the bot to Siti unless told otherwise. */
export function aMessage(id: number, others: Partial<MessageView> = {}): MessageView {
  return {
    id,
    chat: 11,
    from: 7000,
    at: '2025-02-03T02:00:00.000Z',
    isDeleted: false,
    entities: [],
    ...others,
  }
}
