import type { Act } from '../../protocol.ts'
import type { World } from '../world.ts'
import { createPerson, deactivate, setLanguage } from './accounts.ts'
import { actor } from './actor.ts'
import { setBlocked } from './blocking.ts'
import { Impossible } from './impossible.ts'
import { press, pressData } from './pressing.ts'
import { edit, remove, say, start } from './talking.ts'
import { moveClock, redeliverLastUpdate, setLimits } from './testing.ts'

/** What an act brought: the id of what came into being, if anything did, or why it cannot be done. */
export type ActResult = { ok: true; result?: number | string } | { ok: false; problem: string }

/** Does what somebody in front of the page, or a test, wants done. */
export function performAct(world: World, act: Act): ActResult {
  try {
    const result = carryOut(world, act)
    return typeof result === 'string' || typeof result === 'number' ? { ok: true, result } : { ok: true }
  } catch (problem) {
    if (problem instanceof Impossible) return { ok: false, problem: problem.message }
    throw problem
  }
}

function carryOut(world: World, act: Act): unknown {
  switch (act.do) {
    case 'start':
      return start(world, act)
    case 'say':
      return say(world, act)
    case 'press':
      return press(world, act)
    case 'press-data':
      return pressData(world, act)
    case 'edit':
      return edit(world, act)
    case 'delete':
      return remove(world, act)
    case 'block-bot':
      return setBlocked(world, actor(world, act.as), true)
    case 'unblock-bot':
      return setBlocked(world, actor(world, act.as), false)
    case 'deactivate':
      return deactivate(world, act)
    case 'set-language':
      return setLanguage(world, act)
    case 'create-person':
      return createPerson(world, act)
    case 'move-clock':
      return moveClock(world, act.seconds)
    case 'set-limits':
      return setLimits(world, act.limits)
    case 'fault':
      return world.faults.add(act.fault)
    case 'redeliver-last-update':
      return redeliverLastUpdate(world)
    default:
      throw new Impossible(`Belum dapat dilakukan: ${act.do}`)
  }
}
