import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import type { Clock } from '../../src/clock.ts'
import { loadConfig } from '../../src/config.ts'
import { NO_NEWS } from '../../src/instance/news.ts'
import { instanceStore } from '../../src/instance/store.ts'
import { thisInstance } from '../../src/instance/thisInstance.ts'
import type { Html } from '../../src/message/html.ts'
import { startDelivery } from '../../src/outbox/delivery/startDelivery.ts'
import { watchReplies } from '../../src/outbox/delivery/watchReplies.ts'
import type { MessageKind, Outgoing } from '../../src/outbox/outgoing.ts'
import { outboxReportStore } from '../../src/outbox/report/store.ts'
import { outboxService } from '../../src/outbox/service.ts'
import { outboxStore } from '../../src/outbox/store.ts'
import { personService } from '../../src/person/service.ts'
import { personStore } from '../../src/person/store.ts'
import { startLocalTelegram } from '../../src/sandbox/telegram/localTelegram.ts'
import { telegramApi } from '../../src/telegram/api.ts'
import { loadTexts } from '../../src/texts.ts'
import { beatsByHand } from '../conversation/beatsByHand.ts'
import { testDatabase } from '../database/testDatabase.ts'
import { anOutgoing, MORNING } from './anOutgoing.ts'

export type PostOffice = Awaited<ReturnType<typeof postOffice>>

/** Says what its payload says, as HTML; it may also be asked to leave it, or to break. */
export const noteKind: MessageKind = {
  name: 'note',
  async render({ payload, speak, now }) {
    const { text = 'Halo', skip, isBroken } = payload as { text?: string; skip?: string; isBroken?: boolean }
    if (isBroken) throw new Error('this note is broken')
    if (skip) return { skip }
    const filled = text.replace('{language}', speak.language).replace('{now}', now.toISOString())
    return { html: filled as Html }
  },
}

/** Everything from the outbox to a Telegram of its own, at a time that stands still; several instances if wanted. */
export async function postOffice(environment: Record<string, string> = {}) {
  const database = await testDatabase()
  let now = MORNING
  const telegram = await startLocalTelegram({ clock: { now: () => now } })
  const config = {
    ...loadConfig({ BOT_TOKEN: telegram.token, DATABASE_URL: database.address, ...environment }),
    adminIds: new Set<number>(),
  }
  const texts = await loadTexts()
  const lines: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) })
  const pauses: number[] = []
  const endings: (() => Promise<void>)[] = []

  /** One more process on the same database. @param aheadMs how much its clock is ahead */
  function instance(name: string, aheadMs = 0) {
    const clock: Clock = { now: () => new Date(now.getTime() + aheadMs) }
    const beats = beatsByHand()
    const pause = async (milliseconds: number) => {
      pauses.push(milliseconds)
    }
    const api = telegramApi(telegram.apiRoot, telegram.token)
    const store = outboxStore(database)
    const people = personService(personStore(database))
    const { quietHours } = config
    const outbox = outboxService({ store, reports: outboxReportStore(database), clock, quietHours })
    const replies = watchReplies(api, config.messagesPerSecond, pause)
    const delivery = startDelivery({
      news: NO_NEWS,
      ...{ store, outbox, people, texts, api, replies, config, beats, clock, pause, log },
      instance: thisInstance({ store: instanceStore(database), name, beats, log }),
      kinds: [noteKind],
    })
    let isOver = false
    const stop = async () => {
      if (isOver) return
      isOver = true
      await delivery.stop()
      await api.close()
    }
    endings.push(stop)
    return { outbox, people, stop, looks: beats.look, paceNow: replies.time.now }
  }

  const first = instance('first')
  let count = 0
  onTestFinished(async () => {
    for (const end of endings) await end()
    await telegram.close()
    await database.cleanup()
  })

  async function act(act: Parameters<typeof telegram.act>[0]): Promise<number> {
    const answer = await telegram.act(act)
    if (!answer.ok) throw new Error(answer.problem)
    return answer.result as number
  }

  return {
    database,
    telegram,
    config,
    act,
    instance,
    log: lines,
    pauses,
    ...first,

    /** Somebody who has pressed START. */
    async person(firstName = 'Siti'): Promise<number> {
      const id = await act({ do: 'create-person', firstName })
      await act({ do: 'start', as: id })
      return id
    },

    /** Puts messages in; their keys are made up. */
    put: (...messages: Partial<Outgoing>[]) =>
      first.outbox.put(messages.map((each) => anOutgoing({ key: `made:${++count}`, ...each }))),

    clockShows(moment: Date | string) {
      now = new Date(moment)
    },

    /** The clock moves on, and everything that is due then is done. */
    async timePasses(moment: Date | string) {
      now = new Date(moment)
      await first.looks()
    },

    /** What the bot said in a chat, oldest first. */
    said: (chat: number) =>
      telegram
        .calls()
        .filter(({ name, body, status }) => name === 'sendMessage' && chatOf(body) === chat && status === 200)
        .map(({ body }) => (body as { text: string }).text),

    rows: () => database.client.outgoing.findMany({ orderBy: { id: 'asc' } }),
  }
}

const chatOf = (body: unknown) => Number((body as { chat_id: unknown }).chat_id)
