import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openBalancer } from '../../bench/balancer.ts'
import { crowd } from '../../bench/crowd.ts'
import { surveyOfLength } from '../../bench/surveyOfLength.ts'
import { localDay } from '../../src/localTime.ts'
import { type LocalTelegram, startLocalTelegram } from '../../src/sandbox/telegram/localTelegram.ts'
import { versionStore } from '../../src/survey/life/store.ts'
import { periodOf } from '../../src/survey/period.ts'
import { randomId, respondents } from '../../src/survey/respondent.ts'
import { unitStore } from '../../src/unit/store.ts'
import { type TestDatabase, testDatabase, testEngine } from '../database/testDatabase.ts'
import { SECRET_KEY, suluhProcess } from './suluhProcess.ts'

const QUESTIONS = 3
/** People who have left a survey unfinished, and are reminded of it meanwhile. */
const READERS = 150
/** Messages of the outbox under way at once, at the pace of Telegram: see outbox/delivery/deliver. */
const UNDER_WAY = 60
const HOUR_MS = 3_600_000

/** Instances of the program behind a load balancer, with a Telegram that brings updates to it. */
async function officeOf(count: number) {
  const database = await testDatabase()
  await unitStore(database).save({ code: 'bench', name: 'Unit Bench', services: [] })
  await versionStore(database).publish('skm', 'semester', surveyOfLength(QUESTIONS))
  const telegram = await startLocalTelegram({ journalSize: 0 })
  const reminders = await unfinished(database, telegram)
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
      QUIET_HOURS: 'none',
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
    reminders,
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

/** People who stopped answering four hours ago, and how often each is told so. */
async function unfinished(database: TestDatabase, telegram: LocalTelegram) {
  const names = respondents(SECRET_KEY)
  const now = new Date()
  const version = await versionStore(database).newestVersion('skm')
  const unit = await database.client.unit.findFirstOrThrow()
  const told = new Map<number, number>()
  const period = periodOf('semester', localDay(now, 'Asia/Jakarta'))
  for (let number = 0; number < READERS; number++) {
    const person = 900_000 + number
    await telegram.act({ do: 'create-person', id: person, firstName: `Lama${number}` })
    await telegram.act({ do: 'start', as: person })
    told.set(person, 0)
    const id = randomId()
    const occasion = { survey: version?.survey.id ?? 0, unit: unit.id, period }
    await database.client.draft.create({
      data: {
        ...{ id, person: names.person(person), respondent: names.respondent(person, occasion) },
        ...{ versionId: version?.id ?? 0, unitId: unit.id, period, chat: names.seal(person, id) },
        focusedAt: new Date(now.getTime() - 4 * HOUR_MS),
        remindAt: new Date(now.getTime() - HOUR_MS),
      },
    })
  }
  // They pressed START long ago: no bot has to answer that now.
  await fetch(`${telegram.apiRoot}/bot${telegram.token}/deleteWebhook?drop_pending_updates=true`)
  telegram.subscribe((event) => {
    if (event.type !== 'message' || !event.message.text?.includes('belum selesai')) return
    const { chat } = event.message
    if (told.has(chat)) told.set(chat, (told.get(chat) ?? 0) + 1)
  })

  return {
    /** Waits until nothing of it is left to be sent, and compares it with what people have read. */
    async areTold({ mostTwice }: { mostTwice: number }): Promise<void> {
      const count = (status: string) => database.client.outgoing.count({ where: { status } })
      while ((await count('sent')) < READERS) await sleep(200)
      expect(await database.client.outgoing.count()).toBe(READERS)
      const times = [...told.values()]
      expect(times.filter((each) => each === 0)).toEqual([])
      expect(times.reduce((sum, each) => sum + each, 0) - READERS).toBeLessThanOrEqual(mostTwice)
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
  '%s: everybody finishes, and every answer is stored once, and everybody is reminded',
  {
    timeout: 120_000,
  },
  async (_, people, count, signal, after) => {
    const office = await officeOf(count)
    const { database, telegram } = office
    const { onUpdate, done } = replacing(office, { count, after: [...after], signal })
    const { members } = await crowd(telegram, { people, atOnce: people, unit: 'bench', onUpdate })
    await done()
    // One that is killed may have said what it had no time to write down; one that is stopped has not.
    await office.reminders.areTold({ mostTwice: signal === 'SIGKILL' ? after.length * UNDER_WAY : 0 })
    await office.stops()

    const rows = await database.client.response.findMany()
    expect(rows).toHaveLength(people)
    expect(await database.client.draft.count()).toBe(READERS)
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
