import { expect, onTestFinished } from 'vitest'
import type { Act } from '../../../src/sandbox/act.ts'
import type { MessageView } from '../../../src/sandbox/protocol.ts'
import {
  type LocalTelegram,
  type LocalTelegramOptions,
  startLocalTelegram,
} from '../../../src/sandbox/telegram/localTelegram.ts'

/** A clock that stands still until it is set. */
export function stillClock(iso = '2026-03-02T08:00:00Z') {
  let now = new Date(iso)
  return {
    now: () => now,
    pass(seconds: number) {
      now = new Date(now.getTime() + seconds * 1000)
    },
  }
}

/** A local Telegram that ends with the test, and short ways to use it. */
export async function meetTelegram(options?: LocalTelegramOptions) {
  const telegram = await startLocalTelegram(options)
  onTestFinished(() => telegram.close())
  return { telegram, call: caller(telegram), act: actFor(telegram) }
}

/** Calls a method with JSON as a bot would, and gives the whole envelope. */
function caller({ apiRoot, token }: LocalTelegram) {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into many different answers
  return async (method: string, parameters: object = {}): Promise<any> => {
    const response = await fetch(`${apiRoot}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
    })
    return response.json()
  }
}

/** Does an act that must be possible, and gives its result. */
function actFor(telegram: LocalTelegram) {
  return async (act: Act): Promise<never> => {
    const done = await telegram.act(act)
    expect(done).toMatchObject({ ok: true })
    return (done.ok ? done.result : undefined) as never
  }
}

/** The messages of a chat that are still there, oldest first. */
export function messagesIn(telegram: LocalTelegram, chat: number): MessageView[] {
  const found = telegram.state().chats.find(({ id }) => id === chat)
  return (found?.messages ?? []).filter(({ isDeleted }) => !isDeleted)
}

/** Waits until something is so; looks again whenever anything happens. */
export function until<T>(telegram: LocalTelegram, look: () => T | undefined | false): Promise<T> {
  return new Promise((resolve) => {
    const unsubscribe = telegram.subscribe(check)
    check()
    function check() {
      const found = look()
      if (!found) return
      unsubscribe()
      resolve(found)
    }
  })
}
