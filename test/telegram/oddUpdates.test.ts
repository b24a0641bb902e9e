import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadConfig } from '../../src/config.ts'
import { type Suluh, startSuluh } from '../../src/main.ts'
import { testDatabase } from '../database/testDatabase.ts'
import { scriptedTelegram } from './scriptedTelegram.ts'

const MONDAY = new Date('2026-11-23T01:30:00Z')
const siti = { id: 5_123_456_789, is_bot: false, first_name: 'Siti' }
const chat = { id: siti.id, type: 'private', first_name: 'Siti' }
const group = { id: -100_123, type: 'supergroup', title: 'Warga' }

let database: Awaited<ReturnType<typeof testDatabase>>
let telegram: Awaited<ReturnType<typeof scriptedTelegram>>
let suluh: Suluh
let folder: string
let log: string[]
let nextUpdate: number
/** What Telegram refuses: by method. */
let refusals: Map<string, { code: number; description: string }>
/** Milliseconds that Telegram takes for each message. */
let slowness: number

beforeEach(async () => {
  refusals = new Map()
  log = []
  nextUpdate = 500
  database = await testDatabase({ exampleAt: MONDAY })
  folder = await mkdtemp(join(tmpdir(), 'suluh-odd-'))
  slowness = 0
  telegram = await scriptedTelegram(async ({ method }) => {
    if (method === 'sendMessage' && slowness > 0) await sleep(slowness)
    return refusals.get(method)
  })
  suluh = await startSuluh(
    loadConfig({
      BOT_TOKEN: '123456:abcdefghijklmnop',
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DATABASE_URL: database.address,
      DATA_DIR: folder,
      SECRET_KEY: 'a secret key that is only used in tests',
    }),
    {
      clock: { now: () => MONDAY },
      log: pino({ level: 'debug' }, { write: (line: string) => log.push(line) }),
    },
  )
})
afterEach(async () => {
  await suluh.stop()
  await telegram.close()
  await database.cleanup()
  await rm(folder, { recursive: true })
})

const update = (content: object) => ({ update_id: nextUpdate++, ...content })
const message = (content: object) =>
  update({ message: { message_id: nextUpdate, date: 1_795_000_000, from: siti, chat, ...content } })
const press = (content: object) =>
  update({ callback_query: { id: String(nextUpdate), from: siti, chat_instance: '1', ...content } })
const said = () =>
  telegram.calls
    .filter(({ method }) => method === 'sendMessage')
    .map(({ parameters }) => String(parameters.text))

test('a press without a message or without data is answered, and does not turn its wheel', async () => {
  await telegram.delivers(
    press({ inline_message_id: 'abc', data: 'su.x' }),
    press({ message: { message_id: 3, date: 0, chat }, game_short_name: 'tebak' }),
    press({ message: { message_id: 4, date: 0, chat }, data: 'co.abcdefgh' }),
    press({ message: { message_id: 5, date: 1, chat: group }, data: 'ag.1' }),
  )
  expect(telegram.calls.filter(({ method }) => method === 'answerCallbackQuery')).toHaveLength(4)
})

test('an album of five photos gets one answer, and the next album one more', async () => {
  const photo = { photo: [{ file_id: 'a', file_unique_id: 'a', width: 1, height: 1 }] }
  const album = (media_group_id: string) =>
    Array.from({ length: 5 }, () => message({ media_group_id, ...photo }))
  await telegram.delivers(...album('7'))
  expect(said()).toHaveLength(1)
  await telegram.delivers(...album('8'))
  expect(said()).toHaveLength(2)
})

test('somebody who shares where they are going is not told with every step that edits are not read', async () => {
  const at = (latitude: number) =>
    update({
      edited_message: {
        message_id: 9,
        date: 1,
        edit_date: 2,
        from: siti,
        chat,
        location: { latitude, longitude: 102, live_period: 900 },
      },
    })
  await telegram.delivers(at(-1.4), at(-1.5), at(-1.6))
  expect(said()).toEqual([])
})

test('talk of channels, anonymous admins and bots, and kinds of updates that nobody knows, get no word', async () => {
  const sender_chat = group
  const anonymous = { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' }
  await telegram.delivers(
    update({
      channel_post: { message_id: 1, date: 1, chat: { id: -1, type: 'channel', title: 'x' }, text: '/start' },
    }),
    update({ message: { message_id: 2, date: 1, from: anonymous, sender_chat, chat: group, text: 'halo' } }),
    update({ message: { message_id: 3, date: 1, from: siti, chat: group, text: 'halo' } }),
    update({
      edited_message: { message_id: 3, date: 1, edit_date: 2, from: siti, chat: group, text: 'hai' },
    }),
    update({ something_of_2030: { id: 1 } }),
    { update_id: nextUpdate++ },
  )
  expect(said()).toEqual([])
  expect(log.filter((line) => line.includes('"level":50'))).toEqual([])
})

test('the offset follows the highest update of a batch, whatever the order', async () => {
  const [first, second] = [message({ text: '/start' }), message({ text: '/bantuan' })]
  await telegram.delivers(second, first)
  const polls = await telegram.called('getUpdates', 2)
  expect(polls.at(-1)?.offset).toBe(502)
})

test('a group that threw the bot out is not remembered as a person', async () => {
  refusals.set('sendMessage', {
    code: 403,
    description: 'Forbidden: bot was kicked from the supergroup chat',
  })
  const entities = [{ type: 'bot_command', offset: 0, length: 16 }]
  await telegram.delivers(
    update({
      message: { message_id: 2, date: 1, from: siti, chat: group, text: '/start@suluh_bot', entities },
    }),
  )
  expect(await database.client.person.count()).toBe(0)
})

test('a press that Telegram forbids to answer changes nothing else', async () => {
  refusals.set('answerCallbackQuery', { code: 403, description: 'Forbidden: user is deactivated' })
  await telegram.delivers(press({ message: { message_id: 5, date: 1, chat }, data: 'fu.0' }))
  await telegram.called('editMessageText')
  expect(said()).toEqual([])
  expect(log.filter((line) => line.includes('"level":50'))).toEqual([])
})

test('a token that is revoked while the bot runs ends it with one line that names the setting', async () => {
  await telegram.called('getUpdates')
  refusals.set('getUpdates', { code: 401, description: 'Unauthorized' })
  const ended = expect(suluh.ended).rejects.toMatchObject({
    name: 'OperatorProblem',
    message: expect.stringMatching(/^[^\n]*BOT_TOKEN[^\n]*$/),
  })
  await telegram.delivers(message({ text: '/bantuan' }))
  await ended
})

test('the messages of one person, to whom Telegram is slow, keep everybody waiting for seconds and not for minutes', async () => {
  slowness = 4_000
  const began = performance.now()
  await telegram.delivers(...Array.from({ length: 6 }, () => message({ text: 'puskesmas' })))
  // Two seconds of patience for all together; one after the other it would be twelve.
  expect(performance.now() - began).toBeLessThan(11_000)
})
