import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { InlineButton, SandboxState } from '../../src/sandbox/protocol.ts'
import { aChat, aMessage, aPersona, aSandbox } from '../sandbox/page/aSandbox.ts'
import { type ScriptedSandbox, startScriptedSandbox } from '../sandbox/page/scriptedSandbox.ts'
import {
  type ChatPage,
  openBrowser,
  openChatPage,
  type Telephone,
  telephoneScreen,
} from './chatPage.browser.ts'

const button = (text: string, callbackData: string): InlineButton => ({ text, callbackData, warnings: [] })

describe('the chat page in a browser', { timeout: 20_000 }, () => {
  let browser: Browser
  let state: SandboxState
  let sandbox: ScriptedSandbox
  let page: ChatPage
  let siti: Telephone

  beforeAll(async () => {
    browser = await openBrowser()
  }, 30_000)
  afterAll(() => browser?.close())

  beforeEach(async () => {
    state = aSandbox()
    sandbox = await startScriptedSandbox(() => state)
  })
  afterEach(async () => {
    await page.close()
    await sandbox.stop()
  })

  async function open(search = '', viewport?: typeof telephoneScreen) {
    page = await openChatPage(browser, sandbox.address + search, viewport)
    page.tab.setDefaultTimeout(5000)
    siti = page.telephone('Siti')
  }
  const done = (act: object) => vi.waitFor(() => expect(sandbox.acts).toContainEqual(act))

  test('keeps to its content policy and shows what was said', async () => {
    await open()
    await siti.hears('Selamat datang')
    expect(page.complaints).toEqual([])
  })

  test('a message is never markup, whatever it says', async () => {
    const text = '<img src=x onerror="document.title=1"> <b>tebal</b>'
    await open()
    sandbox.tell({
      type: 'message',
      message: aMessage(3, { text, entities: [{ type: 'bold', offset: 0, length: 4 }] }),
    })
    await siti.hears(text)
    expect(await siti.message(text).locator('img').count()).toBe(0)
  })

  test('somebody new sees what the bot is for, and MULAI sends the code of the link', async () => {
    state.personas[0] = aPersona(11, 'Siti', { startedBot: false })
    state.chats = []
    await open('?as=siti&start=ikm-2025', telephoneScreen)
    await siti.screen.getByText('Apa yang dapat dilakukan bot ini?').waitFor()
    await siti.taps('MULAI')
    await done({ do: 'start', as: 11, payload: 'ikm-2025' })
    expect(page.complaints).toEqual([])
    sandbox.tell({ type: 'persona-changed', persona: aPersona(11, 'Siti') })
    await siti.says('Halo')
    await done({ do: 'say', as: 11, chat: 11, text: 'Halo' })
  })

  test('a tapped button waits for the bot, then shows its toast', async () => {
    state.chats[0]?.messages.push(
      aMessage(3, { text: 'Puas?', inlineKeyboard: [[button('Ya', 'y'), button('Tidak', 'n')]] }),
    )
    sandbox.result = 'c1'
    await open()
    await siti.taps('Tidak')
    await done({ do: 'press', as: 11, chat: 11, message: 3, row: 0, column: 1 })
    const tapped = siti.screen.getByRole('button', { name: 'Tidak', exact: true })
    expect(await tapped.getAttribute('aria-busy')).toBe('true')
    sandbox.tell({ type: 'callback-answered', callback: 'c1', person: 11, text: 'Tersimpan', alert: false })
    await siti.screen.getByRole('status').getByText('Tersimpan').waitFor()
    expect(await tapped.getAttribute('aria-busy')).toBe('false')
  })

  test('a bot that stays silent is complained of, and its alert is a window with OK', async () => {
    state.chats[0]?.messages.push(aMessage(3, { text: 'Puas?', inlineKeyboard: [[button('Ya', 'y')]] }))
    sandbox.result = 'c1'
    await open()
    await siti.taps('Ya')
    await vi.waitFor(() => expect(sandbox.acts).toHaveLength(1))
    sandbox.tell({ type: 'callback-expired', callback: 'c1', person: 11 })
    await siti.screen.getByText('Bot tidak menjawab').waitFor()
    sandbox.tell({
      type: 'callback-answered',
      callback: 'c2',
      person: 11,
      text: 'Survei ditutup',
      alert: true,
    })
    const alert = page.tab.getByRole('alertdialog')
    await alert.getByText('Survei ditutup').waitFor()
    await alert.getByRole('button', { name: 'OK' }).click()
    await alert.waitFor({ state: 'detached' })
  })

  test('a reply keyboard says its words and asks before it shares a number', async () => {
    const rows = [[{ text: 'Laporan' }, { text: 'Nomor saya', request: 'contact' as const }]]
    const keyboard = { kind: 'keyboard' as const, rows, resize: true, oneTime: false, persistent: false }
    state.chats[0] = aChat(11, { replyPanel: keyboard })
    await open('', telephoneScreen)
    await page.tab
      .getByRole('list', { name: 'Obrolan Siti' })
      .getByRole('button', { name: /^Suluh/ })
      .click()
    await siti.taps('Laporan')
    await done({ do: 'say', as: 11, chat: 11, text: 'Laporan' })
    await siti.screen.getByRole('button', { name: /Nomor saya/ }).click()
    await page.tab.getByRole('dialog').getByLabel('Nomor').fill('+62811')
    await page.tab.getByRole('button', { name: 'Bagikan', exact: true }).click()
    await done({ do: 'send-contact', as: 11, chat: 11, phone: '+62811', firstName: 'Siti', person: 11 })
  })

  test('a slash offers the bot’s commands, and Enter sends the marked one', async () => {
    const commands = ['bahasa', 'bantuan', 'survei'].map((command) => ({ command, description: '' }))
    state.bot.commands = [{ scope: 'default', language: '', commands }]
    await open()
    const input = siti.screen.getByRole('textbox', { name: 'Pesan' })
    await input.fill('/ba')
    await siti.screen.getByRole('list', { name: 'Perintah' }).getByText('/bahasa').waitFor()
    expect(await siti.screen.getByText('/survei').count()).toBe(0)
    await input.press('ArrowDown')
    await input.press('Enter')
    await done({ do: 'say', as: 11, chat: 11, text: '/bantuan' })
  })

  test('two people’s telephones stand side by side', async () => {
    await open()
    await page.tab.getByRole('button', { name: 'Buka Dewi di samping' }).click()
    const dewi = page.telephone('Dewi')
    await dewi.says('Halo dari Dewi')
    await done({ do: 'say', as: 13, chat: 13, text: 'Halo dari Dewi' })
    await siti.says('Halo dari Siti')
    await done({ do: 'say', as: 11, chat: 11, text: 'Halo dari Siti' })
  })

  test('it comes back by itself when the sandbox was restarted', async () => {
    await open()
    await siti.hears('Selamat datang')
    await sandbox.stop()
    await page.tab.getByText('Sambungan terputus').waitFor()
    state.chats[0]?.messages.push(aMessage(3, { text: 'Terkirim sementara itu' }))
    await sandbox.resume()
    await siti.hears('Terkirim sementara itu')
    await page.tab.getByText('Sambungan terputus').waitFor({ state: 'detached' })
  })

  test('says so when no bot listens', async () => {
    state.botIsListening = false
    await open()
    await page.tab.getByText('Bot belum terhubung').waitFor()
  })

  test('nothing sticks out of a telephone’s screen', async () => {
    const long = 'https://example.org/'.padEnd(200, 'x')
    const row = Array.from({ length: 8 }, (_, index) => button(`Pilihan panjang ${index}`, 'x'))
    state.chats[0]?.messages.push(aMessage(3, { text: long, inlineKeyboard: [row] }))
    await open('?as=siti', telephoneScreen)
    await siti.hears('example.org')
    expect(await page.tab.evaluate('document.documentElement.scrollWidth')).toBe(telephoneScreen.width)
    expect(await page.tab.evaluate('document.querySelector(".messages").scrollWidth')).toBe(
      telephoneScreen.width,
    )
  })
})
