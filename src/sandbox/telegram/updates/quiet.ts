import type { World } from '../world.ts'

/** Tells when the bot has dealt with everything that happened. */
export interface Quiet {
  /**
   * Resolves when the bot has taken every update and asks for more (polling), or has acknowledged every one
   * (webhook). A bot that replies before it does so has then said all it has to say.
   */
  whenQuiet(): Promise<void>
}

export function watchQuiet(world: World): Quiet {
  let waiting: (() => void)[] = []

  function isQuiet(): boolean {
    if (world.updates.size() > 0) return false
    return world.webhook.isSet() ? world.webhook.size() === 0 : world.polling.isWaiting()
  }

  function look() {
    if (waiting.length === 0 || !isQuiet()) return
    const told = waiting
    waiting = []
    for (const tell of told) tell()
  }

  world.polling.onWaiting = look
  world.webhook.onDelivered = look
  return {
    whenQuiet: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
        look()
      }),
  }
}
