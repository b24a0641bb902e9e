import { describe, expect, test } from 'vitest'
import { meetTelegram, stillClock } from './meet.ts'

/** Siti has started the bot, Budi never did, Wati stopped it, Joko's account is gone. */
async function village() {
  const clock = stillClock()
  const meeting = await meetTelegram({ clock })
  const { act, call } = meeting
  for (const [id, firstName] of [
    [11, 'Siti'],
    [12, 'Budi'],
    [13, 'Wati'],
    [14, 'Joko'],
  ] as const) {
    await act({ do: 'create-person', id, firstName })
    if (id !== 12) await act({ do: 'start', as: id })
  }
  await act({ do: 'block-bot', as: 13 })
  await act({ do: 'deactivate', as: 14 })
  const { result } = await call('sendMessage', {
    chat_id: 11,
    text: 'Setuju?',
    reply_markup: { inline_keyboard: [[{ text: 'Ya', callback_data: 'ya' }]] },
  })
  return { ...meeting, clock, message: result.message_id as number }
}

const button = (fields: object) => ({ reply_markup: { inline_keyboard: [[{ text: 'x', ...fields }]] } })
const refusedMessages: [string, object, number, string][] = [
  ['no chat', { text: 'a' }, 400, 'Bad Request: chat_id is empty'],
  ['an unknown chat', { chat_id: 99, text: 'a' }, 400, 'Bad Request: chat not found'],
  ['a name of a person', { chat_id: '@siti', text: 'a' }, 400, 'Bad Request: chat not found'],
  ['somebody who never pressed START', { chat_id: 12, text: 'a' }, 400, 'Bad Request: chat not found'],
  ['somebody who stopped the bot', { chat_id: 13, text: 'a' }, 403, 'Forbidden: bot was blocked by the user'],
  ['somebody who is gone', { chat_id: 14, text: 'a' }, 403, 'Forbidden: user is deactivated'],
  ['no text', { chat_id: 11 }, 400, 'Bad Request: message text is empty'],
  [
    'data of 65 bytes',
    { chat_id: 11, text: 'a', ...button({ callback_data: `${'é'.repeat(32)}a` }) },
    400,
    'Bad Request: BUTTON_DATA_INVALID',
  ],
  [
    'a button that does nothing',
    { chat_id: 11, text: 'a', ...button({}) },
    400,
    "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ],
  [
    'empty data',
    { chat_id: 11, text: 'a', ...button({ callback_data: '' }) },
    400,
    "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ],
  [
    'a link to nowhere',
    { chat_id: 11, text: 'a', ...button({ url: 'http://localhost' }) },
    400,
    "Bad Request: inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
  ],
  [
    'broken markup',
    { chat_id: 11, text: 'a', reply_markup: '{' },
    400,
    "Bad Request: can't parse reply keyboard markup JSON object",
  ],
  [
    'markup that is a list',
    { chat_id: 11, text: 'a', reply_markup: [] },
    400,
    'Bad Request: object expected as reply markup',
  ],
  [
    'rows that are no rows',
    { chat_id: 11, text: 'a', reply_markup: { inline_keyboard: [{}] } },
    400,
    'Bad Request: field "inline_keyboard" must be an Array of Arrays',
  ],
  [
    'a keyboard button of no kind',
    { chat_id: 11, text: 'a', reply_markup: { keyboard: [[1]] } },
    400,
    "Bad Request: can't parse keyboard button: KeyboardButton must be a String or an Object",
  ],
  [
    'a reply to nothing',
    { chat_id: 11, text: 'a', reply_parameters: { message_id: 999 } },
    400,
    'Bad Request: message to be replied not found',
  ],
]

describe('a message is refused', () => {
  test.each(refusedMessages)('%s', async (_, parameters, error_code, description) => {
    const { call } = await village()
    expect(await call('sendMessage', parameters)).toEqual({ ok: false, error_code, description })
  })

  test('but data of exactly 64 bytes are taken, and a reply to nothing when that is allowed', async () => {
    const { call, telegram } = await village()
    const data = button({ callback_data: 'é'.repeat(32) })
    const reply_parameters = { message_id: 999, allow_sending_without_reply: true }
    expect(await call('sendMessage', { chat_id: 11, text: 'a', reply_parameters, ...data })).toMatchObject({
      ok: true,
    })
    expect(telegram.violations).toEqual([])
  })
})

const unchanged =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

describe('a change is refused', () => {
  test('when nothing is different', async () => {
    const { call, message } = await village()
    const same = {
      chat_id: 11,
      message_id: message,
      text: 'Setuju?',
      ...button({ text: 'Ya', callback_data: 'ya' }),
    }
    expect(await call('editMessageText', same)).toMatchObject({ error_code: 400, description: unchanged })
  })

  test('when the message is not there, is deleted, or is not the bot’s', async () => {
    const { call, act, message } = await village()
    const edit = (id: number) => call('editMessageText', { chat_id: 11, message_id: id, text: 'b' })
    expect((await edit(999)).description).toBe('Bad Request: message to edit not found')
    const own = await act({ do: 'say', as: 11, chat: 11, text: 'halo' })
    expect((await edit(own)).description).toBe("Bad Request: message can't be edited")
    await act({ do: 'delete', as: 11, chat: 11, message })
    expect((await edit(message)).description).toBe('Bad Request: message to edit not found')
  })

  test('without reply_markup the buttons go, and that alone is no “edited”', async () => {
    const { call, message } = await village()
    const edited = await call('editMessageReplyMarkup', { chat_id: 11, message_id: message })
    expect(edited.result.reply_markup).toBeUndefined()
    expect(edited.result.edit_date).toBeUndefined()
    const again = await call('editMessageText', { chat_id: 11, message_id: message, text: 'b' })
    expect(again.result).toMatchObject({ text: 'b', edit_date: expect.any(Number) })
  })
})

describe('a deletion', () => {
  test('works for 48 hours, and once', async () => {
    const { call, message } = await village()
    const gone = { chat_id: 11, message_id: message }
    expect(await call('deleteMessage', gone)).toEqual({ ok: true, result: true })
    expect((await call('deleteMessage', gone)).description).toBe('Bad Request: message to delete not found')
  })

  test('comes too late after two days', async () => {
    const { call, message, clock } = await village()
    clock.pass(48 * 3600 + 1)
    expect((await call('deleteMessage', { chat_id: 11, message_id: message })).description).toBe(
      "Bad Request: message can't be deleted for everyone",
    )
  })

  test('of several skips the missing ones', async () => {
    const { call, message } = await village()
    expect(await call('deleteMessages', { chat_id: 11, message_ids: [999, message] })).toMatchObject({
      ok: true,
    })
    expect((await call('deleteMessages', { chat_id: 11, message_ids: [] })).ok).toBe(false)
  })
})

describe('the address itself', () => {
  test.each([
    ['/bot1000002:OTHER-token_of_somebody/getMe', 401, 'Unauthorized'],
    ['/bot0:x/getMe', 401, 'Unauthorized: invalid token specified'],
    ['/botrubbish/getMe', 401, 'Unauthorized: invalid token specified'],
    ['/bot', 404, 'Not Found'],
    ['/elsewhere', 404, 'Not Found'],
  ])('%s', async (path, status, description) => {
    const { telegram } = await meetTelegram()
    const response = await fetch(telegram.apiRoot + path)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ ok: false, error_code: status, description })
  })

  test('methods have any case, and come by GET, as a form and as JSON', async () => {
    const { telegram, call } = await village()
    const base = `${telegram.apiRoot}/bot${telegram.token}`
    expect(await call('GETME')).toMatchObject({ ok: true, result: { is_bot: true } })
    expect(await (await fetch(`${base}/sendMessage?chat_id=11&text=halo`)).json()).toMatchObject({ ok: true })
    const body = new URLSearchParams({ chat_id: '11', text: '<b>x</b>', parse_mode: 'html' })
    const byForm = await (await fetch(`${base}/sendmessage`, { method: 'POST', body })).json()
    expect(byForm).toMatchObject({ result: { entities: [{ type: 'bold', offset: 0, length: 1 }] } })
    expect(await call('fly')).toEqual({
      ok: false,
      error_code: 404,
      description: 'Not Found: method not found',
    })
  })
})
