import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openBalancer } from '../../bench/balancer.ts'
import { crowd } from '../../bench/crowd.ts'
import { surveyOfLength } from '../../bench/surveyOfLength.ts'
import { startLocalTelegram } from '../../src/sandbox/telegram/localTelegram.ts'
import { versionStore } from '../../src/survey/life/store.ts'
import { unitStore } from '../../src/unit/store.ts'
import { testDatabase, testEngine } from '../database/testDatabase.ts'
import { SECRET_KEY, suluhProcess } from './suluhProcess.ts'

const QUESTIONS = 3

/** Instances of the program behind a load balancer, with a Telegram that brings updates to it. */
async function officeOf(count: number) {
  const database = await testDatabase()
  await unitStore(database).save({ code: 'bench', name: 'Unit Bench', services: [] })
  await versionStore(database).publish('skm', 'semester', surveyOfLength(QUESTIONS))
  const telegram = await startLocalTelegram({ journalSize: 0 })
  const folder = await mkdtemp(join(tmpdir(), 'suluh-instances-'))
  const balancer = await openBalancer()

  async function start() {
    const bot = suluhProcess(['start'], {
      BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DATABASE_URL: database.address,
      DATA_DIR: folder,
      SECRET_KEY,
      PUBLIC_URL: `http://127.0.0.1:${balancer.port}`,
      PORT: '0',
    })
    await bot.says('listening')
    const port = Number(/"port":(\d+)/.exec(bot.stdout())?.[1])
    balancer.add(port)
    return { ...bot, port }
  }

  const bots = await Promise.all(Array.from({ length: count }, start))
  let isOver = false
  onTestFinished(async () => {
    if (!isOver) await Promise.all(bots.map((bot) => bot.stop('SIGKILL')))
    await balancer.close()
    await telegram.close()
    await database.cleanup()
    await rm(folder, { recursive: true })
  })

  return {
    database,
    telegram,
    /** Ends one instance and starts another in its place; a killed one is found out by whoever comes to it. */
    async replaces(index: number, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
      const bot = bots[index]
      if (!bot) throw new Error('there is no such instance')
      if (signal === 'SIGTERM') balancer.remove(bot.port)
      const { code, stderr } = await bot.stop(signal)
      if (signal === 'SIGTERM') expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      balancer.remove(bot.port)
      bots[index] = await start()
    },
    async stops(): Promise<void> {
      isOver = true
      for (const bot of bots) expect((await bot.stop('SIGTERM')).code).toBe(0)
    },
  }
}

/** Replaces one instance after the other whenever the crowd has done so much more. */
function replacing(
  office: Awaited<ReturnType<typeof officeOf>>,
  { count, after, signal }: { count: number; after: number[]; signal: 'SIGKILL' | 'SIGTERM' },
) {
  const waiting = [...after]
  let turn = 0
  let work = Promise.resolve()
  return {
    onUpdate(done: number) {
      if (done < (waiting[0] ?? Number.POSITIVE_INFINITY)) return
      waiting.shift()
      const index = turn++ % count
      work = work.then(() => office.replaces(index, signal))
    },
    async done() {
      await work
      expect(waiting).toEqual([])
    },
  }
}

test.skipIf(testEngine === 'sqlite').each([
  ['two instances, one of which is killed again and again', 500, 2, 'SIGKILL', [500, 1_300, 2_100]],
  ['four instances, one of which is killed again and again', 500, 4, 'SIGKILL', [500, 1_300, 2_100]],
  ['two instances that are restarted in turn', 200, 2, 'SIGTERM', [200, 600]],
] as const)(
  '%s: everybody finishes, and every answer is stored once',
  {
    timeout: 120_000,
  },
  async (_, people, count, signal, after) => {
    const office = await officeOf(count)
    const { database, telegram } = office
    const { onUpdate, done } = replacing(office, { count, after: [...after], signal })
    const { members } = await crowd(telegram, { people, atOnce: people, unit: 'bench', onUpdate })
    await done()
    await office.stops()

    const rows = await database.client.response.findMany()
    expect(rows).toHaveLength(people)
    expect(await database.client.draft.count()).toBe(0)
    expect(await database.client.participation.count()).toBe(people)
    // Nobody can tell whose answers are whose; but all that was pressed is there, as often as it was pressed.
    const pressed = members.map(({ given }) =>
      [...given].sort(byQuestion).map(([, choice]) => Number(choice) + 1),
    )
    const stored = rows.map(({ answers }) => {
      const values = JSON.parse(answers) as Record<string, string>
      return Array.from({ length: QUESTIONS }, (_, index) => Number(values[`q${index + 1}`]))
    })
    expect(stored.map(String).sort()).toEqual(pressed.map(String).sort())
  },
)

const byQuestion = ([one]: [number, string], [other]: [number, string]) => one - other
