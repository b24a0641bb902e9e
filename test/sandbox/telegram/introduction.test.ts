import { describe, expect, test } from 'vitest'
import { meetTelegram } from './meet.ts'

test('commands are kept for each scope and language, without their stroke', async () => {
  const { call, act, telegram } = await meetTelegram()
  const siti: number = await act({ do: 'create-person', firstName: 'Siti' })
  await act({ do: 'start', as: siti })
  const set = (parameters: object) => call('setMyCommands', parameters)
  await set({ commands: [{ command: '/bantuan', description: 'Bantuan' }] })
  await set({ commands: [{ command: 'help', description: 'Help' }], language_code: 'en' })
  const scope = { type: 'chat', chat_id: siti }
  await set({ commands: [{ command: 'hasil', description: 'Hasil' }], scope })
  expect((await call('getMyCommands')).result).toEqual([{ command: 'bantuan', description: 'Bantuan' }])
  expect((await call('getMyCommands', { language_code: 'en' })).result[0].command).toBe('help')
  expect((await call('getMyCommands', { scope })).result[0].command).toBe('hasil')
  expect(telegram.state().bot.commands.map(({ scope, language }) => [scope, language])).toEqual([
    ['default', ''],
    ['default', 'en'],
    [`chat:${siti}`, ''],
  ])
  await call('deleteMyCommands', { scope })
  expect((await call('getMyCommands', { scope })).result).toEqual([])
})

describe('commands are refused', () => {
  test.each([
    [[{ command: 'Hasil', description: 'x' }], 'BOT_COMMAND_INVALID'],
    [[{ command: 'a'.repeat(33), description: 'x' }], 'command length must not exceed 32'],
    [[{ command: 'a', description: '' }], 'command description must be non-empty'],
    [[{ command: 'a', description: 'x'.repeat(257) }], 'command description length must not exceed 256'],
    [Array.from({ length: 101 }, () => ({ command: 'a', description: 'x' })), 'BOT_COMMANDS_TOO_MUCH'],
  ])('%#', async (commands, problem) => {
    const { call } = await meetTelegram()
    expect((await call('setMyCommands', { commands })).description).toBe(`Bad Request: ${problem}`)
  })
})

test('the wrong name for the list empties it, and a strict reader objects', async () => {
  const { call, telegram } = await meetTelegram()
  await call('setMyCommands', { commands: [{ command: 'a', description: 'x' }] })
  await call('setMyCommands', { comands: [] })
  expect((await call('getMyCommands')).result).toEqual([])
  expect(telegram.violations).toEqual([
    'setMyCommands: unknown parameter "comands"',
    'setMyCommands: parameter "commands" is required',
  ])
})

test('descriptions have a language and a length', async () => {
  const { call, telegram } = await meetTelegram()
  await call('setMyDescription', { description: 'Suara warga' })
  await call('setMyDescription', { description: 'Voices', language_code: 'en' })
  expect((await call('getMyDescription', { language_code: 'en' })).result).toEqual({ description: 'Voices' })
  expect((await call('getMyDescription', { language_code: 'fr' })).result).toEqual({
    description: 'Suara warga',
  })
  expect(telegram.state().bot.description).toBe('Suara warga')
  expect((await call('setMyShortDescription', { short_description: 'a'.repeat(121) })).ok).toBe(false)
})

test('a reply keyboard stands below the input line until it is taken away', async () => {
  const { call, act, telegram } = await meetTelegram()
  const siti: number = await act({ do: 'create-person', firstName: 'Siti' })
  await act({ do: 'start', as: siti })
  const panel = () => telegram.state().chats[0]?.replyPanel
  const keyboard = [[{ text: 'Nomor saya', request_contact: true }], ['Batal']]
  const markup = { keyboard, resize_keyboard: true, input_field_placeholder: 'Pilih' }
  await call('sendMessage', { chat_id: siti, text: 'a', reply_markup: markup })
  expect(panel()).toEqual({
    kind: 'keyboard',
    rows: [[{ text: 'Nomor saya', request: 'contact' }], [{ text: 'Batal' }]],
    resize: true,
    oneTime: false,
    persistent: false,
    placeholder: 'Pilih',
  })
  await call('sendMessage', { chat_id: siti, text: 'a' })
  expect(panel()).toMatchObject({ kind: 'keyboard' })
  await call('sendMessage', { chat_id: siti, text: 'a', reply_markup: { remove_keyboard: true } })
  expect(panel()).toBeUndefined()
})
