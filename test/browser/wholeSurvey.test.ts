import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/sandbox/startSandbox.ts'
import { CONTENT_ANSWERS } from '../conversation/wholeSurvey.ts'
import { openBrowser, openChatPage, telephoneScreen } from './chatPage.browser.ts'

let browser: Browser
let sandbox: Sandbox
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suluh-sandbox-'))
  sandbox = await startSandbox({ port: 0, fresh: true, folder }, pino({ level: 'silent' }))
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await sandbox?.stop()
  await rm(folder, { recursive: true, force: true })
})

test('a whole survey is clicked through to the thanks, and the admin sees it counted', {
  timeout: 60_000,
}, async () => {
  const page = await openChatPage(browser, `${sandbox.address}/?as=siti&start=dinsos`)
  const siti = page.telephone('Siti Aminah')
  await siti.taps('MULAI')
  await siti.hears('Selamat datang, Siti')
  await siti.taps('Setuju')
  const taps = async (button: string, place: number) => {
    await siti.hears(`${place} dari 16`)
    await siti.taps(button)
  }
  await taps('1. Bantuan sosial dan DTKS', 1)
  await taps('2. Perempuan', 2)
  await siti.hears('3 dari 16')
  await siti.says('tiga lima')
  await siti.hears('Mohon tulis dengan angka')
  await siti.says('35')
  await taps('4. SMA', 4)
  await taps('6. Ibu Rumah Tangga', 5)
  await taps('Lewati ➡', 6)
  for (const [index, words] of CONTENT_ANSWERS.entries())
    await taps(`${words === 'Gratis' ? 4 : 3}. ${words}`, 7 + index)
  await siti.hears('16 dari 16')
  await siti.says('Ruang tunggu sudah nyaman.')
  await siti.hears('Periksa jawaban Bapak/Ibu')
  await siti.taps('📨 Kirim')
  await siti.hears('Terima kasih atas partisipasi Bapak/Ibu')
  expect(page.complaints).toEqual([])
  await page.close()

  const office = await openChatPage(browser, `${sandbox.address}/?as=ratna`, telephoneScreen)
  const ratna = office.telephone('Bu Ratna')
  await ratna.taps('MULAI')
  await ratna.hears('Pelayanan mana')
  await ratna.says('/hasil')
  await ratna.taps('Dinas Sosial (1)')
  await ratna.hears('IKM: 77,78')
  await ratna.hears('Belum representatif')
  expect(office.complaints).toEqual([])
  await office.close()
})
