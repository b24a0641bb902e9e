import type { Act } from '../../act.ts'
import type { World } from '../world.ts'
import { createPerson, deactivate, setLanguage } from './accounts.ts'
import { actor } from './actor.ts'
import { setBlocked } from './blocking.ts'
import { changeStatus, createGroup, join, leave, migrate } from './groups.ts'
import { Impossible } from './impossible.ts'
import { press, pressData } from './pressing.ts'
import {
  sendContact,
  sendDocument,
  sendLocation,
  sendMedia,
  sendPhoto,
  sendSticker,
  sendVoice,
} from './sharing.ts'
import { edit, remove, say, start } from './talking.ts'
import { moveClock, redeliverLastUpdate, setLimits } from './testing.ts'
import { closeTopic, createTopic } from './topicActs.ts'
import { vote } from './voting.ts'

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
    case 'send-photo':
      return sendPhoto(world, act)
    case 'send-document':
      return sendDocument(world, act)
    case 'send-media':
      return sendMedia(world, act)
    case 'send-voice':
      return sendVoice(world, act)
    case 'send-sticker':
      return sendSticker(world, act)
    case 'send-location':
      return sendLocation(world, act)
    case 'send-contact':
      return sendContact(world, act)
    case 'vote':
      return vote(world, act)
    case 'create-group':
      return createGroup(world, act)
    case 'join':
      return join(world, act)
    case 'leave':
      return leave(world, act)
    case 'set-status':
      return changeStatus(world, act)
    case 'migrate':
      return migrate(world, act)
    case 'create-topic':
      return createTopic(world, act)
    case 'close-topic':
      return closeTopic(world, act, true)
    case 'reopen-topic':
      return closeTopic(world, act, false)
    default:
      return act satisfies never
  }
}
