import type { World } from '../world.ts'
import { expireCallbacks } from './expireCallbacks.ts'
import { Impossible } from './impossible.ts'

/** Moves the sandbox's time; what is over by then is over. */
export function moveClock(world: World, seconds: number): void {
  if (!Number.isFinite(seconds) || seconds < 0) throw new Impossible('Jam hanya dapat dimajukan')
  world.clock.move(seconds)
  expireCallbacks(world)
  world.events.tell({
    type: 'clock',
    now: world.clock.now().toISOString(),
    isMoved: world.clock.isMoved(),
  })
}

/** Switches Telegram's rates on or off. */
export function setLimits(world: World, limits: boolean): void {
  world.limits.isOn = limits
  world.events.tell({ type: 'limits', limits })
}

/** Hands the bot its last update once more, as after a crash in the middle of its work. */
export function redeliverLastUpdate(world: World): void {
  if (!world.updates.repeatLast()) throw new Impossible('Belum ada kabar untuk bot')
}
