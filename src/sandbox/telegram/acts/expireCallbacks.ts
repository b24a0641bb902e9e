import type { World } from '../world.ts'

/** Ends the waiting of presses that the bot has left unanswered for too long, by the sandbox clock. */
export function expireCallbacks(world: World): void {
  for (const { callback, person } of world.callbacks.expire()) {
    world.events.tell({ type: 'callback-expired', callback, person })
  }
}
