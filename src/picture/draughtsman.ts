import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Drawing } from './drawing.ts'
import type { Delivery, Order } from './drawingProcess.ts'

/** Drawings that wait at most; with more, something asks in a loop. */
const MOST_WAITING = 50

/** A process from which nothing has come for so long has no work, or hangs; in both cases it is ended. */
const LONGEST_SILENCE = 60_000

/** A process that draws, as long as it lives. */
export interface Draughtsman {
  /** Rejects as Pictures says. */
  draw(drawing: Drawing): Promise<Uint8Array>
  /** Ends it; drawings that wait are rejected. */
  dismiss(): Promise<void>
}

/**
 * Gives a process drawings and hands back what it makes, until a minute has passed in which nothing came.
 * @param onEnd called once, before the drawings that will never come are rejected
 */
export function employ(worker: ChildProcess, onEnd: () => void): Draughtsman {
  const waiting = new Map<
    number,
    { resolve: (bytes: Uint8Array) => void; reject: (fault: unknown) => void }
  >()
  let orders = 0
  let silence: NodeJS.Timeout | undefined
  let hasEnded = false

  function watch() {
    clearTimeout(silence)
    silence = setTimeout(() => worker.kill('SIGKILL'), LONGEST_SILENCE)
    silence.unref()
    // Only a drawing somebody waits for keeps the program from ending.
    const hold = waiting.size > 0 ? 'ref' : 'unref'
    worker[hold]()
    worker.channel?.[hold]()
  }

  function giveUp(fault: unknown) {
    if (hasEnded) return
    hasEnded = true
    clearTimeout(silence)
    onEnd()
    for (const { reject } of waiting.values()) reject(fault)
    waiting.clear()
  }

  worker.on('message', (message) => {
    const delivery = message as Delivery
    const order = waiting.get(delivery.number)
    waiting.delete(delivery.number)
    if ('bytes' in delivery) order?.resolve(delivery.bytes)
    else order?.reject(delivery.fault)
    watch()
  })
  worker.on('error', giveUp)
  worker.on('exit', () => giveUp(new Error('The drawing of pictures ended before this one was ready')))

  return {
    draw: (drawing) =>
      new Promise((resolve, reject) => {
        if (waiting.size >= MOST_WAITING)
          return reject(new Error(`${waiting.size} pictures are being drawn already: no more are taken`))
        const order: Order = { number: orders++, drawing }
        waiting.set(order.number, { resolve, reject })
        watch()
        worker.send(order, (fault) => {
          if (fault) giveUp(fault)
        })
      }),
    dismiss: async () => {
      if (hasEnded) return
      worker.ref()
      worker.kill('SIGKILL')
      await once(worker, 'exit')
    },
  }
}
