import { startLocalTelegram } from '../src/sandbox/telegram/localTelegram.ts'
import { crowd } from './crowd.ts'
import { FIRST_READER } from './firstReader.ts'

/**
 * A Telegram in a process of its own that enforces its rates, with people who get a broadcast and others who answer a
 * survey meanwhile. It is told what to do by its parent, and tells how it went.
 */
export type ToTelegram =
  | { do: 'people'; count: number }
  | { do: 'crowd'; people: number; thinkMs: number }
  | { do: 'limit'; perSecond: number }
  | { do: 'tell' }

export interface Told {
  apiRoot: string
  token: string
  /** Messages of the broadcast that were taken, and when the first and the last. */
  taken: number
  first: number
  last: number
  /** All messages that were taken in that time, replies too. */
  all: number
  refused: number
  /** Milliseconds from an act to the reply, in that time. */
  waits: number[]
}

const perSecond = Number(process.env.PER_SECOND ?? '30')
const limits = { perSecond, penalty: 1 }
const telegram = await startLocalTelegram({ journalSize: 100, historySize: 10, limits })
const waits: { at: number; wait: number }[] = []
const paced: number[] = []
let [taken, first, last, refused] = [0, 0, 0, 0]

telegram.subscribe((event) => {
  if (event.type !== 'journal' || !/^send/.test(event.entry.name)) return
  if (event.entry.status === 429) refused++
  if (event.entry.status !== 200) return
  const now = performance.now()
  paced.push(now)
  if (Number((event.entry.body as { chat_id: number }).chat_id) < FIRST_READER) return
  taken++
  first ||= now
  last = now
})

process.on('message', (order: ToTelegram) => void carryOut(order))

async function carryOut(order: ToTelegram): Promise<void> {
  switch (order.do) {
    case 'people':
      for (let id = FIRST_READER; id < FIRST_READER + order.count; id++) {
        await telegram.act({ do: 'create-person', id, firstName: 'Warga' })
        await telegram.act({ do: 'start', as: id })
      }
      // They pressed START long ago: no bot has to answer that now.
      await fetch(`${telegram.apiRoot}/bot${telegram.token}/deleteWebhook?drop_pending_updates=true`)
      return tell()
    case 'crowd': {
      const { people: atOnce, thinkMs } = order
      const onWait = (wait: number) => waits.push({ at: performance.now(), wait })
      await crowd(telegram, { people: Number.POSITIVE_INFINITY, atOnce, unit: 'bench', thinkMs, onWait })
      return
    }
    case 'limit':
      telegram.limit({ perSecond: order.perSecond })
      return
    case 'tell':
      return tell()
  }
}

function tell(): void {
  const told: Told = {
    ...{ apiRoot: telegram.apiRoot, token: telegram.token, taken, first, last, refused },
    all: paced.filter((at) => at >= first && at <= last).length,
    waits: waits.filter(({ at }) => at >= first && at <= last).map(({ wait }) => wait),
  }
  process.send?.(told)
}

tell()
