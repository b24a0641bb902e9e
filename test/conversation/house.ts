import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { openBalancer } from '../../bench/balancer.ts'
import type { Clock } from '../../src/clock.ts'
import { loadConfig } from '../../src/config.ts'
import { type Suluh, startSuluh } from '../../src/main.ts'
import type { FileRef } from '../../src/sandbox/protocol.ts'
import { type LocalTelegram, startLocalTelegram } from '../../src/sandbox/telegram/localTelegram.ts'
import { testDatabase } from '../database/testDatabase.ts'
import { beatsByHand } from './beatsByHand.ts'
import { type Citizen, citizenOf } from './citizen.ts'

/** A Monday morning in Tebo on which every test takes place unless it moves the clock. */
export const MONDAY = new Date('2026-11-23T01:30:00Z')

export const SECRET_KEY = 'a secret key that is only used in tests'

export interface House {
  telegram: LocalTelegram
  database: Awaited<ReturnType<typeof testDatabase>>
  /** Where the instances listen, if they do. */
  ports(): number[]
  /** Where the bot keeps files. */
  dataDir: string
  log: string[]
  /** How long the bot has waited each time, in milliseconds; no time passes. */
  pauses: number[]
  citizen(name: string): Promise<Citizen>
  /** What is in a file that somebody sees in the chat. */
  file(file: FileRef | undefined): Promise<Buffer>
  admin(name: string): Promise<Citizen>
  /** Takes an admin's rights away. */
  dismisses(admin: Citizen): void
  /** Stops the bot in peace and starts it again on the same database and the same Telegram; of several, one by one. */
  restartsBot(): Promise<void>
  /** Moves the clock of everybody, without anything happening. */
  clockShows(moment: Date | string): void
  /** The clock moves on to this moment, and everything that goes on by itself is done, until nothing is left to do. */
  timePasses(moment: Date | string): Promise<void>
  close(): Promise<void>
}

/**
 * A bot with the example regency on a database of its own, in a Telegram of its own, at a time that stands still.
 * @param instances that share the updates of a webhook; without a number, the bot asks for them itself (unless
 * HOUSE_INSTANCES says otherwise, so that all conversations can be held with several)
 */
export async function suluhHouse(
  environment: Record<string, string> = {},
  instances: number | undefined = Number(process.env.HOUSE_INSTANCES) || undefined,
): Promise<House> {
  const database = await testDatabase({ exampleAt: MONDAY })
  let now = MONDAY
  const clock: Clock = { now: () => now }
  const telegram = await startLocalTelegram({ clock })
  const dataDir = await mkdtemp(join(tmpdir(), 'suluh-house-'))
  const citizens: Citizen[] = []
  const lines: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) })
  const adminIds = new Set<number>()
  const balancer = instances === undefined ? undefined : await openBalancer()
  const settings = loadConfig({
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DATABASE_URL: database.address,
    DATA_DIR: dataDir,
    SECRET_KEY,
    ...(balancer && { PUBLIC_URL: `http://127.0.0.1:${balancer.port}`, PORT: '0' }),
    ...environment,
  })
  const config = { ...settings, adminIds }
  const beats = beatsByHand()
  // Pauses take no time, but are remembered.
  const pauses: number[] = []
  const pause = async (milliseconds: number) => {
    pauses.push(milliseconds)
  }
  const suluhs: Suluh[] = []
  for (let index = 0; index < (instances ?? 1); index++) suluhs[index] = await started()

  async function started(): Promise<Suluh> {
    const suluh = await startSuluh(config, { clock, log, pause, beats })
    balancer?.add(suluh.port ?? 0)
    return suluh
  }

  async function stopped(suluh: Suluh): Promise<void> {
    balancer?.remove(suluh.port ?? 0)
    await suluh.stop()
  }

  async function citizen(firstName: string): Promise<Citizen> {
    const created = await telegram.act({ do: 'create-person', firstName })
    if (!created.ok) throw new Error(created.problem)
    const somebody = citizenOf(telegram, created.result as number)
    citizens.push(somebody)
    return somebody
  }

  return {
    telegram,
    database,
    ports: () => suluhs.map(({ port }) => port ?? 0),
    dataDir,
    log: lines,
    pauses,
    citizen,
    async file(file) {
      const path = `/sandbox/file/${encodeURIComponent(file?.fileId ?? '')}`
      const answer = await fetch(telegram.apiRoot + path)
      if (answer.status !== 200) throw new Error(`there is no file: ${answer.status}`)
      return Buffer.from(await answer.arrayBuffer())
    },
    async admin(name) {
      const somebody = await citizen(name)
      adminIds.add(somebody.id)
      return somebody
    },
    dismisses: ({ id }) => {
      adminIds.delete(id)
    },
    async restartsBot() {
      for (const [index, suluh] of suluhs.entries()) {
        await stopped(suluh)
        suluhs[index] = await started()
      }
    },
    clockShows(moment) {
      now = new Date(moment)
    },
    async timePasses(moment) {
      now = new Date(moment)
      await beats.strike()
    },
    async close() {
      for (const somebody of citizens) somebody.leave()
      for (const suluh of suluhs) await stopped(suluh)
      await telegram.close()
      await balancer?.close()
      await database.cleanup()
      await rm(dataDir, { recursive: true })
    },
  }
}
