import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../src/packageRoot.ts'
import { type LocalTelegram, startLocalTelegram } from '../src/sandbox/telegram/localTelegram.ts'
import { openBalancer } from './balancer.ts'
import { crowd } from './crowd.ts'
import { cpuSeconds, stopped } from './processes.ts'

/** How updates come to a bot: it asks for them, Telegram brings them, or brings them to a load balancer. */
export type Way = 'polling' | 'webhook' | 'balanced'

export interface InteractivePlan {
  bot: 'floor' | 'suluh'
  way: Way
  /** More than one only behind a load balancer. */
  instances: number
  questions: number
  people: number
  atOnce: number
  /** Milliseconds that every call takes longer. */
  latency: number
  /** Whether the floor changes what was pressed, too. */
  floorEdits: boolean
}

export interface InteractiveFigures {
  bot: string
  way: string
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

/**
 * Bots, each in a process of its own, and a crowd that answers a survey as fast as they ask. Telegram, the crowd and the
 * load balancer share one process, which is the limit on few cores.
 * @param database with the survey in it
 */
export async function benchInteractive(plan: InteractivePlan, url: string): Promise<InteractiveFigures> {
  const { bot, way, instances, questions, people, atOnce, latency } = plan
  const folder = await mkdtemp(join(tmpdir(), 'suluh-bench-'))
  const telegram = await startLocalTelegram({ journalSize: 0 })
  if (latency > 0)
    telegram.fault({ kind: { is: 'latency', milliseconds: latency }, times: Number.POSITIVE_INFINITY })
  const balancer = await openBalancer()
  const bots: ChildProcess[] = []
  try {
    for (let index = 0; index < instances; index++) {
      const port = await freePort()
      const address = way === 'balanced' ? balancer.port : port
      const webhook = { PUBLIC_URL: `http://127.0.0.1:${address}`, PORT: String(port) }
      bots.push(await startBot(plan, telegram, { url, folder, ...(way !== 'polling' && { webhook }) }))
      balancer.add(port)
    }
    const pids = bots.map(({ pid }) => pid ?? 0)
    const cpu = () => pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0)
    // Warm up: what is compiled and cached once is not what a day's work costs.
    await crowd(telegram, { people: 50 * instances, atOnce: 25, unit: 'bench' })
    const [before, begin] = [cpu(), performance.now()]
    const result = await crowd(telegram, { people, atOnce, unit: 'bench' })
    const seconds = (performance.now() - begin) / 1000
    const used = cpu() - before
    const waits = result.waits.sort((a, b) => a - b)
    const at = (share: number) => round(waits[Math.floor(waits.length * share)] ?? 0)
    return {
      bot: instances > 1 ? `${bot} × ${instances}` : bot,
      way,
      questions,
      'conversations/s': round(result.members.length / seconds),
      'updates/s': Math.round(result.updates / seconds),
      'p50 ms': at(0.5),
      'p95 ms': at(0.95),
      'p99 ms': at(0.99),
      'CPU s/1000 answers': round((used * 1000) / (result.members.length * questions)),
      'CPU ms/update': round((used * 1000) / result.updates, 3),
      'RSS MB': Math.max(...pids.map(peakMegabytes)),
    }
  } finally {
    for (const child of bots) await stopped(child)
    await balancer.close()
    await telegram.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function startBot(
  { bot, questions, floorEdits }: InteractivePlan,
  telegram: LocalTelegram,
  { url, folder, webhook }: { url: string; folder: string; webhook?: Record<string, string> },
): Promise<ChildProcess> {
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
      ...(floorEdits && { EDITS: '1' }),
      ...webhook,
    },
  })
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.stdout?.on('data', (line) => String(line).includes('listening') && resolve())
    child.once('exit', (code) => reject(new Error(`${bot} ended with ${code} before it was ready`)))
  })
  return child
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits))
}

function peakMegabytes(pid: number): number {
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
}
