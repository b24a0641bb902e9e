import { fetchState } from './localTelegram.ts'
import type { PageModel } from './pageModel.ts'
import type { Store } from './store.ts'

const lookEvery = 10_000
/** A bot that waits for updates calls at least this often: Telegram answers a long poll after 50 s. */
const quietFor = 60_000
const soonAfterCall = 1000

/**
 * Keeps `botIsListening` true to the facts. No event tells of it, and the whole state is too much to ask for
 * all the time; so the page asks when a silent bot makes a call, or when a listening one has made none for long.
 * @returns what is to be told of each call of the bot
 */
export function watchForBot(store: Store<PageModel>): () => void {
  let lastCall = performance.now()
  let isAsking = false

  async function ask() {
    if (isAsking || document.hidden || store.get().connection !== 'live') return
    isAsking = true
    // A sandbox that went away is noticed by the event stream, which says so on the page.
    const fresh = await fetchState().catch(() => undefined)
    isAsking = false
    if (!fresh || fresh.botIsListening === store.get().sandbox?.botIsListening) return
    store.change((model) => ({
      ...model,
      sandbox: model.sandbox && { ...model.sandbox, botIsListening: fresh.botIsListening },
    }))
  }

  setInterval(() => {
    const isQuiet = performance.now() - lastCall > quietFor
    if (isQuiet || !store.get().sandbox?.botIsListening) void ask()
  }, lookEvery)

  return () => {
    lastCall = performance.now()
    if (store.get().sandbox?.botIsListening === false) setTimeout(() => void ask(), soonAfterCall)
  }
}
