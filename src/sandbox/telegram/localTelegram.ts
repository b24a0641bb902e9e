import { setTimeout as wait } from 'node:timers/promises'
import { type Clock, systemClock } from '../../clock.ts'
import type { Act, Fault } from '../act.ts'
import type { JournalEntry, SandboxEvent, SandboxState } from '../protocol.ts'
import { lookAfterCallbacks } from './acts/expireCallbacks.ts'
import { type ActResult, performAct } from './acts/performAct.ts'
import { answerCall } from './answerCall.ts'
import { createWorld } from './createWorld.ts'
import { listen, type PageHook } from './http/server.ts'
import type { Rates } from './limits.ts'
import type { CallbackAnswer } from './state/callbacks.ts'
import { sandboxState } from './state/sandboxState.ts'
import { watchQuiet } from './updates/quiet.ts'
import type { WebhookPause } from './updates/webhookDelivery.ts'

const defaultToken = '1000001:SANDBOX-local_Telegram_on_this_machine'

export interface LocalTelegramOptions {
  /** The machine's clock unless given; `move-clock` moves it forward. Long polls wait by real timers. */
  clock?: Clock
  /** Any free port when absent or 0. */
  port?: number
  botToken?: string
  botProfile?: { name: string; username: string }
  /** Whether Telegram's rates are enforced, or other figures for them; off when absent. */
  limits?: boolean | Partial<Rates>
  /** Entries of the journal; 0 keeps none, which is quicker. */
  journalSize?: number
  /** Messages kept in each chat. */
  historySize?: number
  /** Whether the bot gets only commands and replies in groups where it is a plain member, as usual. */
  groupPrivacy?: boolean
  /** Whether polls with the same offset are slowed down, as Telegram does it; tests would only be slower. */
  slowsRepeatedPolls?: boolean
  /** How a webhook waits before another try; real timers when absent. */
  webhookPause?: WebhookPause
  /** Serves everything that is not the Bot API or a control route, e.g. the chat page. */
  page?: PageHook
}

/** A Telegram on this machine: a Bot API over HTTP, and everybody who talks to the bot. */
export interface LocalTelegram {
  apiRoot: string
  token: string
  port: number
  /** The sandbox's time, moved by `move-clock`; give it to the bot. */
  clock: Clock
  state(): SandboxState
  /** Does something as a person. A press gives its callback's id at once, see {@link LocalTelegram.answered}. */
  act(act: Act): Promise<ActResult>
  /** Resolves with the bot's answer to a press, or with nothing when the time for one is over. */
  answered(callback: string): Promise<CallbackAnswer | undefined>
  subscribe(listener: (event: SandboxEvent) => void): () => void
  fault(fault: Fault): void
  /** Other rates from now on, where rates are enforced. */
  limit(rates: Partial<Rates>): void
  journal(): JournalEntry[]
  /** The bot's calls of a method, oldest first; all calls but `getUpdates` when none is named. */
  calls(method?: string): JournalEntry[]
  /** Everything a strict reader of the documentation objects to; a test wants this empty at its end. */
  violations: readonly string[]
  /**
   * Resolves when the bot has taken every update and asks for more, or has acknowledged every one by webhook.
   * A bot that replies before it does so has then said all it has to say.
   */
  quiet(): Promise<void>
  /** Updates the bot has not taken yet. */
  pendingUpdates(): number
  /** Hangs up on everybody and frees the port. */
  close(): Promise<void>
}

/** Starts a Telegram on loopback; as many side by side as wanted. */
export async function startLocalTelegram(options: LocalTelegramOptions = {}): Promise<LocalTelegram> {
  const token = options.botToken ?? defaultToken
  const world = createWorld({
    clock: options.clock ?? systemClock,
    token,
    bot: options.botProfile ?? { name: 'Suluh', username: 'suluh_bot' },
    hasPrivacy: options.groupPrivacy ?? true,
    limits: options.limits ?? false,
    journalSize: options.journalSize ?? 5000,
    historySize: options.historySize ?? 500,
    slowsRepeatedPolls: options.slowsRepeatedPolls ?? false,
    webhookPause: options.webhookPause ?? pauseReally,
  })
  world.webhook.onCall = (method, parameters) => {
    void answerCall(world, { method, parameters, isJson: true, files: new Map(), whenAbandoned: () => {} })
  }
  const { whenQuiet } = watchQuiet(world)
  const { port, close } = await listen(world, options.port ?? 0, options.page)

  return {
    apiRoot: `http://127.0.0.1:${port}`,
    token,
    port,
    clock: world.clock,
    violations: world.journal.violations,
    state: () => sandboxState(world),
    act: async (act) => performAct(world, act),
    answered(callback) {
      lookAfterCallbacks(world)
      return world.callbacks.answered(callback)
    },
    subscribe: (listener) => world.events.subscribe(({ event }) => listener(event)),
    fault: (fault) => world.faults.add(fault),
    limit: (rates) => world.limits.change(rates),
    journal: () => world.journal.entries(),
    calls(method) {
      const calls = world.journal.entries().filter(({ direction }) => direction === 'call')
      return calls.filter(({ name }) => (method ? name === method : name !== 'getUpdates'))
    },
    quiet: whenQuiet,
    pendingUpdates: () => world.updates.size() + world.webhook.size(),
    async close() {
      world.polling.dismiss()
      world.callbacks.close()
      clearInterval(world.callbackTimer)
      await world.webhook.close()
      await close()
    },
  }
}

/** Ends early, without a fault, when the webhook goes. */
async function pauseReally(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal, ref: false }).catch((fault: unknown) => {
    if (!signal.aborted) throw fault
  })
}
