import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { migrate } from '../src/database/migrate.ts'
import { openDatabase } from '../src/database/open.ts'
import { packageRoot } from '../src/packageRoot.ts'
import { type LocalTelegram, startLocalTelegram } from '../src/sandbox/telegram/localTelegram.ts'
import { versionStore } from '../src/survey/life/store.ts'
import { unitStore } from '../src/unit/store.ts'
import { type BroadcastFigures, benchBroadcast, broadcastPlans } from './broadcast.ts'
import { crowd } from './crowd.ts'
import { benchEngine } from './engine.ts'
import { benchExports } from './exports.ts'
import { benchForms } from './forms.ts'
import { cpuSeconds, stopped } from './processes.ts'
import { surveyOfLength } from './surveyOfLength.ts'
import { benchTick } from './tick.ts'

const HELP = `npm run bench -- [--people 1000] [--at-once 50] [--questions 9,10,100,500] [--latency 0] [--only suluh|floor|engine|export|broadcast|tick] [--floor-edits] [--rounds 1] [--responses 100000] [--readers 1500] [--database file|postgresql://…]`
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '1000' },
    'at-once': { type: 'string', default: '50' },
    questions: { type: 'string', default: '9' },
    latency: { type: 'string', default: '0' },
    only: { type: 'string' },
    'floor-edits': { type: 'boolean', default: false },
    rounds: { type: 'string', default: '1' },
    responses: { type: 'string', default: '100000' },
    readers: { type: 'string', default: '1500' },
    database: { type: 'string', default: process.env.TEST_DATABASE_URL ?? 'file' },
    help: { type: 'boolean', default: false },
  },
})

interface Figures {
  bot: string
  questions: number
  'conversations/s': number
  'updates/s': number
  'p50 ms': number
  'p95 ms': number
  'p99 ms': number
  'CPU s/1000 answers': number
  'CPU ms/update': number
  'RSS MB': number
}

if (values.help) process.stdout.write(`${HELP}\n`)
else await main()

async function main(): Promise<void> {
  if (!values.only || values.only === 'engine') {
    // biome-ignore lint/suspicious/noConsole: a table for whoever runs the bench
    console.table({ ...benchEngine(), ...(await benchForms()) })
  }
  if (values.only === 'engine') return
  if (values.only === 'export') return benchExporting()
  if (values.only === 'broadcast') return benchBroadcasts()
  if (values.only === 'tick') return benchTicking()
  const all: Figures[] = []
  for (const questions of values.questions.split(',').map(Number)) {
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const bot of ['floor', 'suluh'] as const) {
        if (values.only && values.only !== bot) continue
        all.push(await measure(bot, questions))
      }
    }
  }
  // biome-ignore lint/suspicious/noConsole: a table for whoever runs the bench
  console.table(all)
}

/** Only when asked for: Telegram's pace takes minutes. */
async function benchBroadcasts(): Promise<void> {
  const all: BroadcastFigures[] = []
  for (const plan of broadcastPlans(Number(values.readers))) {
    const folder = await mkdtemp(join(tmpdir(), 'suluh-bench-'))
    const database = await freshDatabase(folder)
    try {
      await prepare(database.url, 9)
      all.push(await benchBroadcast(plan, { url: database.url, folder }))
    } finally {
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    }
  }
  // biome-ignore lint/suspicious/noConsole: a table for whoever runs the bench
  console.table(all)
}

/** Only when asked for: filling the database takes longer than all the rest. */
async function benchExporting(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'suluh-bench-'))
  const database = await freshDatabase(folder)
  try {
    const opened = await openDatabase(database.url)
    await migrate(opened)
    await opened.close()
    const { exports, waits } = await benchExports(database.url, folder, Number(values.responses))
    for (const table of [exports, waits]) {
      // biome-ignore lint/suspicious/noConsole: a table for whoever runs the bench
      console.table(table)
    }
  } finally {
    await database.remove()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Only when asked for, for the same reason. */
async function benchTicking(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'suluh-bench-'))
  const database = await freshDatabase(folder)
  try {
    // biome-ignore lint/suspicious/noConsole: a table for whoever runs the bench
    console.table(await benchTick(database.url))
  } finally {
    await database.remove()
    await rm(folder, { recursive: true, force: true })
  }
}

