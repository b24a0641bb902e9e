import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { crowd } from '../../bench/crowd.ts'
import { seedExample } from '../../src/example/seed.ts'
import { startLocalTelegram } from '../../src/sandbox/telegram/localTelegram.ts'
import { QUESTIONNAIRE } from '../../src/skm/questionnaire.ts'
import { testDatabase } from '../database/testDatabase.ts'
import { SECRET_KEY, suluhProcess } from './suluhProcess.ts'

const PEOPLE = 200
/** After so many acts of the crowd the bot is killed, wherever it is. */
const KILLS = [300, 900, 1_600, 2_400, 3_000]

test('killed with -9 in the middle of 200 conversations, nothing is lost, doubled or stuck', {
  timeout: 120_000,
}, async () => {
  const database = await testDatabase()
  await seedExample(database, new Date(), 'Asia/Jakarta')
  const telegram = await startLocalTelegram()
  const folder = await mkdtemp(join(tmpdir(), 'suluh-killed-'))
  const start = async () => {
    const bot = suluhProcess(['start'], {
      BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DATABASE_URL: database.address,
      DATA_DIR: folder,
      SECRET_KEY,
    })
    await bot.says('listening')
    return bot
  }

  let bot = await start()
  const kills = [...KILLS]
  let restarting = Promise.resolve()
  const onUpdate = (count: number) => {
    if (count < (kills[0] ?? Number.POSITIVE_INFINITY)) return
    kills.shift()
    restarting = restarting.then(async () => {
      await bot.stop('SIGKILL')
      bot = await start()
    })
  }
  const { members } = await crowd(telegram, { people: PEOPLE, atOnce: PEOPLE, unit: 'dinsos', onUpdate })
  await restarting
  expect((await bot.stop('SIGTERM')).code).toBe(0)

  const rows = await database.client.response.findMany({ where: { isExample: false } })
  const stored = new Map(
    rows.map(({ answers }) => JSON.parse(answers)).map((answers) => [answers.saran, answers]),
  )
  expect(kills).toEqual([])
  expect(rows).toHaveLength(PEOPLE)
  expect(stored.size).toBe(PEOPLE)
  expect(await database.client.draft.count()).toBe(0)
  for (const member of members) {
    const answers = stored.get(member.name)
    for (const [question, given] of member.given) {
      const { name, type } = QUESTIONNAIRE.survey[question] as { name: string; type: string }
      const value = answers?.[name]
      if (type === 'integer' || type === 'text') expect(value).toBe(given)
      // The elements are answered by number, 1 for the first button.
      else if (/^[1-4]$/.test(value)) expect(value).toBe(String(Number(given) + 1))
      else expect(value).not.toBe('')
    }
  }
  await telegram.close()
  await database.cleanup()
  await rm(folder, { recursive: true })
})
