import { describe, expect, test } from 'vitest'
import { deepLink } from '../../../src/sandbox/page/deepLink.ts'
import { openingFrom } from '../../../src/sandbox/page/openingFrom.ts'
import { aSandbox } from './aSandbox.ts'

describe('the page’s own address', () => {
  test.each([
    ['?as=siti&start=ikm-2025', { person: 11, chat: 11, payload: 'ikm-2025' }],
    ['?as=@Siti', { person: 11, chat: 11 }],
    ['?as=13', { person: 13, chat: 13 }],
    ['?as=dewi&start=', { person: 13, payload: '' }],
    ['?start=kode', { person: 11, payload: 'kode' }],
    ['?as=dewi&start=tidak%20sah', { person: 13 }],
  ])('%s opens the right telephone', (search, expected) => {
    expect(openingFrom(search, aSandbox())).toMatchObject(expected)
  })

  test('says nothing without its words, and never hands out a code Telegram would refuse', () => {
    expect(openingFrom('', aSandbox())).toBeUndefined()
    expect(openingFrom('?as=tidak-ada', aSandbox())).toBeUndefined()
    expect(openingFrom(`?as=siti&start=${'x'.repeat(65)}`, aSandbox())?.payload).toBeUndefined()
  })
})

describe('a link in a message', () => {
  test.each([
    ['https://t.me/suluh_bot?start=ikm', 'ikm'],
    ['https://t.me/Suluh_Bot', ''],
    ['tg://resolve?domain=suluh_bot&start=a_b-c', 'a_b-c'],
    ['https://t.me/another_bot?start=ikm', undefined],
    ['https://evil.example/suluh_bot?start=ikm', undefined],
    ['https://t.me/suluh_bot?start=a%20b', undefined],
    ['bukan tautan', undefined],
  ])('%s starts the bot with %s', (url, payload) => {
    expect(deepLink(url, 'suluh_bot')).toBe(payload)
  })
})