/** One bot, in a process of its own, and a crowd that answers a survey of so many questions. */
async function measure(bot: 'floor' | 'suluh', questions: number): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'suluh-bench-'))
  const database = await freshDatabase(folder)
  const telegram = await startLocalTelegram({ journalSize: 0 })
  const latency = Number(values.latency)
  if (latency > 0)
    telegram.fault({ kind: { is: 'latency', milliseconds: latency }, times: Number.POSITIVE_INFINITY })
  if (bot === 'suluh') await prepare(database.url, questions)
  const child = await startBot(bot, telegram, { url: database.url, folder, questions })
  const pid = child.pid ?? 0
  try {
    // Warm up: what is compiled and cached once is not what a day's work costs.
    await crowd(telegram, { people: 50, atOnce: 25, unit: 'bench' })
    const [cpu, begin] = [cpuSeconds(pid), performance.now()]
    const result = await crowd(telegram, {
      people: Number(values.people),
      atOnce: Number(values['at-once']),
      unit: 'bench',
    })
    const seconds = (performance.now() - begin) / 1000
    const used = cpuSeconds(pid) - cpu
    const waits = result.waits.sort((a, b) => a - b)
    const at = (share: number) => round(waits[Math.floor(waits.length * share)] ?? 0)
    return {
      bot,
      questions,
      'conversations/s': round(result.members.length / seconds),
      'updates/s': Math.round(result.updates / seconds),
      'p50 ms': at(0.5),
      'p95 ms': at(0.95),
      'p99 ms': at(0.99),
      'CPU s/1000 answers': round((used * 1000) / (result.members.length * questions)),
      'CPU ms/update': round((used * 1000) / result.updates, 3),
      'RSS MB': peakMegabytes(pid),
    }
  } finally {
    await stopped(child)
    await telegram.close()
    await database.remove()
    await rm(folder, { recursive: true, force: true })
  }
}

async function freshDatabase(folder: string): Promise<{ url: string; remove: () => Promise<void> }> {
  if (!values.database.startsWith('postgres')) {
    return { url: `file:${join(folder, 'bench.db')}`, remove: async () => undefined }
  }
  const name = `suluh_bench_${process.pid}_${Math.floor(performance.now())}`
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: values.database })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await run(`CREATE DATABASE ${name}`)
  const url = new URL(values.database)
  url.pathname = `/${name}`
  return { url: url.href, remove: () => run(`DROP DATABASE ${name} WITH (FORCE)`) }
}

async function prepare(url: string, questions: number): Promise<void> {
  const database = await openDatabase(url)
  await migrate(database)
  await unitStore(database).save({ code: 'bench', name: 'Unit Bench', services: [] })
  await versionStore(database).publish('skm', 'semester', surveyOfLength(questions))
  await database.close()
}

async function startBot(
  bot: 'floor' | 'suluh',
  telegram: LocalTelegram,
  { url, folder, questions }: { url: string; folder: string; questions: number },
) {
  const file = bot === 'floor' ? join(import.meta.dirname, 'floor.js') : join(packageRoot, 'dist/cli.js')
  const child = fork(file, bot === 'floor' ? [] : ['start'], {
    cwd: folder,
    execArgv: process.env.BENCH_NODE_OPTIONS?.split(' ') ?? [],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DATABASE_URL: url,
      SECRET_KEY: 'a secret key that is only used in benches',
      QUESTIONS: String(questions),
      ...(values['floor-edits'] && { EDITS: '1' }),
    },
  })
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.stdout?.on('data', (line) => String(line).includes('listening') && resolve())
    child.once('exit', (code) => reject(new Error(`${bot} ended with ${code} before it was ready`)))
  })
  return child
}

function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits))
}

function peakMegabytes(pid: number): number {
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
}
