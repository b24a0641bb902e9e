import type { SandboxEvent } from '../protocol.ts'
import { firstColumn } from './firstColumn.ts'
import { fetchState } from './localTelegram.ts'
import type { PageModel } from './pageModel.ts'
import { readEverything } from './readEverything.ts'
import { receiveEvent } from './receiveEvent.ts'
import type { Store } from './store.ts'

const retryAfter = 1000
const gatherFor = 16
const lookForBotEvery = { listening: 20_000, silent: 3000 }

/**
 * Keeps the model up to date: the whole state first, then events; after a break everything again, because a
 * restarted sandbox counts its events from the beginning. `heard` is told each event after it is in the model.
 */
export function followSandbox(store: Store<PageModel>, heard: (event: SandboxEvent) => void): void {
  let gathered: SandboxEvent[] = []

  // A bulk sending brings hundreds of events at once; one drawing for many keeps the page quick.
  function gather(event: SandboxEvent) {
    gathered.push(event)
    if (gathered.length === 1) setTimeout(flush, gatherFor)
  }

  function flush() {
    const events = gathered
    gathered = []
    const at = performance.now()
    store.change((model) => events.reduce((next, event) => receiveEvent(next, event, at), model))
    for (const event of events) heard(event)
  }

  async function open() {
    try {
      const sandbox = await fetchState()
      flush()
      store.change((model) => ({
        ...model,
        sandbox,
        clockReadAt: performance.now(),
        connection: 'live',
        columns: stillThere(model.columns, sandbox.personas) ?? firstColumn(sandbox),
        read: model.sandbox ? model.read : readEverything(sandbox),
        presses: { open: [], settled: [] },
      }))
      listen(sandbox.lastEvent)
    } catch {
      lose()
    }
  }

  function listen(after: number) {
    const stream = new EventSource(`/sandbox/events?after=${after}`)
    stream.onmessage = (message) => gather(JSON.parse(message.data))
    stream.onerror = () => {
      stream.close()
      lose()
    }
  }

  function lose() {
    store.change((model) => ({ ...model, connection: 'lost' }))
    setTimeout(() => void open(), retryAfter)
  }

  // No event tells whether the bot still listens, so the page asks now and then.
  async function lookForBot() {
    const { sandbox, connection } = store.get()
    if (sandbox && connection === 'live' && !document.hidden) {
      const fresh = await fetchState().catch(() => undefined)
      if (fresh && fresh.botIsListening !== store.get().sandbox?.botIsListening) {
        store.change((model) => ({
          ...model,
          sandbox: model.sandbox && { ...model.sandbox, botIsListening: fresh.botIsListening },
        }))
      }
    }
    const isListening = store.get().sandbox?.botIsListening
    setTimeout(() => void lookForBot(), lookForBotEvery[isListening ? 'listening' : 'silent'])
  }

  void open()
  setTimeout(() => void lookForBot(), lookForBotEvery.silent)
}

function stillThere(columns: PageModel['columns'], people: { id: number }[]) {
  const kept = columns.filter((column) => people.some((person) => person.id === column.person))
  return kept.length > 0 ? kept : undefined
}
