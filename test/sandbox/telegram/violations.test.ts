import { describe, expect, test } from 'vitest'
import { methods } from '../../../src/sandbox/telegram/methods/methods.ts'
import { methodNamed } from '../../../src/sandbox/telegram/specification.ts'
import { meetTelegram } from './meet.ts'

async function withSiti() {
  const meeting = await meetTelegram()
  await meeting.act({ do: 'create-person', id: 11, firstName: 'Siti' })
  await meeting.act({ do: 'start', as: 11 })
  return meeting
}

const button = (fields: object) => ({ reply_markup: { inline_keyboard: [[{ text: 'x', ...fields }]] } })

describe('a strict reader objects', () => {
  test.each([
    [
      'to an unknown parameter',
      'sendMessage',
      { chat_id: 11, text: 'a', txet: 'b' },
      ['sendMessage: unknown parameter "txet"'],
    ],
    [
      'to an unknown field',
      'sendMessage',
      { chat_id: 11, text: 'a', ...button({ callback_data: 'a', color: 'red' }) },
      [expect.stringContaining('unknown field "color"')],
    ],
    [
      'to a wrong type',
      'sendMessage',
      { chat_id: 11, text: 5 },
      ['sendMessage: parameter "text" should be String'],
    ],
    [
      'to a wide row',
      'sendMessage',
      {
        chat_id: 11,
        text: 'a',
        reply_markup: {
          inline_keyboard: [Array.from({ length: 9 }, () => ({ text: 'x', callback_data: 'x' }))],
        },
      },
      ['sendMessage: more than 8 buttons in a row'],
    ],
    [
      'to a method that is not there',
      'sendDice',
      { chat_id: 11 },
      ['sendDice: method is not available in the local Telegram'],
    ],
    ['to a method that does not exist', 'fly', {}, ['fly: unknown method']],
  ])('%s', async (_, method, parameters, expected) => {
    const { telegram, call } = await withSiti()
    await call(method, parameters)
    expect(telegram.violations).toEqual(expected)
  })

  test('to a character reference that people would read as it is written', async () => {
    const { telegram, call } = await withSiti()
    await call('sendMessage', { chat_id: 11, text: 'a &amp; b&nbsp;c', parse_mode: 'HTML' })
    expect(telegram.violations).toEqual(['sendMessage: "&nbsp;" is no character reference to Telegram'])
  })

  test('and notes it in the journal', async () => {
    const { telegram, call } = await withSiti()
    await call('sendMessage', { chat_id: 11, text: 'a', txet: 'b' })
    expect(telegram.calls('sendMessage').at(-1)).toMatchObject({
      status: 200,
      warnings: ['unknown parameter "txet"'],
      body: { txet: 'b' },
    })
  })
})

test('every method it carries out is one of the Bot API, spelled as documented', () => {
  const misspelled = [...methods.keys()].filter((name) => methodNamed(name)?.name !== name)
  expect(misspelled).toEqual([])
  expect(methods.size).toBeGreaterThan(50)
})
