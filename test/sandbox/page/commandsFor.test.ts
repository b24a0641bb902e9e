import { expect, test } from 'vitest'
import { commandsFor } from '../../../src/sandbox/page/commandsFor.ts'
import { aChat, aPersona, aSandbox } from './aSandbox.ts'

const list = (scope: string, language: string, ...names: string[]) => ({
  scope,
  language,
  commands: names.map((command) => ({ command, description: command })),
})
const group = aChat(-100, { kind: 'supergroup', members: [{ person: 13, status: 'administrator' }] })
const siti = aPersona(11, 'Siti', { languageCode: 'id' })
const dewi = aPersona(13, 'Dewi', { languageCode: 'en' })

test.each([
  ['the list for everybody when there is no other', [list('default', '', 'a')], aChat(11), siti, 'a'],
  [
    'her language before the list for all',
    [list('default', '', 'a'), list('default', 'id', 'b')],
    aChat(11),
    siti,
    'b',
  ],
  [
    'a narrower scope before her language in a wider one',
    [list('default', 'id', 'a'), list('all_private_chats', '', 'b')],
    aChat(11),
    siti,
    'b',
  ],
  [
    'her own chat first',
    [list('all_private_chats', 'id', 'a'), list('chat:11', '', 'b')],
    aChat(11),
    siti,
    'b',
  ],
  [
    'an administrator her own list',
    [list('all_group_chats', '', 'a'), list('all_chat_administrators', '', 'b')],
    group,
    dewi,
    'b',
  ],
  [
    'a member no administrators’ list',
    [list('all_group_chats', '', 'a'), list('chat_administrators:-100', '', 'b')],
    group,
    siti,
    'a',
  ],
  [
    'one member of one group',
    [list('chat:-100', '', 'a'), list('chat_member:-100:11', '', 'b')],
    group,
    siti,
    'b',
  ],
  ['nothing from an emptied list', [list('default', '', 'a'), list('chat:11', '')], aChat(11), siti, 'a'],
])('offers %s', (_what, commands, chat, person, expected) => {
  const bot = { ...aSandbox().bot, commands }
  expect(commandsFor(bot, chat, person).map(({ command }) => command)).toEqual([expected])
})
