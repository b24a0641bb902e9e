import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '../src/clock.ts'
import { type Database, openDatabase } from '../src/database/open.ts'
import { packageRoot } from '../src/packageRoot.ts'
import { surveyCatalogue } from '../src/survey/catalogue.ts'
import type { Definition, RowDefinition } from '../src/survey/definition/definition.ts'
import { exportsAside } from '../src/survey/export/exportsAside.ts'
import { versionStore } from '../src/survey/life/store.ts'
import { randomId } from '../src/survey/respondent.ts'
import { surveyResults } from '../src/survey/results/service.ts'
import { resultStore } from '../src/survey/results/store.ts'
import { unitService } from '../src/unit/service.ts'
import { unitStore } from '../src/unit/store.ts'

/** Thirty questions of every common type. */
const KINDS = [
  ...Array(18).fill('select_one'),
  ...Array(4).fill('select_multiple'),
  ...Array(4).fill('integer'),
  'decimal',
  'date',
  'text',
  'text',
] as const
const CODES = ['sangat_baik', 'baik', 'cukup', 'kurang', 'tidak_tahu']
const PERIODS = ['2026-S1', '2026-S2']

interface ExportFigures {
  seconds: number
  'peak RSS MB': number
  'file MB': number
}

interface WaitFigures {
  seconds: number
  'loop p99 ms': number
  'loop max ms': number
}

/**
 * What exports of so many responses cost in a process of their own, and how long everything else waits meanwhile in
 * the process of the bot: for an export asked for in the chat, and for counting all answers.
 */
export async function benchExports(url: string, folder: string, responses: number) {
  const database = await openDatabase(url)
  try {
    await fill(database, responses)
    const exports: Record<string, ExportFigures> = {}
    for (const format of ['xlsx', 'csv', 'spss']) exports[format] = await measureExport(url, folder, format)
    return { exports, waits: await measureWaits(database, url, folder) }
  } finally {
    await database.close()
  }
}

async function fill(database: Database, responses: number): Promise<void> {
  const unit = await unitStore(database).save({ code: 'bench', name: 'Unit Bench', services: [] })
  const version = await versionStore(database).publish('bench', 'semester', SURVEY)
  for (let first = 0; first < responses; first += 500)
    await database.client.response.createMany({
      data: Array.from({ length: Math.min(500, responses - first) }, (_, index) => ({
        id: randomId(),
        versionId: version,
        unitId: unit,
        period: PERIODS[index % PERIODS.length] ?? '',
        finishedOn: '2026-11-20',
        language: 'id',
        answers: JSON.stringify(answersOf(first + index)),
      })),
    })
}

const SURVEY: Definition = {
  format: 2,
  settings: { title: { id: 'Bench' }, default_language: 'id' },
  survey: KINDS.map((type, index) => {
    const list = type.startsWith('select') ? { list: 'jawaban' } : {}
    const label = { id: `Pertanyaan ${index + 1} tentang pelayanan di unit ini?` }
    return { type, name: `pertanyaan_${index + 1}`, ...list, label } as RowDefinition
  }),
  choices: { jawaban: CODES.map((name) => ({ name, label: { id: name.replaceAll('_', ' ') } })) },
}

function answersOf(number: number): Record<string, string> {
  return Object.fromEntries(
    KINDS.map((kind, index) => [`pertanyaan_${index + 1}`, answerOf(kind, number * 7 + index * 3)]),
  )
}

function answerOf(kind: (typeof KINDS)[number], chance: number): string {
  const code = CODES[chance % CODES.length] ?? ''
  switch (kind) {
    case 'select_one':
      return code
    case 'select_multiple':
      return [code, CODES[(chance + 1) % CODES.length]].join(' ')
    case 'integer':
      return String(chance % 90)
    case 'decimal':
      return String((chance % 1000) / 8)
    case 'date':
      return `2026-0${(chance % 9) + 1}-1${chance % 10}`
    default:
      return chance % 4 === 0 ? `Mohon kursi ruang tunggu ditambah, loket ${chance % 100}.` : ''
  }
}

/** `suluh export responses` as an operator runs it. */
async function measureExport(url: string, folder: string, format: string): Promise<ExportFigures> {
  const out = join(folder, `export-${format}.${format === 'spss' ? 'zip' : format}`)
  const begin = performance.now()
  const child = fork(
    join(packageRoot, 'dist/cli.js'),
    ['export', 'responses', 'bench', `--format=${format}`, `--out=${out}`],
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { PATH: process.env.PATH, DATABASE_URL: url },
    },
  )
  let peak = 0
  const ended = once(child, 'exit')
  const watch = setInterval(() => {
    peak = Math.max(peak, peakMegabytes(child.pid ?? 0))
  }, 50)
  const [code] = await ended
  clearInterval(watch)
  if (code !== 0) throw new Error(`the export ended with ${code}`)
  const seconds = (performance.now() - begin) / 1000
  const { size } = await stat(out)
  await rm(out)
  return { seconds: round(seconds), 'peak RSS MB': peak, 'file MB': round(size / 1024 / 1024) }
}

/** How late the event loop of this process is, which does what the bot's process does. */
async function measureWaits(
  database: Database,
  url: string,
  folder: string,
): Promise<Record<string, WaitFigures>> {
  const units = unitService(unitStore(database))
  const catalogue = surveyCatalogue(versionStore(database), units)
  const store = resultStore(database)
  const results = surveyResults({ store, catalogue, units, clock: systemClock, timeZone: 'Asia/Jakarta' })
  const exports = await exportsAside(join(folder, 'exports'), systemClock.now(), {
    DATABASE_URL: url,
    TIME_ZONE: 'Asia/Jakarta',
  })
  const info = await results.surveyOf('bench')
  if (!info) throw new Error('the survey is not there')
  return {
    idle: await late(() => sleep(3_000)),
    'export in the chat': await late(async () => {
      const order = { survey: 'bench', format: 'xlsx', language: 'id', ending: 'xlsx' } as const
      await (await exports.make(order)).remove()
    }),
    'counting all answers': await late(() => results.figures({ info })),
  }
}

async function late(work: () => Promise<unknown>): Promise<WaitFigures> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const begin = performance.now()
  delay.enable()
  await work()
  delay.disable()
  const milliseconds = (nanoseconds: number) => round(nanoseconds / 1e6)
  return {
    seconds: round((performance.now() - begin) / 1000),
    'loop p99 ms': milliseconds(delay.percentile(99)),
    'loop max ms': milliseconds(delay.max),
  }
}

/** Nothing of a process that has just ended. */
function peakMegabytes(pid: number): number {
  try {
    return Math.round(
      Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    )
  } catch (fault) {
    if (
      (fault as NodeJS.ErrnoException).code === 'ENOENT' ||
      (fault as NodeJS.ErrnoException).code === 'ESRCH'
    )
      return 0
    throw fault
  }
}

const round = (value: number) => Number(value.toFixed(2))
