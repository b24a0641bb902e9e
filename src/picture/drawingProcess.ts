import { type Drawing, makeDrawing } from './drawing.ts'

/** What is asked of the process that draws. */
export interface Order {
  number: number
  drawing: Drawing
}

/** What it answers under the number of the order: the bytes, or why it could not. */
export type Delivery = { number: number; bytes: Uint8Array } | { number: number; fault: unknown }

// One drawing after the other: together none would be ready sooner, and all would need memory at once.
let previous: Promise<void> = Promise.resolve()

process.on('message', (order: Order) => {
  previous = previous.then(() => deliver(order))
})

async function deliver({ number, drawing }: Order): Promise<void> {
  let delivery: Delivery
  try {
    delivery = { number, bytes: await makeDrawing(drawing) }
  } catch (fault) {
    delivery = { number, fault }
  }
  process.send?.(delivery)
}
