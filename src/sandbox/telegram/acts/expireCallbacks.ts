import type { World } from '../world.ts'

/** Ends the waiting of presses that the bot has left unanswered for too long, by the sandbox clock. */
export function expireCallbacks(world: World): void {
  for (const { callback, person } of world.callbacks.expire()) {
    world.events.tell({ type: 'callback-expired', callback, person })
  }
}

const lookEveryMs = 1000

/** Looks after presses by itself as long as one waits; without this only acts would end their waiting. */
export function lookAfterCallbacks(world: World): void {
  if (world.callbackTimer) return
  world.callbackTimer = setInterval(() => {
    expireCallbacks(world)
    if (world.callbacks.isEmpty()) {
      clearInterval(world.callbackTimer)
      delete world.callbackTimer
    }
  }, lookEveryMs).unref()
}
