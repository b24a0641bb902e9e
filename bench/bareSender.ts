import { setTimeout as sleep } from 'node:timers/promises'
import { telegramApi } from '../src/telegram/api.ts'
import { FIRST_READER } from './firstReader.ts'

/**
 * The least that sending can cost: one call after the other at an even pace, nothing stored, nothing looked at. Run as
 * a process of its own, with BOT_TOKEN, TELEGRAM_API_ROOT, MESSAGES_PER_SECOND and PEOPLE.
 */
const { BOT_TOKEN = '', TELEGRAM_API_ROOT = '', MESSAGES_PER_SECOND = '30', PEOPLE = '1000' } = process.env
const api = telegramApi(TELEGRAM_API_ROOT, BOT_TOKEN)
const interval = 1000 / (Number(MESSAGES_PER_SECOND) * 0.985)

process.once('message', () => void send())
process.send?.('ready')

function fail(fault: Error): never {
  throw new Error(`the bare loop is too fast: ${fault.message}`)
}

async function send(): Promise<void> {
  let slot = performance.now()
  for (let i = 0; i < Number(PEOPLE); i++) {
    const wait = slot - performance.now()
    if (wait > 0) await sleep(Math.ceil(wait))
    slot += interval
    const text = `⚠️ Ada ${i} pesan untuk grup yang mungkin sudah terkirim, mungkin juga belum.`
    api.call('sendMessage', { chat_id: FIRST_READER + i, text, parse_mode: 'HTML' }).catch(fail)
  }
}
