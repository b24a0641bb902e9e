import { existsSync } from 'node:fs'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'

const chromiumPath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

/** Whether this machine can run tests in a browser; Debian's package is `chromium`. */
export const hasBrowser = existsSync(chromiumPath)

/** Starts the machine's own Chromium; close it after the tests. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** The chat page in a tab of its own, with nothing remembered from other tabs. */
export interface ChatPage {
  tab: Page
  /** What one person holds in hand, by their full name. */
  telephone(name: string): Telephone
  /** Errors of scripts and of the content policy, in the browser's words. */
  complaints: string[]
  close(): Promise<void>
}

/** One person's telephone on the page. Everything waits until it can be done, at most Playwright's timeout. */
export interface Telephone {
  screen: Locator
  /** All bubbles that contain these words. */
  message(words: string | RegExp): Locator
  hears(words: string | RegExp): Promise<void>
  says(words: string): Promise<void>
  /** Taps the newest button with these words: an inline button, a reply button, or MULAI. */
  taps(words: string): Promise<void>
}

export const telephoneScreen = { width: 390, height: 844 }
export const deskScreen = { width: 1280, height: 800 }

/** Opens the page, e.g. `http://127.0.0.1:8080/?as=siti&start=code`, and waits until it is connected. */
export async function openChatPage(
  browser: Browser,
  address: string,
  viewport = deskScreen,
): Promise<ChatPage> {
  const context = await browser.newContext({ viewport, locale: 'id-ID', timezoneId: 'Asia/Jakarta' })
  const tab = await context.newPage()
  const complaints: string[] = []
  tab.on('pageerror', (error) => complaints.push(error.message))
  tab.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await tab.goto(address)
  await tab.getByRole('main').waitFor()
  return {
    tab,
    complaints,
    telephone: (name) => telephone(tab.getByRole('region', { name: `Telepon ${name}` })),
    close: () => context.close(),
  }
}

function telephone(screen: Locator): Telephone {
  const messages = screen.getByRole('log', { name: 'Pesan' })
  const message = (words: string | RegExp) => messages.getByRole('article').filter({ hasText: words })
  return {
    screen,
    message,
    hears: (words) => message(words).last().waitFor(),
    async says(words) {
      const input = screen.getByRole('textbox', { name: 'Pesan' })
      await input.fill(words)
      await input.press('Enter')
    },
    taps: (words) => screen.getByRole('button', { name: words, exact: true }).last().click(),
  }
}
