import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { pino } from 'pino'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/sandbox/startSandbox.ts'
import { readSpreadsheet } from '../../src/spreadsheet/readSpreadsheet.ts'
import { workbookOf } from '../conversation/spreadsheet.ts'
import { openBrowser, openChatPage, type Telephone, telephoneScreen } from './chatPage.browser.ts'

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

/** A form about roads, with a name misspelt in a condition, or right. */
const form = (name: string) =>
  workbookOf({
    survey: `
      type | name | label | relevant | required
      select_one kondisi | kondisi | Bagaimana kondisi jalannya? | | yes
      image | foto | Mohon kirim foto jalannya. | \${${name}} = 'rusak' | yes
      geopoint | lokasi | Di mana tempatnya? | | yes
      text | catatan | Ada catatan lain? | |`,
    choices: `
      list_name | name | label
      kondisi | baik | Baik
      kondisi | rusak | Rusak`,
    settings: `
      form_title | form_id
      Lapor Jalan | jalan`,
  })

async function picks({ tab }: { tab: Page }, who: Telephone, item: string, file: string) {
  const chooser = tab.waitForEvent('filechooser')
  await who.screen.getByRole('button', { name: 'Lampirkan' }).click()
  await who.screen.getByRole('menuitem', { name: item }).click()
  await (await chooser).setFiles([file])
  await tab.getByRole('dialog').getByRole('button', { name: 'Kirim' }).click()
}

test('an admin sends a form, mends it, publishes it; a citizen answers with a photo and a place; the answers come as a workbook', {
  timeout: 90_000,
}, async () => {
  const office = await openChatPage(browser, `${sandbox.address}/?as=ratna`, telephoneScreen)
  const ratna = office.telephone('Bu Ratna')
  await ratna.taps('MULAI')
  await ratna.hears('Pelayanan mana')
  const file = join(folder, 'lapor-jalan.xlsx')
  await writeFile(file, await form('kondsi'))
  await picks(office, ratna, 'Berkas…', file)
  await ratna.hears('Survei belum dapat dipakai')
  await ratna.hears(/Mungkin maksudnya .*kondisi/)
  await writeFile(file, await form('kondisi'))
  await picks(office, ratna, 'Berkas…', file)
  await ratna.hears('tidak ada kesalahan')
  await ratna.taps('📢 Terbitkan')
  await ratna.hears('Terbitkan Lapor Jalan?')
  await ratna.taps('📢 Terbitkan')
  await ratna.hears('sudah terbit (versi 1)')

  const street = await openChatPage(browser, `${sandbox.address}/?as=siti&start=s_jalan`, telephoneScreen)
  const siti = street.telephone('Siti Aminah')
  await siti.taps('MULAI')
  await siti.hears('Selamat datang, Siti')
  await siti.taps('Setuju')
  await siti.hears('Bagaimana kondisi jalannya?')
  await siti.taps('2. Rusak')
  await siti.hears('Mohon kirim foto')
  const photo = join(folder, 'jalan.png')
  const road =
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#887"/></svg>'
  await writeFile(photo, new Resvg(road).render().asPng())
  await picks(street, siti, 'Foto atau video…', photo)
  await siti.hears('Di mana tempatnya?')
  await siti.screen.getByRole('button', { name: /Kirim lokasi saya/ }).click()
  await street.tab.getByRole('dialog').getByRole('button', { name: 'Bagikan' }).click()
  await siti.hears('Ada catatan lain?')
  await siti.says('=HYPERLINK("http://jahat")')
  await siti.hears('Periksa jawaban')
  await siti.taps('📨 Kirim')
  await siti.hears('Terima kasih atas partisipasi')
  expect(street.complaints).toEqual([])
  await street.close()

  await ratna.says('/hasil')
  await ratna.taps('Lapor Jalan')
  await ratna.hears('Lapor Jalan')
  const download = office.tab.waitForEvent('download')
  await ratna.taps('Unduh data')
  await ratna.taps('Excel')
  await ratna.screen
    .getByRole('link', { name: /Unduh jalan.*\.xlsx/ })
    .last()
    .click()
  const exported = await readFile(await (await download).path())
  const content = await readSpreadsheet(exported)
  if ('problem' in content) throw new Error(content.problem.code)
  const cells = content.sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  expect(cells).toContain('rusak')
  expect(cells).toContain('Rusak')
  expect(cells).toContain('=HYPERLINK("http://jahat")')
  expect(cells).toContainEqual(expect.stringMatching(/^[0-9a-f]{24}\.jpg$/))
  expect(office.complaints).toEqual([])
  await office.close()
})
