import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '../src/database/open.ts'
import { outboxStore } from '../src/outbox/store.ts'
import { packageRoot } from '../src/packageRoot.ts'
import type { Told, ToTelegram } from './broadcastTelegram.ts'
import { FIRST_READER } from './firstReader.ts'
import { cpuSeconds, stopped } from './processes.ts'

export interface BroadcastPlan {
  name: string
  /** Suluh, or a bare loop of calls. */
  sender: 'suluh' | 'bare'
  people: number
  /** Telegram's limit. */
  perSecond: number
  /** People who answer a survey meanwhile, each with a press in three seconds. */
  crowd?: number
  /** Telegram's limit is halved after so many seconds. */
  halvedAfter?: number
}

export interface BroadcastFigures {
  broadcast: string
  people: number
  'limit/s': number
  /** Of all messages that Telegram takes, replies too. */
  'rate ÷ limit': number
  '429s': number
  'CPU ms/message': number
  replies: number
  'replies p95 ms': number
}

/** @param readers of the broadcast at Telegram's own pace: thirty a second */
export const broadcastPlans = (readers: number): BroadcastPlan[] => [
  { name: 'bare loop, ×20', sender: 'bare', people: 10_000, perSecond: 600 },
  { name: 'suluh, ×20', sender: 'suluh', people: 10_000, perSecond: 600 },
  { name: 'suluh, ×20, people answering', sender: 'suluh', people: 10_000, perSecond: 600, crowd: 12 },
  { name: 'suluh, people answering', sender: 'suluh', people: readers, perSecond: 30, crowd: 12 },
  { name: 'suluh, the limit halves', sender: 'suluh', people: 1_500, perSecond: 30, halvedAfter: 20 },
]

const THINK_MS = 3_000
/** A little of the beginning is not yet the pace of the whole; CPU is measured from here on. */
const WARM_UP_MS = 2_000

/** One broadcast from the first message to the last, against a Telegram that enforces its rates. */
export async function benchBroadcast(
  plan: BroadcastPlan,
  database: { url: string; folder: string },
): Promise<BroadcastFigures> {
  const { sender, people, perSecond, crowd = 0, halvedAfter } = plan
  process.stderr.write(`${plan.name} …\n`)
  const telegram = fork(join(import.meta.dirname, 'broadcastTelegram.js'), [], {
    env: { PATH: process.env.PATH, PER_SECOND: String(perSecond) },
  })
  const { apiRoot, token } = await told(telegram)
  const order = (what: ToTelegram) => telegram.send(what)
  const ask = (what: ToTelegram) => {
    order(what)
    return told(telegram)
  }
  await ask({ do: 'people', count: people })
  const env = { BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, MESSAGES_PER_SECOND: String(perSecond) }
  const bot =
    sender === 'bare' ? await bareSender({ ...env, PEOPLE: String(people) }) : await suluh(env, database)
  try {
    if (crowd > 0) order({ do: 'crowd', people: crowd, thinkMs: THINK_MS })
    if (sender === 'bare') bot.send('send')
    else await putInto(database.url, people)
    const pid = bot.pid ?? 0
    await sleep(WARM_UP_MS)
    const [cpu, { taken }] = [cpuSeconds(pid), await ask({ do: 'tell' })]
    if (halvedAfter !== undefined) {
      await sleep(halvedAfter * 1000)
      order({ do: 'limit', perSecond: perSecond / 2 })
    }
    let now = await ask({ do: 'tell' })
    while (now.taken < people) {
      if (bot.exitCode !== null) throw new Error(`${plan.name}: the sender ended before it was done`)
      await sleep(Math.max(20, Math.min(1_000, ((people - now.taken) / perSecond) * 500)))
      now = await ask({ do: 'tell' })
    }
    const used = cpuSeconds(pid) - cpu
    const seconds = (now.last - now.first) / 1000
    const sorted = now.waits.sort((a, b) => a - b)
    return {
      ...{ broadcast: plan.name, people, 'limit/s': perSecond },
      'rate ÷ limit': Number(((now.all - 1) / seconds / perSecond).toFixed(3)),
      '429s': now.refused,
      'CPU ms/message': Number(((used * 1000) / (now.taken - taken)).toFixed(3)),
      replies: sorted.length,
      'replies p95 ms': Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
    }
  } finally {
    await stopped(bot)
    await stopped(telegram)
  }
}

const told = (telegram: ChildProcess) => new Promise<Told>((resolve) => telegram.once('message', resolve))

async function suluh(env: Record<string, string>, database: { url: string; folder: string }) {
  const child = fork(join(packageRoot, 'dist/cli.js'), ['start'], {
    cwd: database.folder,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      ...{ PATH: process.env.PATH, DATABASE_URL: database.url, QUIET_HOURS: 'none' },
      ...{ SECRET_KEY: 'a secret key that is only used in benches', LOG_LEVEL: 'info', ...env },
    },
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (line) => String(line).includes('listening') && resolve())
    child.once('exit', (code) => reject(new Error(`suluh ended with ${code} before it was ready`)))
  })
  return child
}

async function bareSender(env: Record<string, string>) {
  const child = fork(join(import.meta.dirname, 'bareSender.js'), [], {
    env: { PATH: process.env.PATH, ...env },
  })
  await new Promise((resolve) => child.once('message', resolve))
  return child
}

/** What the bot itself says to admins, to everybody: the kind that every installation knows. */
async function putInto(url: string, people: number): Promise<void> {
  const database = await openDatabase(url)
  const now = new Date()
  await outboxStore(database).put(
    Array.from({ length: people }, (_, i) => ({
      ...{ key: `bench:${i}`, kind: 'outbox-doubt', payload: { count: i }, chat: FIRST_READER + i },
      ...{ class: 'bulk' as const, timeZone: 'Asia/Jakarta', dueAt: now, notBefore: now },
    })),
  )
  await database.close()
}
