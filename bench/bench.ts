import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { migrate } from '../src/database/migrate.ts'
import { openDatabase } from '../src/database/open.ts'
import { versionStore } from '../src/survey/life/store.ts'
import { unitStore } from '../src/unit/store.ts'
import { type BroadcastFigures, benchBroadcast, broadcastPlans } from './broadcast.ts'
import { benchEngine } from './engine.ts'
import { benchExports } from './exports.ts'
import { benchForms } from './forms.ts'
import { benchInteractive, type InteractiveFigures, type Way } from './interactive.ts'
import { surveyOfLength } from './surveyOfLength.ts'
import { benchTick } from './tick.ts'

const HELP = `npm run bench -- [--people 1000] [--at-once 50] [--questions 9,10,100,500] [--latency 0] [--only suluh|floor|engine|export|broadcast|tick|instances] [--way polling|webhook] [--floor-edits] [--rounds 1] [--responses 100000] [--readers 1500] [--plan WORDS] [--database file|postgresql://…]`
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '1000' },
    'at-once': { type: 'string', default: '50' },
    questions: { type: 'string', default: '9' },
    latency: { type: 'string', default: '0' },
    only: { type: 'string' },
    way: { type: 'string' },
    'floor-edits': { type: 'boolean', default: false },
    rounds: { type: 'string', default: '1' },
    responses: { type: 'string', default: '100000' },
    readers: { type: 'string', default: '1500' },
    plan: { type: 'string', default: '' },
    database: { type: 'string', default: process.env.TEST_DATABASE_URL ?? 'file' },
    help: { type: 'boolean', default: false },
  },
})

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
  if (values.only === 'instances') return benchInstances()
  if (values.only === 'tick') return benchTicking()
  const all: InteractiveFigures[] = []
  for (const questions of values.questions.split(',').map(Number)) {
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const way of ['polling', 'webhook'] as const) {
        if (values.way && values.way !== way) continue
        for (const bot of ['floor', 'suluh'] as const) {
          if (values.only && values.only !== bot) continue
          all.push(await measure(bot, way, { questions }))
        }
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
    if (!plan.name.includes(values.plan)) continue
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

/** A crowd that answers a survey of so many questions, on a database of its own. */
async function measure(
  bot: 'floor' | 'suluh',
  way: Way,
  { questions, instances = 1 }: { questions: number; instances?: number },
): Promise<InteractiveFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'suluh-bench-'))
  const database = await freshDatabase(folder)
  if (bot === 'suluh') await prepare(database.url, questions)
  const people = Number(values.people)
  const atOnce = Number(values['at-once'])
  const latency = Number(values.latency)
  const plan = { bot, way, instances, questions, people, atOnce, latency, floorEdits: values['floor-edits'] }
  try {
    return await benchInteractive(plan, database.url)
  } finally {
    await database.remove()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Only when asked for, and only on PostgreSQL: one SQLite file is for one instance. */
async function benchInstances(): Promise<void> {
  if (!values.database.startsWith('postgres'))
    throw new Error('several instances share a PostgreSQL database: give --database postgresql://…')
  const all: InteractiveFigures[] = []
  for (let round = 0; round < Number(values.rounds); round++)
    for (const instances of [1, 2, 4])
      all.push(await measure('suluh', 'balanced', { questions: Number(values.questions), instances }))
  // biome-ignore lint/suspicious/noConsole: a table for whoever runs the bench
  console.table(all)
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
