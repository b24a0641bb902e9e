import type { ServerResponse } from 'node:http'
import type { NumberedEvent } from '../events.ts'
import type { World } from '../world.ts'

/** A page that reads nothing for so long is gone, or better off with the whole state again. */
const mostUnread = 32 * 1024 * 1024

/**
 * Sends what happened after event `after` and everything from now on, as server-sent events. When that is no
 * longer known the answer is 410: the page has to read the state again.
 */
export function streamEvents(world: World, response: ServerResponse, after: number): void {
  const missed = world.events.after(after)
  if (!missed) {
    response.writeHead(410, { 'content-type': 'text/plain' })
    response.end('These events are no longer known: read the state again')
    return
  }
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.write(':\n\n')
  const send = ({ number, event }: NumberedEvent) => {
    response.write(`id: ${number}\ndata: ${JSON.stringify(event)}\n\n`)
    if (response.writableLength > mostUnread) response.destroy()
  }
  missed.forEach(send)
  response.on('close', world.events.subscribe(send))
}
