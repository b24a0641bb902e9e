import { type Clock, systemClock } from '../../clock.ts'
import { createEventLog } from './events.ts'
import { createFaults } from './faults.ts'
import { createJournal } from './journal.ts'
import { createLimits, type Rates, telegramRates } from './limits.ts'
import { createCallbackBook } from './state/callbacks.ts'
import { newProfile } from './state/commands.ts'
import { createFileShelf } from './state/files.ts'
import { userOf } from './state/people.ts'
import { createUpdateQueue } from './state/updates.ts'
import { createPollingDesk } from './updates/pollingDesk.ts'
import type { WebhookPause } from './updates/webhookDelivery.ts'
import { createWebhookDesk } from './updates/webhookDesk.ts'
import type { MovableClock, World } from './world.ts'

const firstUpdate = 840_000_001
const firstPerson = 7_100_000_000
const firstGroup = 4_800_000_000

export interface WorldOptions {
  clock: Clock
  token: string
  bot: { name: string; username: string }
  hasPrivacy: boolean
  limits: boolean | Partial<Rates>
  journalSize: number
  historySize: number
  slowsRepeatedPolls: boolean
  webhookPause: WebhookPause
}

/** A Telegram in which nobody but the bot exists yet. */
export function createWorld(options: WorldOptions): World {
  const { token, limits } = options
  const id = Number(token.split(':')[0])
  const clock = movable(options.clock)
  const persona = {
    id,
    isBot: true,
    firstName: options.bot.name,
    username: options.bot.username,
    blocksBot: false,
    startedBot: false,
    isDeactivated: false,
  }
  const bot = { persona, user: userOf(persona) }
  const updates = createUpdateQueue(clock, firstUpdate)
  const polling = createPollingDesk(updates, clock, options.slowsRepeatedPolls)
  const rates = { ...telegramRates, ...(typeof limits === 'object' && limits) }
  const world: World = {
    clock,
    token,
    bot,
    profile: newProfile(id, options.bot.username, options.bot.name),
    hasPrivacy: options.hasPrivacy,
    people: new Map([[id, bot]]),
    chats: new Map(),
    polls: new Map(),
    files: createFileShelf(),
    callbacks: createCallbackBook(clock),
    updates,
    polling,
    webhook: createWebhookDesk(updates, clock, options.webhookPause),
    events: createEventLog(),
    journal: createJournal(options.journalSize),
    faults: createFaults(),
    limits: createLimits(clock, limits !== false, rates),
    historySize: options.historySize,
    lastMessage: 0,
    lastPerson: firstPerson,
    lastGroup: firstGroup,
  }
  updates.onAdded = () => {
    if (world.webhook.isSet()) world.webhook.wake()
    else polling.wake()
  }
  return world
}

function movable(base: Clock): MovableClock {
  let ahead = 0
  return {
    now: () => (ahead === 0 ? base.now() : new Date(base.now().getTime() + ahead)),
    move(seconds) {
      ahead += seconds * 1000
    },
    isMoved: () => ahead !== 0 || base !== systemClock,
  }
}
