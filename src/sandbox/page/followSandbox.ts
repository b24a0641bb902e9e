import type { SandboxEvent } from '../protocol.ts'
import { firstColumn } from './firstColumn.ts'
import { fetchState } from './localTelegram.ts'
import type { PageModel } from './pageModel.ts'
import { readEverything } from './readEverything.ts'
import { receiveEvent } from './receiveEvent.ts'
import type { Store } from './store.ts'
import { watchForBot } from './watchForBot.ts'

const retryAfter = 1000
const gatherFor = 16

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
    const { sandbox, columns } = store.get()
    if (sandbox && columns.length === 0)
      store.change((model) => ({ ...model, columns: firstColumn(sandbox) }))
    for (const event of events) heard(event)
    if (events.some(isCall)) heardCall()
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
        columns: model.columns.length > 0 ? model.columns : firstColumn(sandbox),
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

  void open()
  const heardCall = watchForBot(store)
}

function isCall(event: SandboxEvent): boolean {
  return event.type === 'journal' && event.entry.direction === 'call'
}
