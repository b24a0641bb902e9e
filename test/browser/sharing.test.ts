import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { html } from '../../src/message/html.ts'
import { servePage } from '../../src/sandbox/servePage.ts'
import { telegramApi } from '../../src/telegram/api.ts'
import { messageSender } from '../../src/telegram/sender.ts'
import { meetTelegram } from '../sandbox/telegram/meet.ts'
import { temporaryFolder } from '../temporaryFolder.ts'
import {
  type ChatPage,
  openBrowser,
  openChatPage,
  type Telephone,
  telephoneScreen,
} from './chatPage.browser.ts'

const SITI = 11
const picture = new Resvg('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"/>')
  .render()
  .asPng()

/** What the browser says of a picture or a player: a width in pixels, a length in seconds. */
const numberOf = (element: Locator, property: 'naturalWidth' | 'duration') =>
  element.evaluate((node, name) => (node as unknown as Record<string, number>)[name], property)

describe('files and places on the chat page', { timeout: 30_000 }, () => {
  let browser: Browser
  let page: ChatPage
  let siti: Telephone
  let meeting: Awaited<ReturnType<typeof meetTelegram>>
  let say: ReturnType<typeof messageSender>['say']

  beforeAll(async () => {
    browser = await openBrowser()
  }, 30_000)
  afterAll(() => browser?.close())

  async function open() {
    meeting = await meetTelegram({ page: servePage })
    const { telegram, act } = meeting
    await act({ do: 'create-person', id: SITI, firstName: 'Siti', username: 'siti' })
    await act({ do: 'start', as: SITI })
    await meeting.call('getUpdates')
    const api = telegramApi(telegram.apiRoot, telegram.token)
    const log = { warn() {}, debug() {}, error() {} } as unknown as Parameters<typeof messageSender>[0]['log']
    say = messageSender({ api, log, pause: async () => {}, onGone: async () => {} }).say
    page = await openChatPage(browser, `${telegram.apiRoot}/?as=siti`, telephoneScreen)
    page.tab.setDefaultTimeout(8000)
    siti = page.telephone('Siti')
    onTestFinished(async () => {
      expect(page.complaints).toEqual([])
      expect(telegram.violations).toEqual([])
      await page.close()
      await api.close()
    })
  }
  beforeEach(open)

  /** The last message that the bot got. */
  const heard = async () => (await meeting.call('getUpdates', { offset: -1 })).result.at(-1).message

  async function picks(item: string, files: string[]) {
    const chooser = page.tab.waitForEvent('filechooser')
    await siti.screen.getByRole('button', { name: 'Lampirkan' }).click()
    await siti.screen.getByRole('menuitem', { name: item }).click()
    await (await chooser).setFiles(files)
    return page.tab.getByRole('dialog')
  }

  test('a person sends a document from the disk, with words below it', async () => {
    const file = join(temporaryFolder(), 'survei jalan.xlsx')
    writeFileSync(file, 'isi')
    const window = await picks('Berkas…', [file])
    await window.getByText('survei jalan.xlsx').waitFor()
    await window.getByLabel('Keterangan').fill('Mohon dicoba')
    await window.getByRole('button', { name: 'Kirim' }).click()
    await siti.hears('Mohon dicoba')
    expect(await heard()).toMatchObject({
      document: { file_name: 'survei jalan.xlsx', file_size: 3 },
      caption: 'Mohon dicoba',
    })
  })

  test('a person sends a photo after a look at it, or the same picture as a file', async () => {
    const file = join(temporaryFolder(), 'jalan.png')
    writeFileSync(file, picture)
    const window = await picks('Foto atau video…', [file])
    const shown = window.getByRole('img', { name: 'jalan.png' })
    await expect.poll(() => numberOf(shown, 'naturalWidth')).toBe(300)
    await window.getByRole('button', { name: 'Kirim' }).click()
    await siti.screen.getByRole('img', { name: 'jalan.png' }).waitFor()
    expect((await heard()).photo).toHaveLength(2)
    await (await picks('Berkas…', [file])).getByRole('button', { name: 'Kirim' }).click()
    await siti.screen.getByRole('link', { name: 'Unduh jalan.png' }).waitFor()
    expect(await heard()).toMatchObject({ document: { mime_type: 'image/png' } })
  })

  test('several files go at once, and none when the window is closed', async () => {
    const folder = temporaryFolder()
    const files = ['satu.pdf', 'dua.pdf'].map((name) => join(folder, name))
    for (const file of files) writeFileSync(file, 'isi')
    await (await picks('Berkas…', files)).getByRole('button', { name: 'Batal' }).click()
    await (await picks('Berkas…', files)).getByRole('button', { name: 'Kirim' }).click()
    await siti.hears('dua.pdf')
    expect(await siti.message('.pdf').count()).toBe(2)
  })

  test('the bot’s photo is seen, and its document is saved under its name', async () => {
    await say(SITI, {
      html: html`<b>Grafik</b>`,
      file: { kind: 'photo', name: 'grafik.png', content: picture },
    })
    const content = Buffer.from('no;nilai\n1;4\n')
    await say(SITI, { html: html``, file: { kind: 'document', name: 'hasil “akhir”.csv', content } })
    await siti.hears('Grafik')
    const photo = siti.message('Grafik').getByRole('img')
    await expect.poll(() => numberOf(photo, 'naturalWidth')).toBe(300)
    const saving = page.tab.waitForEvent('download')
    await siti.screen.getByRole('link', { name: 'Unduh hasil' }).click()
    const saved = await saving
    expect(saved.suggestedFilename()).toBe('hasil “akhir”.csv')
    expect(await readFile(await saved.path())).toEqual(content)
  })

  test('the button of the keyboard sends where the phone is, and is put away', async () => {
    const keyboard = {
      rows: [[{ text: 'Kirim lokasi saya', shares: 'location' as const }]],
      placeholder: 'Tekan tombol',
    }
    await say(SITI, { html: html`Di mana jalan itu?`, keyboard })
    const button = siti.screen.getByRole('button', { name: /Kirim lokasi saya/ })
    await button.click()
    const window = page.tab.getByRole('dialog', { name: 'Bagikan lokasi?' })
    await window.getByLabel('Tempat').selectOption('Rimbo Bujang')
    expect(await window.getByLabel('Lintang').inputValue()).toBe('-1.4506')
    await window.getByLabel('Bujur').fill('102.2')
    await window.getByRole('button', { name: 'Bagikan' }).click()
    await siti.hears('Dekat Rimbo Bujang')
    expect((await heard()).location).toEqual({ latitude: -1.4506, longitude: 102.2, horizontal_accuracy: 15 })
    await button.waitFor({ state: 'detached' })
  })

  test('a place picked on the map is sent without an accuracy', async () => {
    await siti.screen.getByRole('button', { name: 'Lampirkan' }).click()
    await siti.screen.getByRole('menuitem', { name: 'Lokasi…' }).click()
    await page.tab.getByRole('button', { name: 'Bagikan' }).click()
    await siti.hears('Dekat Muara Tebo')
    expect((await heard()).location).toEqual({ latitude: -1.4931, longitude: 102.445 })
  })

  test('a voice can be played, its whole length', async () => {
    await meeting.act({ do: 'send-voice', as: SITI, chat: SITI, seconds: 3 })
    const player = siti.screen.locator('audio')
    await expect.poll(() => numberOf(player, 'duration')).toBeCloseTo(3, 1)
  })
})
